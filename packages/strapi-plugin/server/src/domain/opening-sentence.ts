/** « Fermé (lundi de Pâques), rouvre mardi à 9 h. » */
import type { Language } from '@guichet/contracts/administration';
import { daysAfter } from '@guichet/contracts/opening-day';
import { whyClosed } from '@guichet/contracts/opening-lines';
import type { OpeningWords } from '@guichet/contracts/words/opening';
import { openingEn } from '@guichet/contracts/words/opening.en';
import { openingFr } from '@guichet/contracts/words/opening.fr';
import type { CivilDate } from './civil-date.js';
import type { OpeningState } from './opening-hours.js';

export const openingWords: Record<Language, OpeningWords> = { fr: openingFr, en: openingEn };

/** @param instant RFC 3339 with the zone's offset: its text says the local day and time */
function moment(instant: string, today: CivilDate, words: OpeningWords): string {
  const date = instant.slice(0, 10);
  const time = words.time(instant.slice(11, 16));
  if (date === today) return words.opens('', time);
  if (date === daysAfter(today, 1)) return words.opens(words.tomorrow, time);
  // Within six days a weekday names one day only.
  if (date < daysAfter(today, 7)) return words.opens(words.weekday(date), time);
  return words.opens(words.onDay(words.day(date, date.slice(0, 4) !== today.slice(0, 4))), time);
}

export function openingSentence(state: OpeningState, today: CivilDate, language: Language): string {
  const words = openingWords[language];
  if (state.kind === 'open') return words.openUntil(words.time(state.until.slice(11, 16)));
  const why = state.day.kind === 'open' ? '' : whyClosed(state.day, words);
  return words.closedNow(why && words.aside(why), state.opensAt && moment(state.opensAt, today, words));
}
