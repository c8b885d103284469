/** What every view of the contact page knows, and the words it speaks with. */
import type { Administration, Language } from '@guichet/contracts/administration';
import type { OfferedProcedure } from '@guichet/contracts/procedure';
import { contactEn } from '@guichet/contracts/words/contact.en';
import { contactFr } from '@guichet/contracts/words/contact.fr';
import { contactOutcomeEn } from '@guichet/contracts/words/contact-outcome.en';
import { contactOutcomeFr } from '@guichet/contracts/words/contact-outcome.fr';
import { procedureEn } from '@guichet/contracts/words/procedure.en';
import { procedureFr } from '@guichet/contracts/words/procedure.fr';
import { standingEn } from '@guichet/contracts/words/standing.en';
import { standingFr } from '@guichet/contracts/words/standing.fr';
import { pageWords } from '../layout.js';

export interface ContactView {
  administration: Administration;
  language: Language;
  /** What is started here; null: the general form. */
  procedure: OfferedProcedure | null;
}

const words = {
  fr: {
    contact: contactFr,
    outcome: contactOutcomeFr,
    page: pageWords.fr,
    procedure: procedureFr,
    standing: standingFr,
  },
  en: {
    contact: contactEn,
    outcome: contactOutcomeEn,
    page: pageWords.en,
    procedure: procedureEn,
    standing: standingEn,
  },
};

export const contactWordsIn = (language: Language) => words[language];
