/** What every view of the tracking page knows, and the words it speaks with. */
import type { Administration, Language } from '@guichet/contracts/administration';
import { commonEn } from '@guichet/contracts/words/common.en';
import { commonFr } from '@guichet/contracts/words/common.fr';
import { correctionEn } from '@guichet/contracts/words/correction.en';
import { correctionFr } from '@guichet/contracts/words/correction.fr';
import { trackingEn } from '@guichet/contracts/words/tracking.en';
import { trackingFr } from '@guichet/contracts/words/tracking.fr';
import { pageWords } from '../layout.js';

/** `id` of the opened request's form that holds the bearer alone: what fetches a file is a button of it. */
export const REFRESH = 'refresh';

export interface TrackingView {
  administration: Administration;
  language: Language;
  /** Bearers of the others that are followed side by side: they travel in every form. */
  others: string;
}

const words = {
  fr: { common: commonFr, correction: correctionFr, tracking: trackingFr, page: pageWords.fr },
  en: { common: commonEn, correction: correctionEn, tracking: trackingEn, page: pageWords.en },
};

export const trackingWordsIn = (language: Language) => words[language];
