/** « Fermé (lundi de Pâques), rouvre mardi à 9 h. », in the language of who reads it. */
import type { Language } from '@guichet/contracts/administration';
import { openingSentence as sentenceIn } from '@guichet/contracts/opening-sentence';
import type { OpeningState } from '@guichet/contracts/opening-state';
import type { OpeningWords } from '@guichet/contracts/words/opening';
import { openingEn } from '@guichet/contracts/words/opening.en';
import { openingFr } from '@guichet/contracts/words/opening.fr';
import type { CivilDate } from './civil-date.js';

export const openingWords: Record<Language, OpeningWords> = { fr: openingFr, en: openingEn };

export function openingSentence(state: OpeningState, today: CivilDate, language: Language): string {
  return sentenceIn(state, today, openingWords[language]);
}
