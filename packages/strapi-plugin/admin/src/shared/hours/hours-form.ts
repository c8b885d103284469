/** Opening hours as they are typed, and as they are sent. */
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import {
  checkOpeningHours,
  type OpeningClosing,
  type OpeningHours,
  openingLimits,
  type OpeningRange,
} from '@guichet/contracts/opening-hours';

/** `key` only tells rows apart. */
export interface RangeDraft extends OpeningRange {
  key: number;
}
export interface ClosingDraft extends OpeningClosing {
  key: number;
}
export interface SpecialDraft {
  key: number;
  date: string;
  ranges: RangeDraft[];
}

/** What was typed stays while the free lines are in its place. */
export interface HoursDraft {
  isByDay: boolean;
  /** Monday's ranges first. */
  week: RangeDraft[][];
  closedOnHolidays: boolean;
  closings: ClosingDraft[];
  openings: SpecialDraft[];
}

const keyed = <T extends object>(list: readonly T[]) => list.map((one, key) => ({ ...one, key }));

export function hoursDraft(hours: OpeningHours | null): HoursDraft {
  return {
    isByDay: hours !== null,
    week: Array.from({ length: 7 }, (_, i) => keyed(hours?.week[i] ?? [])),
    closedOnHolidays: hours?.closedOnHolidays ?? true,
    closings: keyed(hours?.closings ?? []),
    openings: keyed(hours?.openings ?? []).map((one) => ({ ...one, ranges: keyed(one.ranges) })),
  };
}

const rangesToSend = (ranges: readonly RangeDraft[]) =>
  ranges.map(({ from, until, note }) => ({ from, until, note: note.trim() }));

/** In the order of the page, and what is not filled in as it is: the server says beside which field. */
export function hoursToSend(draft: HoursDraft): OpeningHours | null {
  if (!draft.isByDay) return null;
  return {
    week: draft.week.map(rangesToSend),
    closedOnHolidays: draft.closedOnHolidays,
    closings: draft.closings.map(({ from, until, reason }) => ({ from, until, reason: reason.trim() })),
    openings: draft.openings.map(({ date, ranges }) => ({ date, ranges: rangesToSend(ranges) })),
  };
}

/** What the server would have against them now: rows come and go, and its own words were about those of then. */
export function hoursErrors(draft: HoursDraft): AdminFieldError[] {
  const hours = hoursToSend(draft);
  if (!hours) return [];
  return checkOpeningHours(hours).map(({ path, code }) => ({
    path: ['openingHours', ...path].join('.'),
    code,
  }));
}

/** @returns what residents would read them from, null while something is missing or wrong */
export function hoursToShow(draft: HoursDraft): OpeningHours | null {
  const hours = hoursToSend(draft);
  return hours && !checkOpeningHours(hours).length ? hours : null;
}

function added<T extends { key: number }>(list: readonly T[], one: Omit<T, 'key'>): T[] {
  const key = Math.max(-1, ...list.map((other) => other.key)) + 1;
  return [...list, { ...one, key } as T];
}

export const canAddRange = (ranges: readonly RangeDraft[]) => ranges.length < openingLimits.ranges;

export const withRange = (ranges: readonly RangeDraft[]) => added(ranges, { from: '', until: '', note: '' });

export const withClosing = (closings: readonly ClosingDraft[]) =>
  added(closings, { from: '', until: '', reason: '' });

export const withOpening = (openings: readonly SpecialDraft[]) =>
  added(openings, { date: '', ranges: withRange([]) });

/** @param from day copied, 0 for Monday @param to days whose ranges it takes the place of */
export function withDayCopied(draft: HoursDraft, from: number, to: ReadonlySet<number>): HoursDraft {
  const ranges = draft.week[from] ?? [];
  return { ...draft, week: draft.week.map((day, i) => (to.has(i) ? keyed(rangesToSend(ranges)) : day)) };
}
