/**
 * JPEG (ITU-T T.81): what its markers announce is kept where a picture needs it. Left out are Exif, XMP, IPTC, comments,
 * and all that follows the end: second pictures, films and archives that were put behind.
 */
import { exifOf, orientationOf } from './exif.js';
import { checkPixels, FileRefusal } from './reader.js';
import type { Walk } from './walk.js';

const [SOI, EOI, SOS, COM, TEM] = [0xd8, 0xd9, 0xda, 0xfe, 0x01];
const APP = 0xe0;
const EXIF = Buffer.from('Exif\0\0', 'latin1');

/** Start of frame, whatever its coding: not the tables that have numbers among them. */
const isFrame = (code: number) => code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
const isApplication = (code: number) => code >= APP && code <= APP + 15;

/** What an application segment may be: the colours depend on these. */
const kept = [
  { code: APP, begins: 'JFIF\0' },
  { code: APP + 2, begins: 'ICC_PROFILE\0' },
  { code: APP + 14, begins: 'Adobe' },
].map(({ code, begins }) => ({ code, begins: Buffer.from(begins, 'latin1') }));

function segment(code: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(body.length + 2, 2);
  return Buffer.concat([head, body]);
}

const begins = (body: Buffer, prefix: Buffer) => body.subarray(0, prefix.length).equals(prefix);

export function* jpeg(): Walk {
  yield { keep: yield { take: 2 } };
  let hasFrame = false;
  let hasScan = false;
  for (;;) {
    if ((yield { take: 1 })[0] !== 0xff) throw new FileRefusal('file-damaged');
    let code = 0xff;
    // T.81, B.1.1.2: any number of fill bytes.
    while (code === 0xff) code = (yield { take: 1 })[0]!;
    if (code === EOI) {
      if (!hasScan) throw new FileRefusal('file-damaged');
      yield { keep: Buffer.from([0xff, EOI]) };
      return 'image/jpeg';
    }
    if (code === TEM || (code >= 0xd0 && code <= 0xd7)) continue;
    if (code === 0 || code === SOI) throw new FileRefusal('file-damaged');
    const length = (yield { take: 2 }).readUInt16BE();
    if (length < 2) throw new FileRefusal('file-damaged');
    const body = yield { take: length - 2 };
    if (isApplication(code)) {
      const orientation =
        code === APP + 1 && begins(body, EXIF) ? orientationOf(body.subarray(EXIF.length)) : 1;
      if (orientation !== 1) yield { keep: segment(APP + 1, Buffer.concat([EXIF, exifOf(orientation)])) };
      else if (kept.some((one) => one.code === code && begins(body, one.begins)))
        yield { keep: segment(code, body) };
      continue;
    }
    if (code === COM) continue;
    if (isFrame(code)) {
      if (body.length < 6) throw new FileRefusal('file-damaged');
      checkPixels(body.readUInt16BE(3), body.readUInt16BE(1));
      hasFrame = true;
    }
    yield { keep: segment(code, body) };
    if (code !== SOS) continue;
    if (!hasFrame) throw new FileRefusal('file-damaged');
    hasScan = true;
    yield { entropy: true };
  }
}
