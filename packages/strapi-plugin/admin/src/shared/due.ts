/** How near a legal deadline is, and the words for it: colour never says it alone. */
import type { DueDate } from '@guichet/contracts/admin/inbox';
import type { WordKey } from './words.js';

/** The most urgent first. */
export const urgencies = ['late', 'today', 'soon', 'later', 'none'] as const;
export type Urgency = (typeof urgencies)[number];

/** Whoever comes two mornings a week must see a deadline at two of them before it is there. */
const SOON_DAYS = 7;
/** Beyond, a day without its year could be taken for another year's. */
const SAME_YEAR_DAYS = 180;

export function urgencyOf(due: DueDate | null): Urgency {
  if (!due) return 'none';
  if (due.daysLeft < 0) return 'late';
  if (due.daysLeft === 0) return 'today';
  return due.daysLeft <= SOON_DAYS ? 'soon' : 'later';
}

/** @returns the sentence for the time that is left, or that has passed */
export function leftWords(daysLeft: number): { key: WordKey; values: { days: number } } {
  return daysLeft < 0
    ? { key: 'due.late', values: { days: -daysLeft } }
    : { key: 'due.left', values: { days: daysLeft } };
}

/** @returns how much of its date a deadline shows */
export function dueStyle(daysLeft: number): Intl.DateTimeFormatOptions {
  const day: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long' };
  return Math.abs(daysLeft) > SAME_YEAR_DAYS ? { ...day, year: 'numeric' } : day;
}
