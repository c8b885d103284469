/** What every view of the contact page knows, and the words it speaks with. */
import type { Administration, Language } from '@guichet/contracts/administration';
import { contactEn } from '@guichet/contracts/words/contact.en';
import { contactFr } from '@guichet/contracts/words/contact.fr';
import { contactOutcomeEn } from '@guichet/contracts/words/contact-outcome.en';
import { contactOutcomeFr } from '@guichet/contracts/words/contact-outcome.fr';
import { pageWords } from '../layout.js';

export interface ContactView {
  administration: Administration;
  language: Language;
}

const words = {
  fr: { contact: contactFr, outcome: contactOutcomeFr, page: pageWords.fr },
  en: { contact: contactEn, outcome: contactOutcomeEn, page: pageWords.en },
};

export const contactWordsIn = (language: Language) => words[language];
