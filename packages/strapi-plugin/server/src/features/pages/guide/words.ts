import type { Language } from '@guichet/contracts/administration';
import { guidesPageEn } from '../words/guides-page.en.js';
import { guidesPageFr } from '../words/guides-page.fr.js';
import type { GuidesPageWords } from '../words/guides-page.js';

export const guideWords: Record<Language, GuidesPageWords> = { fr: guidesPageFr, en: guidesPageEn };
