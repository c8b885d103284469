import type { TeleprocedureWords } from '@guichet/contracts/words/teleprocedure';
import { teleprocedureFr } from '@guichet/contracts/words/teleprocedure.fr';
import type { TeleprocedureCourseWords } from '@guichet/contracts/words/teleprocedure-course';
import type { Dictionary } from '../shared/localize.js';

export type Words = TeleprocedureWords;
export type CourseWords = TeleprocedureCourseWords;

export const dictionary: Dictionary<Words> = {
  fr: teleprocedureFr,
  en: () => import('@guichet/contracts/words/teleprocedure.en').then((module) => module.teleprocedureEn),
};
