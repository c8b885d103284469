/** What opening hours make of one civil date. No dependency: it can run in a page. */
import type { Holiday, HolidayOn } from './holidays.js';
import type { OpeningClosing, OpeningHours, OpeningRange } from './opening-hours.js';

export type OpeningDay =
  | { kind: 'open'; ranges: readonly OpeningRange[]; isSpecial: boolean }
  /** A day of the week without hours. */
  | { kind: 'weekday' }
  | { kind: 'holiday'; holiday: Holiday }
  | { kind: 'closing'; closing: OpeningClosing };

/** @returns 1 for Monday to 7 for Sunday, as ISO 8601 counts */
export function weekdayOf(date: string): number {
  return new Date(`${date}T00:00Z`).getUTCDay() || 7;
}

/** @returns the civil date that many days later, earlier where negative */
export function daysAfter(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/**
 * A special opening comes before all, then a closing, then a public holiday, then the week.
 *
 * @param date civil date
 * @param holidays the public holidays around it; a day that is closed anyway is not said to be one
 */
export function openingOn(hours: OpeningHours, date: string, holidays: readonly HolidayOn[]): OpeningDay {
  const special = hours.openings.find((opening) => opening.date === date);
  if (special) return { kind: 'open', ranges: special.ranges, isSpecial: true };
  const closing = hours.closings.find(({ from, until }) => from <= date && date <= until);
  if (closing) return { kind: 'closing', closing };
  const ranges = hours.week[weekdayOf(date) - 1] ?? [];
  if (!ranges.length) return { kind: 'weekday' };
  const found = hours.closedOnHolidays && holidays.find((one) => one.date === date);
  return found ? { kind: 'holiday', holiday: found.holiday } : { kind: 'open', ranges, isSpecial: false };
}
