/** How opening hours are said, in lines and in a sentence. */
import type { Holiday } from '../holidays.js';

export interface OpeningWords {
  /** @param time `HH:MM` @returns `9 h`, `9 h 30` */
  time(time: string): string;
  /** @returns `9 h – 12 h`, which never breaks */
  range(from: string, until: string): string;
  /** What the administration adds to a range, a reason: between brackets. */
  aside(text: string): string;
  /** @returns `a, b et c` */
  list(parts: readonly string[]): string;
  /** Days of the week, 1 to 7, in order: `Lundi, mardi et jeudi`, `Du lundi au vendredi`, `Tous les jours`. */
  weekdays(days: readonly number[]): string;
  /** What is open on these days. */
  line(days: string, ranges: string): string;
  /** @returns `lundi 14 juillet`; @param hasYear where it is far away */
  day(date: string, hasYear: boolean): string;
  /** @returns `14`, the day of a month that is said after it */
  dayOfMonth(date: string): string;
  /** Without its weekday. */
  date(date: string, hasYear: boolean): string;
  closedOn(day: string): string;
  closedFrom(from: string, until: string): string;
  /** It is closed already. */
  closedUntil(until: string): string;
  openOn(day: string, ranges: string): string;
  holidays: Record<Holiday, string>;
  /** Of a day on which nothing is open. */
  closed: string;
  /** A sentence: it is open now. */
  openUntil(time: string): string;
  /** A sentence: it is closed now, with why in brackets or an empty text, and when it opens. */
  closedNow(aside: string, next: string | null): string;
  /** @param day empty: the same day */
  opens(day: string, time: string): string;
  tomorrow: string;
  /** Of a day within the week: `mardi`. */
  weekday(date: string): string;
  /** Of a day further away: `le mardi 1er septembre`. */
  onDay(day: string): string;
}
