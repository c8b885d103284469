/** When agents are told what waits. */
import { Temporal } from 'temporal-polyfill';
import type { CivilDate } from './civil-date.js';
import { isWorkingDay, type Territory } from './working-days.js';

const MORNING = Temporal.PlainTime.from('07:30');
/** What a stop has held up is still of use until then. */
const NOON = Temporal.PlainTime.from('12:00');

/** @returns the civil day whose morning it is in a zone; null at any other time */
export function morningOf(now: Date, timeZone: string): CivilDate | null {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone);
  const time = there.toPlainTime();
  const isMorning =
    Temporal.PlainTime.compare(time, MORNING) >= 0 && Temporal.PlainTime.compare(time, NOON) < 0;
  return isMorning ? there.toPlainDate().toString() : null;
}

/** Nobody is written to on a day without work. */
export function isWorked(day: CivilDate, territory: Territory): boolean {
  return isWorkingDay(Temporal.PlainDate.from(day), territory);
}
