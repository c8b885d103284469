/** « Fermé (lundi de Pâques), rouvre mardi à 9 h. » No dependency: it can run in a page. */
import { daysAfter } from './civil-date.js';
import type { OpeningDay } from './opening-day.js';
import type { OpeningState } from './opening-state.js';
import type { OpeningWords } from './words/opening.js';

/** Why a day is closed: `lundi de Pâques`; empty where the week says so. */
export function whyClosed(day: Exclude<OpeningDay, { kind: 'open' }>, words: OpeningWords): string {
  if (day.kind === 'holiday') return words.holidays[day.holiday];
  return day.kind === 'closing' ? day.closing.reason : '';
}

/** @param instant its text begins with the local date and time */
function moment(instant: string, today: string, words: OpeningWords): string {
  const date = instant.slice(0, 10);
  const time = words.time(instant.slice(11, 16));
  if (date === today) return words.opens('', time);
  if (date === daysAfter(today, 1)) return words.opens(words.tomorrow, time);
  // Within six days a weekday names one day only.
  if (date < daysAfter(today, 7)) return words.opens(words.weekday(date), time);
  return words.opens(words.onDay(words.day(date, date.slice(0, 4) !== today.slice(0, 4))), time);
}

/** @param today civil date where the doors are */
export function openingSentence(state: OpeningState, today: string, words: OpeningWords): string {
  if (state.kind === 'open') return words.openUntil(words.time(state.until.slice(11, 16)));
  const why = state.day.kind === 'open' ? '' : whyClosed(state.day, words);
  return words.closedNow(why && words.aside(why), state.opensAt && moment(state.opensAt, today, words));
}
