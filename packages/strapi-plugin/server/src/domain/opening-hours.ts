/** Whether an administration is open at an instant, and when it opens next. */
import type { HolidayOn } from '@guichet/contracts/holidays';
import { daysAfter, type OpeningDay, openingOn } from '@guichet/contracts/opening-day';
import type { OpeningHours } from '@guichet/contracts/opening-hours';
import { Temporal } from 'temporal-polyfill';
import { type CivilDate, civilDate, instantWithOffset } from './civil-date.js';
import { holidayOn, type Territory } from './working-days.js';

/** What counts where the doors are. */
export interface Place {
  /** IANA zone. */
  timeZone: string;
  territory: Territory;
}

/** Instants are RFC 3339 with the zone's offset. */
export type OpeningState =
  | { kind: 'open'; until: string }
  /** `day`: what today is, which says why; `opensAt`: null where nothing opens in two years. */
  | { kind: 'closed'; day: OpeningDay; opensAt: string | null };

/** Works close a building for a year, not longer without a new word about it. */
const LOOK_AHEAD_DAYS = 2 * 366;

/** The public holidays from a civil date on, that day included, in order. */
export function holidaysFrom(from: CivilDate, days: number, territory: Territory): HolidayOn[] {
  return Array.from({ length: days + 1 }, (_, i) => daysAfter(from, i)).flatMap((date) => {
    const holiday = holidayOn(date, territory);
    return holiday ? [{ date, holiday }] : [];
  });
}

const dayOf = (hours: OpeningHours, date: CivilDate, { territory }: Place) =>
  openingOn(hours, date, holidaysFrom(date, 0, territory));

/**
 * A day's ranges as instants, in milliseconds: in order, those that touch made one. An hour that the clocks skip is
 * read as the one after it, and of an hour that comes twice the first counts.
 */
function spansOf(day: OpeningDay, date: CivilDate, { timeZone }: Place): [start: number, end: number][] {
  if (day.kind !== 'open') return [];
  const instant = (time: string) =>
    Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(timeZone).epochMilliseconds;
  const spans: [number, number][] = [];
  const sorted = day.ranges
    .map(({ from, until }): [number, number] => [instant(from), instant(until)])
    .sort(([one], [other]) => one - other);
  for (const [start, end] of sorted) {
    // All of it was skipped.
    if (end <= start) continue;
    const last = spans.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else spans.push([start, end]);
  }
  return spans;
}

export function openingState(hours: OpeningHours, place: Place, now: Date): OpeningState {
  const said = (instant: number) => instantWithOffset(new Date(instant), place.timeZone);
  const today = civilDate(now, place.timeZone);
  const day = dayOf(hours, today, place);
  const spans = spansOf(day, today, place);
  const current = spans.find(([start, end]) => start <= now.getTime() && now.getTime() < end);
  if (current) return { kind: 'open', until: said(current[1]) };
  let next = spans.find(([start]) => start > now.getTime());
  for (let i = 1; !next && i <= LOOK_AHEAD_DAYS; i++) {
    const date = daysAfter(today, i);
    next = spansOf(dayOf(hours, date, place), date, place)[0];
  }
  return { kind: 'closed', day, opensAt: next ? said(next[0]) : null };
}
