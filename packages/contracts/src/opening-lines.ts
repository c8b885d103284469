/** Opening hours as people read them. No dependency: it can run in a page. */
import { daysAfter } from './civil-date.js';
import type { HolidayOn } from './holidays.js';
import { type OpeningDay, openingOn } from './opening-day.js';
import type { OpeningHours, OpeningRange } from './opening-hours.js';
import { whyClosed } from './opening-sentence.js';
import type { OpeningWords } from './words/opening.js';

/** How far ahead a closing is announced. */
const ANNOUNCED_DAYS = 30;
/** A date is said with its year from here on. */
const FAR_DAYS = 180;

/** @returns `9 h – 12 h et 13 h 30 – 17 h (sur rendez-vous)` */
function rangesIn(ranges: readonly OpeningRange[], words: OpeningWords): string {
  return words.list(
    ranges.map(({ from, until, note }) => words.range(from, until) + (note && words.aside(note))),
  );
}

/** Days with the same ranges share a line; the lines follow the week. */
function weekLines({ week }: OpeningHours, words: OpeningWords): string[] {
  const days = new Map<string, number[]>();
  week.forEach((ranges, i) => {
    const said = rangesIn(ranges, words);
    if (said) days.set(said, [...(days.get(said) ?? []), i + 1]);
  });
  return [...days].map(([ranges, same]) => words.line(words.weekdays(same), ranges));
}

/** @returns one line a closing, a public holiday that would have been open, and a special opening, in order */
function announcements(
  hours: OpeningHours,
  today: string,
  holidays: readonly HolidayOn[],
  words: OpeningWords,
): string[] {
  const far = daysAfter(today, FAR_DAYS);
  const aside = (text: string) => text && words.aside(text);
  const lines = new Set<string>();
  for (let i = 0; i <= ANNOUNCED_DAYS; i++) {
    const date = daysAfter(today, i);
    const day = openingOn(hours, date, holidays);
    if (day.kind === 'closing') {
      const { from, until, reason } = day.closing;
      const end = words.date(until, until > far);
      const isOneMonth = from.slice(0, 7) === until.slice(0, 7);
      const said =
        from === until
          ? words.closedOn(words.day(from, false))
          : from < today
            ? words.closedUntil(end)
            : words.closedFrom(isOneMonth ? words.dayOfMonth(from) : words.date(from, false), end);
      lines.add(said + aside(reason));
    } else if (day.kind === 'holiday') {
      lines.add(words.closedOn(words.day(date, false)) + aside(words.holidays[day.holiday]));
    } else if (day.kind === 'open' && day.isSpecial) {
      lines.add(words.openOn(words.day(date, false), rangesIn(day.ranges, words)));
    }
  }
  return [...lines];
}

/**
 * The week, then what is different in the thirty days to come.
 *
 * @param today civil date of the administration
 * @param holidays its public holidays of those days, in order
 */
export function openingLines(
  hours: OpeningHours,
  today: string,
  holidays: readonly HolidayOn[],
  words: OpeningWords,
): string[] {
  return [...weekLines(hours, words), ...announcements(hours, today, holidays, words)];
}

/** One day in short: `9 h – 12 h`, or `fermé (lundi de Pâques)`. */
export function dayInShort(day: OpeningDay, words: OpeningWords): string {
  if (day.kind === 'open') return rangesIn(day.ranges, words);
  const why = whyClosed(day, words);
  return words.closed + (why && words.aside(why));
}
