import type { WordKey } from '../../shared/words.js';

const units = { D: 'delay.days', M: 'delay.months', Y: 'delay.years' } as const satisfies Record<
  string,
  WordKey
>;

/**
 * @param delay ISO 8601, of one unit: `P2M`
 * @returns its words, null where it is of another form
 */
export function delayWords(delay: string): { key: WordKey; values: { count: number } } | null {
  const found = /^P(\d{1,3})([DMY])$/.exec(delay);
  return found && { key: units[found[2] as keyof typeof units], values: { count: Number(found[1]) } };
}
