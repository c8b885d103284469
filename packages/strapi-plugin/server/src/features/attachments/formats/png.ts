/** PNG (ISO/IEC 15948): the chunks that draw are kept, those that tell are not; nor is what follows the last. */
import { crc32 } from 'node:zlib';
import { exifOf, orientationOf } from './exif.js';
import { checkPixels, FileRefusal } from './reader.js';
import type { Walk } from './walk.js';

/** Of the standard, its third edition: colours, transparency, resolution, animation. */
const kept = new Set(
  'PLTE IDAT tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD pHYs acTL fcTL fdAT'.split(' '),
);
const IHDR_BYTES = 13;
const CRC_BYTES = 4;
const LONGEST_EXIF = 1024 * 1024;

function chunk(type: string, body: Buffer): Buffer {
  const whole = Buffer.concat([Buffer.alloc(4), Buffer.from(type, 'latin1'), body, Buffer.alloc(CRC_BYTES)]);
  whole.writeUInt32BE(body.length);
  whole.writeUInt32BE(crc32(whole.subarray(4, -CRC_BYTES)), whole.length - CRC_BYTES);
  return whole;
}

export function* png(): Walk {
  yield { keep: yield { take: 8 } };
  const first = yield { take: 8 + IHDR_BYTES + CRC_BYTES };
  if (first.readUInt32BE() !== IHDR_BYTES || first.toString('latin1', 4, 8) !== 'IHDR')
    throw new FileRefusal('file-damaged');
  checkPixels(first.readUInt32BE(8), first.readUInt32BE(12));
  yield { keep: first };
  let hasData = false;
  for (;;) {
    const head = yield { take: 8 };
    const length = head.readUInt32BE();
    const type = head.toString('latin1', 4);
    if (length > 0x7fff_ffff || !/^[A-Za-z]{4}$/.test(type)) throw new FileRefusal('file-damaged');
    if (type === 'IEND') {
      if (!hasData || length) throw new FileRefusal('file-damaged');
      yield { drop: CRC_BYTES };
      yield { keep: chunk('IEND', Buffer.alloc(0)) };
      return 'image/png';
    }
    if (kept.has(type)) {
      hasData ||= type === 'IDAT';
      yield { keep: head };
      yield { pass: length + CRC_BYTES };
    } else if (type === 'eXIf' && length <= LONGEST_EXIF) {
      const orientation = orientationOf(yield { take: length });
      yield { drop: CRC_BYTES };
      if (orientation !== 1) yield { keep: chunk('eXIf', exifOf(orientation)) };
    } else yield { drop: length + CRC_BYTES };
  }
}
