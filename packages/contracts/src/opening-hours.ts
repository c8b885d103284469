/**
 * Opening hours by the day, and their checker without dependency: it can run in a page, and the server's schema
 * (`opening-hours-schema.ts`) is built from it. It expects the shape that the types promise; shapes are the schema's
 * work.
 */
import { isCivilDate } from './civil-date.js';

/** Times are local, `HH:MM` from `00:00` to `23:59`; a range ends on the day that it begins on. */
export interface OpeningRange {
  from: string;
  until: string;
  /** Beside the range, as the administration words it: `sur rendez-vous`; empty for none. */
  note: string;
}

/** Closed on every day from `from` to `until`, both included. Civil dates. */
export interface OpeningClosing {
  from: string;
  until: string;
  /** `congés`; empty for none. */
  reason: string;
}

/** What holds on one civil date in the place of everything else: of the week, of a public holiday and of a closing. */
export interface SpecialOpening {
  date: string;
  ranges: OpeningRange[];
}

export interface OpeningHours {
  /** Seven lists, Monday's first: the ISO weekday less one. */
  week: OpeningRange[][];
  closedOnHolidays: boolean;
  closings: OpeningClosing[];
  openings: SpecialOpening[];
}

export const openingLimits = { ranges: 3, closings: 50, openings: 50, note: 80, reason: 80 } as const;

export const openingErrorCodes = [
  'required',
  'invalid',
  'too-long',
  'taken',
  'too-many',
  /** Of a range and of a closing. */
  'ends-before-it-begins',
  /** `20:00` to `02:00`: the night is two ranges, one for each day. */
  'crosses-midnight',
  /** With a range of the same day. */
  'overlaps',
] as const;
export type OpeningErrorCode = (typeof openingErrorCodes)[number];

/** `path` names the member: `['week', 0, 1, 'until']`. */
export interface OpeningError {
  path: (string | number)[];
  code: OpeningErrorCode;
}

/** Nobody's desk closes before six in the morning: what ends by then was meant to end on the day after. */
const DAWN = '06:00';

/** @returns whether `text` is a local time, `HH:MM` */
function isTime(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

const wrong = (text: string, isRight: (text: string) => boolean): OpeningErrorCode | null =>
  text ? (isRight(text) ? null : 'invalid') : 'required';

/** A text of one line, which may be empty: it ends up in lines, and in mails. */
const line = (text: string, max: number): OpeningErrorCode | null =>
  text.length > max ? 'too-long' : /[\p{Cc}\u2028\u2029]/u.test(text) ? 'invalid' : null;

type Add = (path: OpeningError['path'], code: OpeningErrorCode | null) => void;

function checkRanges(ranges: readonly OpeningRange[], at: OpeningError['path'], add: Add): void {
  if (ranges.length > openingLimits.ranges) add(at, 'too-many');
  ranges.forEach(({ from, until, note }, i) => {
    const errors = [wrong(from, isTime), wrong(until, isTime)] as const;
    add([...at, i, 'from'], errors[0]);
    add([...at, i, 'until'], errors[1]);
    add([...at, i, 'note'], line(note, openingLimits.note));
    if (errors[0] || errors[1]) return;
    if (until <= from)
      add([...at, i, 'until'], until < from && until <= DAWN ? 'crosses-midnight' : 'ends-before-it-begins');
    // Said of the later one. What touches is fine: 9 h – 12 h, then 12 h – 14 h by appointment.
    const meets = ranges.some(
      (other, k) =>
        isTime(other.until) && from < other.until && (other.from < from || (other.from === from && k < i)),
    );
    if (meets) add([...at, i, 'from'], 'overlaps');
  });
}

/** @returns what is wrong, in the order of the form; empty where the hours can be kept */
export function checkOpeningHours({ week, closings, openings }: OpeningHours): OpeningError[] {
  const errors: OpeningError[] = [];
  const add: Add = (path, code) => code && errors.push({ path, code });

  week.forEach((ranges, i) => checkRanges(ranges, ['week', i], add));
  // Hours without any would tell residents nothing: then the free lines are for them.
  if (!openings.length && week.every((ranges) => !ranges.length)) add(['week'], 'required');

  if (closings.length > openingLimits.closings) add(['closings'], 'too-many');
  closings.forEach(({ from, until, reason }, i) => {
    const dates = [wrong(from, isCivilDate), wrong(until, isCivilDate)] as const;
    add(['closings', i, 'from'], dates[0]);
    add(['closings', i, 'until'], dates[1] ?? (!dates[0] && until < from ? 'ends-before-it-begins' : null));
    add(['closings', i, 'reason'], line(reason, openingLimits.reason));
  });

  if (openings.length > openingLimits.openings) add(['openings'], 'too-many');
  openings.forEach(({ date, ranges }, i) => {
    const isTaken = openings.findIndex((other) => other.date === date) < i;
    add(['openings', i, 'date'], wrong(date, isCivilDate) ?? (isTaken ? 'taken' : null));
    if (!ranges.length) add(['openings', i, 'ranges'], 'required');
    checkRanges(ranges, ['openings', i, 'ranges'], add);
  });
  return errors;
}
