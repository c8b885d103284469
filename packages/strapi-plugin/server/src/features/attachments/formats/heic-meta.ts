/** The `meta` box of a HEIF picture (ISO/IEC 14496-12, 8.11): which items it holds, and where they are. */
import { FileRefusal } from './reader.js';

/** A box within a buffer: `start` and `end` are those of its content. */
export interface Box {
  type: string;
  start: number;
  end: number;
}

/** Bytes to overwrite, sorted by their start. */
export interface Blank {
  start: number;
  length: number;
}

const damaged = () => new FileRefusal('file-damaged');

/** @throws FileRefusal unless they fill their place exactly */
export function boxes(bytes: Buffer, from: number, to = bytes.length): Box[] {
  const found: Box[] = [];
  for (let at = from; at < to;) {
    if (at + 8 > to) throw damaged();
    const length = bytes.readUInt32BE(at);
    const end = length === 0 ? to : at + length;
    if (end < at + 8 || end > to) throw damaged();
    found.push({ type: bytes.toString('latin1', at + 4, at + 8), start: at + 8, end });
    at = end;
  }
  return found;
}

/** Reads numbers one after the other. */
class Cursor {
  readonly #bytes: Buffer;
  readonly #end: number;
  at: number;

  constructor(bytes: Buffer, { start, end }: Box) {
    this.#bytes = bytes;
    this.#end = end;
    this.at = start;
  }

  /** A number of 0, 1, 2, 4 or 8 bytes. */
  number(bytes: number): number {
    if (this.at + bytes > this.#end) throw damaged();
    const start = this.at;
    this.at += bytes;
    if (bytes === 0) return 0;
    const value =
      bytes === 8 ? Number(this.#bytes.readBigUInt64BE(start)) : this.#bytes.readUIntBE(start, bytes);
    if (!Number.isSafeInteger(value)) throw damaged();
    return value;
  }

  text(bytes: number): string {
    if (this.at + bytes > this.#end) throw damaged();
    this.at += bytes;
    return this.#bytes.toString('latin1', this.at - bytes, this.at);
  }
}

/** Ids of the items that are no pictures: Exif, and what a media type names (XMP above all). */
function personalIds(bytes: Buffer, iinf: Box): Set<number> {
  const list = new Cursor(bytes, iinf);
  const version = list.number(4) >>> 24;
  list.number(version === 0 ? 2 : 4);
  const ids = new Set<number>();
  for (const infe of boxes(bytes, list.at, iinf.end)) {
    const entry = new Cursor(bytes, infe);
    const entryVersion = entry.number(4) >>> 24;
    // Earlier versions have no type: no HEIF file holds them.
    if (entryVersion < 2) throw damaged();
    const id = entry.number(entryVersion === 2 ? 2 : 4);
    entry.number(2);
    if (['Exif', 'mime', 'uri '].includes(entry.text(4))) ids.add(id);
  }
  return ids;
}

/** Where the items are that tell of the person: in the file, or in the `idat` box of `meta`. */
export function personalItems(bytes: Buffer, children: readonly Box[]): { inFile: Blank[]; inIdat: Blank[] } {
  const found = { inFile: [] as Blank[], inIdat: [] as Blank[] };
  const iinf = children.find(({ type }) => type === 'iinf');
  const iloc = children.find(({ type }) => type === 'iloc');
  if (!iinf || !iloc) throw damaged();
  const ids = personalIds(bytes, iinf);
  const list = new Cursor(bytes, iloc);
  const version = list.number(4) >>> 24;
  if (version > 2) throw damaged();
  const sizes = list.number(2);
  const [offsetSize, lengthSize, baseSize] = [sizes >> 12, (sizes >> 8) & 15, (sizes >> 4) & 15];
  const indexSize = version === 0 ? 0 : sizes & 15;
  if (![offsetSize, lengthSize, baseSize, indexSize].every((size) => [0, 4, 8].includes(size)))
    throw damaged();
  const items = list.number(version < 2 ? 2 : 4);
  for (let i = 0; i < items; i++) {
    const id = list.number(version < 2 ? 2 : 4);
    const method = version === 0 ? 0 : list.number(2) & 15;
    list.number(2);
    const base = list.number(baseSize);
    const extents = list.number(2);
    for (let j = 0; j < extents; j++) {
      list.number(indexSize);
      const start = base + list.number(offsetSize);
      const length = list.number(lengthSize);
      if (!ids.has(id)) continue;
      // A length of zero is the whole file, a method of 2 another item: no camera writes these for Exif.
      if (!length || method > 1) throw damaged();
      (method === 1 ? found.inIdat : found.inFile).push({ start, length });
    }
  }
  found.inFile.sort((one, other) => one.start - other.start);
  return found;
}

/** Width and height of the largest picture that `meta` describes (`iprp`, `ipco`, `ispe`). */
export function largestPicture(bytes: Buffer, children: readonly Box[]): [number, number] {
  let largest: [number, number] = [0, 0];
  for (const iprp of children.filter(({ type }) => type === 'iprp')) {
    for (const ipco of boxes(bytes, iprp.start, iprp.end).filter(({ type }) => type === 'ipco')) {
      for (const ispe of boxes(bytes, ipco.start, ipco.end).filter(({ type }) => type === 'ispe')) {
        const size = new Cursor(bytes, ispe);
        size.number(4);
        const [width, height] = [size.number(4), size.number(4)];
        if (width * height > largest[0] * largest[1]) largest = [width, height];
      }
    }
  }
  return largest;
}
