/** Reads a file of any accepted format, which its first bytes tell. */
import { office, isZip } from './office.js';
import { heic } from './heic.js';
import { jpeg } from './jpeg.js';
import { isPdf, pdf } from './pdf.js';
import { png } from './png.js';
import { FileRefusal, type Reader } from './reader.js';
import { Walker } from './walk.js';
import { webp } from './webp.js';

/** As many as any of the marks below takes. */
const HEAD_BYTES = 64;
/** HEVC pictures, one or several (ISO/IEC 23008-12, 10 and B.4). */
const HEIF_BRANDS = /^(?:heic|heix|heim|heis|mif1)$/;

const latin1 = (head: Buffer, from: number, to: number) => head.toString('latin1', from, to);

function isHeic(head: Buffer): boolean {
  return latin1(head, 4, 8) === 'ftyp' && HEIF_BRANDS.test(latin1(head, 8, 12));
}

const formats: readonly { matches: (head: Buffer) => boolean; read: () => Reader }[] = [
  { matches: isPdf, read: pdf },
  { matches: (head) => latin1(head, 0, 3) === '\xff\xd8\xff', read: () => new Walker(jpeg()) },
  { matches: (head) => latin1(head, 0, 8) === '\x89PNG\r\n\x1a\n', read: () => new Walker(png()) },
  {
    matches: (head) => latin1(head, 0, 4) === 'RIFF' && latin1(head, 8, 12) === 'WEBP',
    read: () => new Walker(webp()),
  },
  { matches: isHeic, read: () => new Walker(heic()) },
  { matches: isZip, read: office },
];

export class AnyFormat implements Reader {
  #head = Buffer.alloc(0);
  #reader: Reader | undefined;

  write(chunk: Buffer): Buffer[] {
    if (this.#reader) return this.#reader.write(chunk);
    this.#head = Buffer.concat([this.#head, chunk]);
    return this.#head.length < HEAD_BYTES ? [] : this.#recognise();
  }

  end(): ReturnType<Reader['end']> {
    const kept = this.#reader ? [] : this.#recognise();
    const end = this.#reader!.end();
    return { ...end, kept: [...kept, ...end.kept] };
  }

  #recognise(): Buffer[] {
    if (!this.#head.length) throw new FileRefusal('file-empty');
    const format = formats.find(({ matches }) => matches(this.#head));
    if (!format) throw new FileRefusal('file-type-not-accepted');
    this.#reader = format.read();
    return this.#reader.write(this.#head);
  }
}
