import type { Language } from '@guichet/contracts/administration';
import type { TeleprocedureWords } from '@guichet/contracts/words/teleprocedure';
import type { TeleprocedureCourseWords } from '@guichet/contracts/words/teleprocedure-course';
import { teleprocedureCourseEn } from '@guichet/contracts/words/teleprocedure-course.en';
import { teleprocedureCourseFr } from '@guichet/contracts/words/teleprocedure-course.fr';
import { teleprocedureEn } from '@guichet/contracts/words/teleprocedure.en';
import { teleprocedureFr } from '@guichet/contracts/words/teleprocedure.fr';

export const teleprocedureWords: Record<Language, TeleprocedureWords> = {
  fr: teleprocedureFr,
  en: teleprocedureEn,
};
export const courseWords: Record<Language, TeleprocedureCourseWords> = {
  fr: teleprocedureCourseFr,
  en: teleprocedureCourseEn,
};
