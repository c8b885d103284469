import type { FieldErrorCode } from '@guichet/contracts/problem';
import type { FileField } from '../shared/files/file-field.js';
import type { CorrectionForm } from './correction-form.js';
import { readReference, readTrackingCode } from '@guichet/contracts/reference';

/** What a resident types, by the `id` of its control. */
export interface Typed {
  reference: string;
  trackingCode: string;
  control: string;
  message: string;
}

/** With what is ticked, the files once somebody wants to add one, and the form of a correction once it is asked for. */
export type Draft = Typed & {
  completes: boolean;
  files: FileField | undefined;
  correction: CorrectionForm | undefined;
};

export interface Problem {
  field: keyof Typed;
  code: FieldErrorCode;
}

export const nothingTyped: Typed = { reference: '', trackingCode: '', control: '', message: '' };

const readers: Record<keyof Typed, (text: string) => string | null> = {
  reference: readReference,
  trackingCode: readTrackingCode,
  control: (text) => text,
  message: (text) => text,
};

/** Brings a field of `typed` to its one written form, or says what is wrong with it. */
export function tidy(typed: Typed, field: keyof Typed): Problem | undefined {
  const text = typed[field].trim();
  if (!text) return { field, code: 'required' };
  const read = readers[field](text);
  if (read === null) return { field, code: 'invalid' };
  typed[field] = read;
  return undefined;
}
