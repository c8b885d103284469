/**
 * The objects of a JSON file of any size, one at a time: of lines of JSON, of one array, or of the arrays of one object
 * (`{"service":[…]}`, `{"total_count":…,"results":[…]}`). Memory holds one of them.
 */
import { Unusable } from './unusable.js';

/** The file as a whole is not what it should be: whatever came out of it before is whole. */
export class BadFile extends Unusable {
  override name = 'BadFile';
}

/** An object as text, not parsed yet; or that it is larger than any that is expected. */
export type FoundObject = { text: string } | { tooLarge: number };

export interface ObjectLimits {
  /** Bytes of one object. */
  most: number;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const NEWLINE = 0x0a;
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_ARRAY, CLOSE_ARRAY] = [0x7b, 0x7d, 0x5b, 0x5d];

const HEAD = 1024;
const BYTE_ORDER_MARK = '\ufeff';
/** The first member of an object that is no record itself, but holds them. */
const wrapper = /^\s*\{\s*"(?:service|results|total_count)"\s*:/;

/** How the objects lie in a file, by how it begins. @throws BadFile */
function layoutOf(head: string): { kind: 'lines' } | { kind: 'nested'; depth: number } {
  const text = head.startsWith(BYTE_ORDER_MARK) ? head.slice(1) : head;
  if (/^\s*\[/.test(text)) return { kind: 'nested', depth: 1 };
  if (wrapper.test(text)) return { kind: 'nested', depth: 2 };
  if (/^\s*\{/.test(text)) return { kind: 'lines' };
  throw new BadFile(text.trim() ? 'it is not JSON' : 'it is empty');
}

/** The bytes of one object, over the chunks that they come in; no more of them than may be. */
class Gathered {
  readonly #most: number;
  #parts: Buffer[] = [];
  #length = 0;

  constructor(most: number) {
    this.#most = most;
  }

  add(part: Buffer): void {
    this.#length += part.length;
    if (this.#length > this.#most) this.#parts = [];
    else this.#parts.push(part);
  }

  /** The end of a chunk, which is kept over the next: a copy, as chunks come from one large buffer each. */
  keep(part: Buffer): void {
    this.add(this.#length + part.length > this.#most ? part : Buffer.from(part));
  }

  take(): FoundObject {
    const [parts, length] = [this.#parts, this.#length];
    this.#parts = [];
    this.#length = 0;
    if (length > this.#most) return { tooLarge: length };
    const [first] = parts;
    return { text: (parts.length === 1 ? first! : Buffer.concat(parts)).toString('utf8') };
  }
}

const isBlank = (found: FoundObject): boolean => 'text' in found && !found.text.trim();

async function* lines(chunks: AsyncIterable<Buffer>, { most }: ObjectLimits): AsyncGenerator<FoundObject> {
  const gathered = new Gathered(most);
  for await (const chunk of chunks) {
    let from = 0;
    for (let end = chunk.indexOf(NEWLINE); end !== -1; end = chunk.indexOf(NEWLINE, from)) {
      gathered.add(chunk.subarray(from, end));
      from = end + 1;
      const found = gathered.take();
      if (!isBlank(found)) yield found;
    }
    gathered.keep(chunk.subarray(from));
  }
  const last = gathered.take();
  if (isBlank(last)) return;
  if ('text' in last) {
    try {
      JSON.parse(last.text);
    } catch {
      throw new BadFile('it ends in the middle of a record');
    }
  }
  yield last;
}

async function* nested(
  chunks: AsyncIterable<Buffer>,
  level: number,
  { most }: ObjectLimits,
): AsyncGenerator<FoundObject> {
  const gathered = new Gathered(most);
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let isInside = false;
  for await (const chunk of chunks) {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]!;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInString = false;
      } else if (byte === QUOTE) isInString = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
        if (depth === level && byte === OPEN_OBJECT) {
          isInside = true;
          from = at;
        }
        depth++;
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_ARRAY) {
        depth--;
        if (depth < 0) throw new BadFile('it closes what it did not open');
        if (isInside && depth === level) {
          gathered.add(chunk.subarray(from, at + 1));
          isInside = false;
          yield gathered.take();
        }
      }
    }
    if (isInside) gathered.keep(chunk.subarray(from));
  }
  if (depth) throw new BadFile('it ends in the middle');
}

async function* after(head: readonly Buffer[], rest: AsyncIterator<Buffer>): AsyncGenerator<Buffer> {
  yield* head;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** @throws BadFile where the file is not JSON, or ends too early */
export async function* objectsIn(
  chunks: AsyncIterable<Buffer>,
  limits: ObjectLimits,
): AsyncGenerator<FoundObject> {
  const iterator = chunks[Symbol.asyncIterator]();
  const head: Buffer[] = [];
  let length = 0;
  for (let next = await iterator.next(); !next.done; next = await iterator.next()) {
    // A stream may write into the same buffer again.
    head.push(Buffer.from(next.value));
    length += next.value.length;
    if (length >= HEAD) break;
  }
  const layout = layoutOf(Buffer.concat(head).subarray(0, HEAD).toString('utf8'));
  const all = after(head, iterator);
  yield* layout.kind === 'lines' ? lines(all, limits) : nested(all, layout.depth, limits);
}
