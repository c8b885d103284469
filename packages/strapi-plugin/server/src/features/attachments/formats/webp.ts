/**
 * WebP (RFC 9649). Its first bytes say how long it is, so nothing is left out: what tells of the person is overwritten
 * where it stands.
 */
import { EXIF_BYTES, exifOf, orientationOf } from './exif.js';
import { checkPixels, FileRefusal } from './reader.js';
import type { Walk } from './walk.js';

const kept = new Set(['VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);
/** A chunk that readers must pass over, as they do any they do not know (RFC 9649, 2.7.1.6). */
const UNKNOWN = Buffer.from('JUNK');
const XMP_FLAG = 0x04;
const LONGEST_EXIF = 1024 * 1024;
const PREFIX = 'Exif\0\0';

/** The size of a picture by the head of its own data: ten bytes are enough for either coding. */
function sizeOf(type: string, head: Buffer): [number, number] {
  if (type === 'VP8 ') return [head.readUInt16LE(6) & 0x3fff, head.readUInt16LE(8) & 0x3fff];
  const bits = head.readUInt32LE(1);
  return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1];
}

const padded = (length: number) => length + (length % 2);

export function* webp(): Walk {
  const riff = yield { take: 12 };
  let left = padded(riff.readUInt32LE(4)) - 4;
  yield { keep: riff };
  let hasPicture = false;
  while (left >= 8) {
    const head = yield { take: 8 };
    const type = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    left -= 8 + padded(length);
    if (left < 0) throw new FileRefusal('file-damaged');
    if (type === 'VP8X') {
      if (length !== 10) throw new FileRefusal('file-damaged');
      const body = Buffer.from(yield { take: length });
      checkPixels(body.readUIntLE(4, 3) + 1, body.readUIntLE(7, 3) + 1);
      body[0]! &= ~XMP_FLAG;
      yield { keep: Buffer.concat([head, body]) };
    } else if (kept.has(type)) {
      yield { keep: head };
      let seen = 0;
      if (type === 'VP8 ' || type === 'VP8L') {
        if (length < 10) throw new FileRefusal('file-damaged');
        const body = yield { take: 10 };
        checkPixels(...sizeOf(type, body));
        yield { keep: body };
        seen = body.length;
      }
      hasPicture ||= type !== 'ALPH' && type !== 'ICCP' && type !== 'ANIM';
      yield { pass: padded(length) - seen };
    } else if (type === 'EXIF' && length >= EXIF_BYTES && length <= LONGEST_EXIF) {
      const body = yield { take: length };
      const start = body.toString('latin1', 0, PREFIX.length) === PREFIX ? PREFIX.length : 0;
      yield { keep: Buffer.concat([head, exifOf(orientationOf(body.subarray(start)))]) };
      yield { keep: Buffer.alloc(length - EXIF_BYTES) };
      yield { blank: length % 2 };
    } else {
      yield { keep: Buffer.concat([UNKNOWN, head.subarray(4)]) };
      yield { blank: padded(length) };
    }
  }
  if (!hasPicture || left) throw new FileRefusal('file-damaged');
  return 'image/webp';
}
