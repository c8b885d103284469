/**
 * HEIC, HEIF (ISO/IEC 23008-12), in the boxes of ISO/IEC 14496-12. Its parts name each other by their place in the file,
 * so nothing is left out: Exif, XMP and whatever is no picture are overwritten where they stand. How to hold it is a
 * property of the picture (`irot`, `imir`), which stays.
 */
import { type Blank, boxes, personalItems, largestPicture } from './heic-meta.js';
import { checkPixels, FileRefusal } from './reader.js';
import type { Walk } from './walk.js';

/** Of a still picture; tens of kilobytes where it is made of many tiles. */
const LONGEST_META = 2 * 1024 * 1024;
const LONGEST_FTYP = 4096;
const FREE = Buffer.from('free');

/** Boxes of `meta` that describe pictures. */
const described = new Set(['hdlr', 'pitm', 'iinf', 'iref', 'iprp', 'iloc', 'idat', 'dinf', 'grpl', 'free']);

/** @returns `meta` without what is personal in it, and the places of what is personal elsewhere */
function readMeta(body: Buffer): { meta: Buffer; blanks: Blank[] } {
  const meta = Buffer.from(body);
  // A full box: version and flags come first.
  const children = boxes(meta, 4);
  const { inFile, inIdat } = personalItems(meta, children);
  const idat = children.find(({ type }) => type === 'idat');
  for (const { start, length } of inIdat) {
    if (!idat || idat.start + start + length > idat.end) throw new FileRefusal('file-damaged');
    meta.fill(0, idat.start + start, idat.start + start + length);
  }
  for (const child of children) {
    if (described.has(child.type)) continue;
    FREE.copy(meta, child.start - 4);
    meta.fill(0, child.start, child.end);
  }
  checkPixels(...largestPicture(meta, children));
  return { meta, blanks: inFile };
}

export function* heic(): Walk {
  let at = 0;
  let blanks: Blank[] | null = null;
  let hasData = false;
  while ((yield { more: true }).length) {
    const head = yield { take: 8 };
    const type = head.toString('latin1', 4);
    let length = head.readUInt32BE();
    let wide: Buffer = Buffer.alloc(0);
    if (length === 1) {
      wide = yield { take: 8 };
      length = Number(wide.readBigUInt64BE());
    }
    const headLength = head.length + wide.length;
    const end = length === 0 ? Infinity : at + length;
    if (end < at + headLength || (length > 0 && !Number.isSafeInteger(length)))
      throw new FileRefusal('file-damaged');
    const body = end - at - headLength;
    at += headLength;
    if (type === 'ftyp' && body <= LONGEST_FTYP) {
      yield { keep: head };
      yield { pass: body };
    } else if (type === 'meta' && !blanks && !wide.length) {
      if (body < 4 || body > LONGEST_META) throw new FileRefusal('file-damaged');
      const read = readMeta(yield { take: body });
      blanks = read.blanks;
      // Personal data in front of the list that says where it is would have passed already.
      if (blanks.some(({ start }) => start < end)) throw new FileRefusal('file-damaged');
      yield { keep: Buffer.concat([head, read.meta]) };
    } else if (type === 'mdat' && blanks) {
      hasData = true;
      yield { keep: Buffer.concat([head, wide]) };
      for (const blank of blanks) {
        const start = Math.max(blank.start, at);
        const stop = Math.min(blank.start + blank.length, end);
        if (start >= stop) continue;
        yield { pass: start - at };
        yield { blank: stop - start };
        at = stop;
      }
      yield { pass: end - at };
    } else if (type === 'mdat' || end === Infinity) {
      throw new FileRefusal('file-damaged');
    } else {
      yield { keep: Buffer.concat([head.subarray(0, 4), FREE, wide]) };
      yield { blank: body };
    }
    at = end;
  }
  if (!blanks || !hasData) throw new FileRefusal('file-damaged');
  return 'image/heic';
}
