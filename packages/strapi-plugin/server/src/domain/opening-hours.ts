/** Whether an administration is open at an instant, and when it opens next: the contracts' rule, in a territory. */
import { daysAfter } from '@guichet/contracts/civil-date';
import type { HolidayOn } from '@guichet/contracts/holidays';
import type { OpeningHours } from '@guichet/contracts/opening-hours';
import { openingState as stateAt, type OpeningState } from '@guichet/contracts/opening-state';
import { Temporal } from 'temporal-polyfill';
import { type CivilDate, instantWithOffset } from './civil-date.js';
import { holidayOn, type Territory } from './working-days.js';

/** What counts where the doors are. */
export interface Place {
  /** IANA zone. */
  timeZone: string;
  territory: Territory;
}

/** Works close a building for a year, not longer without a new word about it. */
const LOOK_AHEAD_DAYS = 2 * 366;

/** The public holidays from a civil date on, that day included, in order. */
export function holidaysFrom(from: CivilDate, days: number, territory: Territory): HolidayOn[] {
  return Array.from({ length: days + 1 }, (_, i) => daysAfter(from, i)).flatMap((date) => {
    const holiday = holidayOn(date, territory);
    return holiday ? [{ date, holiday }] : [];
  });
}

/** Instants of the state are RFC 3339 with the zone's offset. */
export function openingState(hours: OpeningHours, { timeZone, territory }: Place, now: Date): OpeningState {
  const place = {
    instant: (date: string, time: string) =>
      Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds,
    local: (instant: number) => instantWithOffset(new Date(instant), timeZone),
    holidays: (date: string) => holidaysFrom(date, 0, territory),
    lookAhead: LOOK_AHEAD_DAYS,
  };
  return stateAt(hours, place, now.getTime());
}
