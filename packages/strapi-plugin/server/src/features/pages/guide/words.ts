import type { Language } from '@guichet/contracts/administration';
import { guideEn } from '../words/guide.en.js';
import { guideFr } from '../words/guide.fr.js';
import type { GuideWords } from '../words/guide.js';

export const guideWords: Record<Language, GuideWords> = { fr: guideFr, en: guideEn };
