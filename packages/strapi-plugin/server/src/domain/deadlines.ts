/**
 * Counting time as the law does: months from day to day, days without the one that starts them, and, where it
 * applies, never ending on a day without work (code de procédure civile, art. 641 and 642).
 */
import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from './civil-date.js';
import { memo } from './memo.js';
import { isWorkingDay, nextWorkingDay, type Territory } from './working-days.js';

const plain = (date: CivilDate) => Temporal.PlainDate.from(date);

/** All that is received on one day awaits the same dates. */
const knownMonths = memo((key) => {
  const [date, months] = key.split(' ') as [string, string];
  return plain(date)
    .add({ months: Number(months) }, { overflow: 'constrain' })
    .toString();
}, 1000);

/** The same day-number so many months later, or the last day of a month that has no such day (CPC art. 641, al. 2). */
export function monthsAfter(date: CivilDate, months: number): CivilDate {
  return knownMonths(`${date} ${months}`);
}

/** @returns calendar days from one date to another, the first excluded (CPC art. 641, al. 1) */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return plain(from).until(plain(to), { largestUnit: 'days' }).days;
}

/** The `count`th working day after a date, that date itself excluded (CPC art. 641, al. 1). */
export function workingDaysAfter(date: CivilDate, count: number, territory: Territory): CivilDate {
  let day = plain(date);
  for (let left = count; left > 0; left -= 1) day = nextWorkingDay(day, territory);
  return day.toString();
}

/** The date itself where people work on it, else the next working day (CPC art. 642, al. 2). */
export function prolonged(date: CivilDate, territory: Territory): CivilDate {
  const day = plain(date);
  return (isWorkingDay(day, territory) ? day : nextWorkingDay(day, territory)).toString();
}
