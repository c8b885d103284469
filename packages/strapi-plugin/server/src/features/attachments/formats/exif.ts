/**
 * What cameras write beside a picture (Exif 3.0, in TIFF's structure): the position, the moment, the telephone, its
 * owner. Nothing of it is kept but how to hold the picture, without which a photograph would lie on its side.
 */

const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;

/** @returns 1 to 8; 1 (upright) where nothing says otherwise. Never throws: what cannot be read says nothing */
export function orientationOf(tiff: Buffer): number {
  const order = tiff.subarray(0, 4).toString('latin1');
  const isLittle = order === 'II*\0';
  if (!isLittle && order !== 'MM\0*') return 1;
  const short = (at: number) =>
    at + 2 > tiff.length ? 0 : isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  if (tiff.length < 8) return 1;
  const directory = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
  const entries = short(directory);
  for (let i = 0; i < entries; i++) {
    const at = directory + 2 + i * ENTRY_BYTES;
    if (at + ENTRY_BYTES > tiff.length) return 1;
    if (short(at) !== ORIENTATION || short(at + 2) !== SHORT) continue;
    const value = short(at + 8);
    return value >= 1 && value <= 8 ? value : 1;
  }
  return 1;
}

/** How many bytes {@link exifOf} gives. */
export const EXIF_BYTES = 26;

/** Exif data that says how to hold a picture, and nothing else. */
export function exifOf(orientation: number): Buffer {
  const tiff = Buffer.alloc(EXIF_BYTES);
  tiff.write('MM\0*', 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(ORIENTATION, 10);
  tiff.writeUInt16BE(SHORT, 12);
  tiff.writeUInt32BE(1, 14);
  tiff.writeUInt16BE(orientation, 18);
  return tiff;
}
