/** Reading a body, bounded before and while it comes in, chunked or not. */
import type { IncomingMessage } from 'node:http';
import type { BodyKind } from './route.js';
import { ProblemError } from './problem-error.js';

/** A member of this name is refused here: the schemas, which refuse every other they do not know, pass it over. */
export const PROTOTYPE = '__proto__';

const MAX_DEPTH = 8;
const MAX_FORM_FIELDS = 100;
/** A body that takes longer is a slow-sending attack. */
const TIMEOUT_MS = 20_000;

/** What is read whole; files are not. */
type WholeBody = Extract<BodyKind, 'json' | 'form' | 'mail' | 'signed'>;

const mediaTypes: Record<WholeBody, string> = {
  json: 'application/json',
  form: 'application/x-www-form-urlencoded',
  mail: 'message/rfc822',
  signed: 'application/json',
};

/** Of a body that is refused, this much is still taken in, so that the refusal can be read at the other end. */
const DISCARD_LIMIT = 1024 * 1024;
const DISCARD_TIMEOUT_MS = 2000;
/** Browsers read why a file was refused only once they have sent it. */
const DISCARD_FILE_TIMEOUT_MS = 60_000;

/** Lets the rest of a refused body go by, within bounds. @param limit the route's, where it takes files */
export async function discard(request: IncomingMessage, limit?: number): Promise<void> {
  const most = limit ?? DISCARD_LIMIT;
  if (request.complete || request.destroyed) return;
  if (Number(request.headers['content-length'] ?? 0) > most) return;
  await new Promise<void>((done) => {
    let length = 0;
    const finish = () => {
      clearTimeout(timer);
      request.off('data', count).off('end', finish).off('close', finish).off('error', finish);
      request.pause();
      done();
    };
    const count = (chunk: Buffer) => {
      length += chunk.length;
      if (length > most) finish();
    };
    const timer = setTimeout(finish, limit ? DISCARD_FILE_TIMEOUT_MS : DISCARD_TIMEOUT_MS);
    request.on('data', count).on('end', finish).on('close', finish).on('error', finish).resume();
  });
}

/** @returns the parsed body, of a mail and of what is signed its bytes; undefined where it is empty. */
export async function readBody(request: IncomingMessage, kind: WholeBody, limit: number): Promise<unknown> {
  const encoding = request.headers['content-encoding'];
  if (encoding && encoding !== 'identity') throw new ProblemError('unsupported-media-type');
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new ProblemError('payload-too-large');
  const bytes = await collect(request, limit);
  if (!bytes.length) return undefined;
  checkMediaType(request.headers['content-type'] ?? '', kind);
  // Of a mail, the parts are each in a charset of their own; of what is signed, the signature is that of its bytes.
  if (kind === 'mail' || kind === 'signed') return bytes;
  return kind === 'json' ? readJson(bytes) : parseForm(decode(bytes));
}

/** @throws ProblemError `malformed-request` */
export const readJson = (bytes: Uint8Array): unknown => parseJson(decode(bytes));

async function collect(request: IncomingMessage, limit: number): Promise<Buffer> {
  const timer = setTimeout(() => request.destroy(), TIMEOUT_MS);
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    // Leaving early must not destroy the socket: the refusal still has to be written to it.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > limit) throw new ProblemError('payload-too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    // The caller went away, or was too slow.
    throw new ProblemError('malformed-request', { cause: error });
  } finally {
    clearTimeout(timer);
  }
  return Buffer.concat(chunks);
}

function checkMediaType(header: string, kind: WholeBody): void {
  const [type = '', ...parameters] = header
    .toLowerCase()
    .split(';')
    .map((part) => part.trim());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (type !== mediaTypes[kind]) throw new ProblemError('unsupported-media-type');
  if (charset && !/^charset="?utf-8"?$/.test(charset)) throw new ProblemError('unsupported-media-type');
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new ProblemError('malformed-request', { cause: error });
  }
}

function parseJson(text: string): unknown {
  if (isTooDeep(text)) throw new ProblemError('malformed-request');
  try {
    return JSON.parse(text, withoutPrototype) as unknown;
  } catch (error) {
    throw new ProblemError('malformed-request', { cause: error });
  }
}

function withoutPrototype(name: string, value: unknown): unknown {
  if (name === PROTOTYPE) throw new SyntaxError(`a member is named ${PROTOTYPE}`);
  return value;
}

/** Counts brackets outside strings, before anything is built from them. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (isInString) {
      if (character === '\\') i++;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{' || character === '[') {
      if (++depth > MAX_DEPTH) return true;
    } else if (character === '}' || character === ']') depth--;
  }
  return false;
}

/** A field that comes several times is a list, as checkboxes send them. */
function parseForm(text: string): Record<string, string | string[]> {
  const fields = [...new URLSearchParams(text)];
  if (fields.length > MAX_FORM_FIELDS) throw new ProblemError('malformed-request');
  const form: Record<string, string | string[]> = Object.create(null) as Record<string, string | string[]>;
  for (const [name, value] of fields) {
    if (name === PROTOTYPE) throw new ProblemError('malformed-request');
    const earlier = form[name];
    form[name] = earlier === undefined ? value : [earlier, value].flat();
  }
  return { ...form };
}
