/** Telephone numbers as a source writes them, from everywhere, made as people read them. */
import { isPhone } from '@guichet/contracts/identity';

/** Overseas, numbers have their country's code: of a département (10 digits with the 0), or of a collectivity. */
const withinNationalPlan = ['262', '590', '594', '596'];
const collectivities = new Map([
  ['975', { code: '508', digits: 6 }],
  ['986', { code: '681', digits: 6 }],
  ['987', { code: '689', digits: 8 }],
  ['988', { code: '687', digits: 6 }],
]);

const pairs = (digits: string): string => digits.replace(/(\d\d)(?=\d)/g, '$1 ');
const threes = (digits: string): string => digits.replace(/(\d{3})(?=\d)/g, '$1 ');

/** A number of the national plan, without its 0: nine digits (arcep, décision 2018-0881). */
function national(nine: string): string | null {
  if (!/^[1-9]\d{8}$/.test(nine)) return null;
  return nine.startsWith('8') ? `0 ${threes(nine)}` : pairs(`0${nine}`);
}

function international(digits: string): string | null {
  if (digits.startsWith('33')) return national(digits.slice(2).replace(/^0/, ''));
  for (const code of withinNationalPlan)
    if (digits.startsWith(code) && digits.length >= 12) return national(digits.slice(3).replace(/^0/, ''));
  for (const { code, digits: length } of collectivities.values())
    if (digits.startsWith(code) && digits.length === code.length + length)
      return `+${code} ${pairs(digits.slice(code.length))}`;
  return digits.length >= 8 && digits.length <= 15
    ? `+${digits.slice(0, 2)} ${pairs(digits.slice(2))}`
    : null;
}

/** @param department of the commune, where numbers without a country's code are its own; null where unknown */
function one(text: string, department: string | null): string | null {
  // The 0 in brackets is not dialled from abroad.
  const written = text.replace(/\(0\)/g, '');
  const digits = written.replace(/\D/g, '');
  if (/^\s*\+/.test(written)) return international(digits);
  if (digits.startsWith('00')) return international(digits.slice(2));
  const own = collectivities.get(department ?? '');
  if (own && digits.length === own.digits) return `+${own.code} ${pairs(digits)}`;
  // `(689) 40 66 23 61`
  if (/^\s*\(\d{3}\)/.test(written) && digits.length <= 11) return international(digits);
  if (digits.length === 10 && digits.startsWith('0')) return national(digits.slice(1));
  // The 0 was lost where it was kept as a number.
  if (digits.length === 9) return national(digits);
  if (/^(?:3\d{3}|10\d\d)$/.test(digits)) return pairs(digits);
  if (/^11[68]\d{3}$/.test(digits)) return threes(digits);
  return null;
}

/**
 * @param text one number or several, perhaps with words beside: `02 37 00 00 00 / 06 …`
 * @returns as people read them; none where nothing can be dialled
 */
export function phonesIn(text: string, department: string | null): string[] {
  const found = text.slice(0, 200).match(/(?:\+\s?)?\(?\d[\d\s.()\-\u00a0\u202f]*/g) ?? [];
  const read = found.flatMap((part) => one(part, department) ?? []);
  return [...new Set(read)].filter(isPhone);
}
