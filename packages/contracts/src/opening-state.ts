/** Whether opening hours are open at an instant, and when they open next. No dependency: it can run in a page. */
import { daysAfter } from './civil-date.js';
import type { HolidayOn } from './holidays.js';
import { type OpeningDay, openingOn } from './opening-day.js';
import type { OpeningHours } from './opening-hours.js';

/** What counts where the doors are. */
export interface OpeningPlace {
  /**
   * Milliseconds of a local date and time, `HH:MM`. A time that the clocks skip is read as the one after it, and of one
   * that comes twice the first counts.
   */
  instant(date: string, time: string): number;
  /** An instant as a text that begins with the local date and time, `YYYY-MM-DDTHH:MM`. @param instant milliseconds */
  local(instant: number): string;
  /** The public holidays on a civil date; more than those do no harm. */
  holidays(date: string): readonly HolidayOn[];
  /** How many days ahead these are known, so that what is closed may be said to open. */
  lookAhead: number;
}

/** Instants as `OpeningPlace.local` says them. */
export type OpeningState =
  | { kind: 'open'; until: string }
  /** `day`: what today is, which says why; `opensAt`: null where nothing opens in the days that are known. */
  | { kind: 'closed'; day: OpeningDay; opensAt: string | null };

/** A day's ranges as instants: in order, those that touch made one. */
function spansOf(day: OpeningDay, date: string, place: OpeningPlace): [start: number, end: number][] {
  if (day.kind !== 'open') return [];
  const spans: [number, number][] = [];
  const sorted = day.ranges
    .map(({ from, until }): [number, number] => [place.instant(date, from), place.instant(date, until)])
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

/** @param now milliseconds */
export function openingState(hours: OpeningHours, place: OpeningPlace, now: number): OpeningState {
  const today = place.local(now).slice(0, 10);
  const on = (date: string) => openingOn(hours, date, place.holidays(date));
  const day = on(today);
  const spans = spansOf(day, today, place);
  const current = spans.find(([start, end]) => start <= now && now < end);
  if (current) return { kind: 'open', until: place.local(current[1]) };
  let next = spans.find(([start]) => start > now);
  for (let i = 1; !next && i <= place.lookAhead; i++) {
    const date = daysAfter(today, i);
    next = spansOf(on(date), date, place)[0];
  }
  return { kind: 'closed', day, opensAt: next ? place.local(next[0]) : null };
}
