/**
 * A request's reference, `28148-2026-7K3M-9QXB`, and its tracking code, `4F7T-2MZK-8RWA-Q6PH`: how they are
 * written, and how they are read from what a person types. Crockford's base32 leaves out I, L, O and U; both are
 * read without regard to case, spaces and hyphens, `O` as `0`, `I` and `L` as `1`.
 */

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const SYMBOLS = /^[0-9A-HJKMNP-TV-Z]+$/;
const CODE = /^(?:(?:\d{2}|2[AB])\d{3}|\d{9})$/;

/** Random bytes that {@link makeReference} takes: one a symbol, the check symbol apart. */
export const REFERENCE_RANDOM_BYTES = 7;
/** Random bytes that {@link makeTrackingCode} takes: 80 bits. */
export const TRACKING_CODE_RANDOM_BYTES = 10;

/** The Luhn mod 32 check symbol of `symbols`. */
function checkSymbol(symbols: string): string {
  let sum = 0;
  for (let i = 0; i < symbols.length; i++) {
    const value = ALPHABET.indexOf(symbols[symbols.length - 1 - i]!);
    const weighed = i % 2 ? value : value * 2;
    sum += Math.floor(weighed / 32) + (weighed % 32);
  }
  return ALPHABET[(32 - (sum % 32)) % 32]!;
}

function groups(symbols: string): string {
  return symbols.replace(/(.{4})(?=.)/g, '$1-');
}

/** What a person typed, as symbols of the alphabet. */
function symbolsOf(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\-\u00a0\u202f\u2010-\u2015]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

/**
 * @param code the administration's INSEE code or SIREN
 * @param year the civil year of reception in the administration's own time zone
 * @param random seven random bytes
 */
export function makeReference(code: string, year: number, random: Uint8Array): string {
  if (!CODE.test(code)) throw new RangeError('not the code of an administration');
  if (random.length !== REFERENCE_RANDOM_BYTES) throw new RangeError('seven random bytes are needed');
  const symbols = Array.from(random, (byte) => ALPHABET[byte & 31]).join('');
  return `${code}-${year}-${groups(symbols + checkSymbol(code + year + symbols))}`;
}

/** @returns the reference in its one written form, or null where `typed` is none or its check symbol is wrong. */
export function readReference(typed: string): string | null {
  if (typed.length > 60) return null;
  const symbols = symbolsOf(typed);
  const code = symbols.slice(0, -12);
  const year = symbols.slice(-12, -8);
  const own = symbols.slice(-8);
  if (!CODE.test(code) || !/^\d{4}$/.test(year) || !SYMBOLS.test(own)) return null;
  if (checkSymbol(symbols.slice(0, -1)) !== own.at(-1)) return null;
  return `${code}-${year}-${groups(own)}`;
}

/** The code that the administration bore when it gave this reference (which must be in its written form). */
export function administrationCodeOf(reference: string): string {
  return reference.slice(0, reference.indexOf('-'));
}

/** @param random ten random bytes: all 80 bits show */
export function makeTrackingCode(random: Uint8Array): string {
  if (random.length !== TRACKING_CODE_RANDOM_BYTES) throw new RangeError('ten random bytes are needed');
  let symbols = '';
  let bits = 0;
  let held = 0;
  for (const byte of random) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      symbols += ALPHABET[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
  }
  return groups(symbols);
}

/** @returns the tracking code in its one written form, or null where `typed` cannot be one. */
export function readTrackingCode(typed: string): string | null {
  if (typed.length > 60) return null;
  const symbols = symbolsOf(typed);
  return symbols.length === 16 && SYMBOLS.test(symbols) ? groups(symbols) : null;
}

/** @returns whether `text` is a reference in its one written form. */
export function isCanonicalReference(text: string): boolean {
  return readReference(text) === text;
}
