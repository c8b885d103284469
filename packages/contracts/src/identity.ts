/**
 * Checkers of what identifies a sender (CRPA R112-9-1). No dependency: they run in the page as well as on the
 * server. Each takes any text, answers in linear time, and never throws.
 */

// RFC 5321 4.5.3.1: an address fits in 254 characters, its local part in 64.
const EMAIL_MAX = 254;
const LOCAL_PART_MAX = 64;

// Dot-atoms only (RFC 5322 3.2.3): no comment, no quoted string, no space, so that an address can never become a
// second recipient or a header. Non-ASCII mailboxes (RFC 6531) are not accepted: few relays carry them.
const DOT_ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST_LABEL = /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?$/;

/** @returns whether `text` is a mailbox we can write to: dot-atom local part, a domain of two labels or more. */
export function isEmail(text: string): boolean {
  if (text.length > EMAIL_MAX) return false;
  const at = text.lastIndexOf('@');
  if (at < 1 || at > LOCAL_PART_MAX) return false;
  if (!DOT_ATOM.test(text.slice(0, at))) return false;
  const labels = text.slice(at + 1).split('.');
  return (
    labels.length > 1 && labels.every((label) => HOST_LABEL.test(label)) && !/^\d+$/.test(labels.at(-1)!)
  );
}

/** Drops the spaces, dots and hyphens that people put in registration numbers, and puts letters in capitals. */
export function compactNumber(text: string): string {
  return text.replace(/[\s.\-\u00a0\u202f]/g, '').toUpperCase();
}

/** Luhn: from the right every second digit doubled, the sum of all digits a multiple of ten. */
function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let i = 0; i < digits.length; i++) {
    const digit = digits.charCodeAt(digits.length - 1 - i) - 48;
    const doubled = i % 2 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** @returns whether `text` is a SIREN: nine digits with a Luhn check, written compactly. */
export function isSiren(text: string): boolean {
  return /^\d{9}$/.test(text) && isLuhn(text);
}

/**
 * @returns whether `text` is a SIRET: fourteen digits with a Luhn check, written compactly. La Poste (356000000)
 * numbers its establishments outside Luhn: there the sum of the digits is a multiple of five.
 */
export function isSiret(text: string): boolean {
  if (!/^\d{14}$/.test(text)) return false;
  if (isLuhn(text)) return isSiren(text.slice(0, 9));
  return text.startsWith('356000000') && [...text].reduce((sum, digit) => sum + Number(digit), 0) % 5 === 0;
}

/**
 * @returns whether `text` is an association's number in the national register (RNA), written compactly: `W`, then
 * nine characters, or the older form in digits alone. Formats as API Entreprise checks them.
 */
export function isRna(text: string): boolean {
  return /^(?:W\d[A-Z0-9]\d{7}|0\d{3}00\d{4})$/.test(text);
}

/** @returns whether `text` is a French postal code: five digits, the département from 01 to 98. */
export function isFrenchPostalCode(text: string): boolean {
  return /^(?:0[1-9]|[1-8]\d|9[0-8])\d{3}$/.test(text);
}

/** @returns whether `text` could be dialled: four to fifteen digits (E.164), with the usual separators. */
export function isPhone(text: string): boolean {
  return (
    text.length <= 30 &&
    /^\+?[\d\s.()\-\u00a0\u202f]+$/.test(text) &&
    /^\d{4,15}$/.test(text.replace(/\D/g, ''))
  );
}

/** @returns whether `text` addresses an administration: an INSEE commune code (`28148`, `2A004`) or a SIREN. */
export function isAdministrationCode(text: string): boolean {
  return isInseeCode(text) || isSiren(text);
}

/** @returns whether `text` is the INSEE code of a commune: five characters, Corsica's with `A` or `B`. */
export function isInseeCode(text: string): boolean {
  return /^(?:\d{2}|2[AB])\d{3}$/.test(text);
}
