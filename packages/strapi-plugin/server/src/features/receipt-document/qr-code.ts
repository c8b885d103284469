/** The QR code of a receipt: its whole code, so that paper can be verified by whoever holds it. */
import { encode } from 'uqr';

const MM = 72 / 25.4;

/**
 * The side of one module, which decides whether a telephone reads the code on paper. Twice what a 300 dpi printer and a
 * telephone at arm's length resolve together; an acknowledgement with every mention takes 53 mm.
 */
export const MODULE = 0.45 * MM;

/** ISO/IEC 18004: bytes of a code of version 40 with error correction L. */
const MOST_BYTES = 2953;

export interface QrCode {
  /** In points. */
  side: number;
  /** Dark modules side by side: `width` of them from column `x` of row `y` on. */
  runs: { x: number; y: number; width: number }[];
}

/** @returns null where the text is longer than any QR code */
export function qrCode(text: string): QrCode | null {
  if (Buffer.byteLength(text) > MOST_BYTES) return null;
  // Weighing the eight masks takes longer than all the rest; a signed code is as good as random under each of them.
  const { size, data } = encode(text, { ecc: 'L', boostEcc: true, border: 0, maskPattern: 2 });
  const runs: QrCode['runs'] = [];
  for (const [y, row] of data.entries()) {
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      const end = row.indexOf(false, x);
      const width = (end < 0 ? size : end) - x;
      runs.push({ x, y, width });
      x += width;
    }
  }
  return { side: size * MODULE, runs };
}
