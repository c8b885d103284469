/** The words of correcting what was sent, for the widget, which loads them then, and for the page without JavaScript. */
import type { CorrectionField } from '../correction-from-draft.js';
import type { FieldErrorCode } from '../problem.js';

export interface CorrectionWords {
  title: string;
  /** What follows from it, and what cannot be corrected so. */
  intro: string[];
  /** As the form that it was sent by calls them. */
  labels: Record<CorrectionField, string>;
  hints: Partial<Record<CorrectionField, string>>;
  /** What is wrong and how to correct it, where `otherErrors` could not say it. */
  errors: Partial<Record<CorrectionField, Partial<Record<FieldErrorCode, string>>>>;
  /** @param label of the field */
  otherErrors: Record<FieldErrorCode, (label: string) => string>;
  send: string;
  cancel: string;
  /** It was sent without a change. */
  unchanged: string;
  /** Above a correction that was being written when the session ended. */
  kept: string;
}

/** What is wrong with a field, as the resident reads it. */
export function correctionError(
  { labels, errors, otherErrors }: CorrectionWords,
  field: CorrectionField,
  code: FieldErrorCode,
): string {
  return errors[field]?.[code] ?? otherErrors[code](labels[field]);
}
