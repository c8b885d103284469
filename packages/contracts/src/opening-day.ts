/** What opening hours make of one civil date. No dependency: it can run in a page. */
import { weekdayOf } from './civil-date.js';
import type { Holiday, HolidayOn } from './holidays.js';
import type { OpeningClosing, OpeningHours, OpeningRange } from './opening-hours.js';

export type OpeningDay =
  | { kind: 'open'; ranges: readonly OpeningRange[]; isSpecial: boolean }
  /** A day of the week without hours. */
  | { kind: 'weekday' }
  | { kind: 'holiday'; holiday: Holiday }
  | { kind: 'closing'; closing: OpeningClosing };

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
