/** The body of the contact page's form, and the request that it makes. */
import type { Language } from '@guichet/contracts/administration';
import type { FieldError } from '@guichet/contracts/problem';
import type { NewRequest } from '@guichet/contracts/request';
import type { Draft } from '@guichet/contracts/request-draft';
import { problemsOf, requestFrom } from '@guichet/contracts/request-from-draft';
import * as z from 'zod';
import { countryCode } from './countries.js';
import { contactWordsIn } from './view.js';
import { fileFields } from '../files.js';
import { formText } from '../form-text.js';

const COUNTRY = 'sender.postalAddress.country';

/** Every field of the form, by the member of the request that it fills. */
const fields = [
  'procedure',
  'nature',
  'recipient',
  'subject',
  'message',
  'sender.kind',
  'sender.name',
  'sender.siret',
  'sender.rna',
  'sender.givenName',
  'sender.familyName',
  'sender.postalAddress.lines',
  'sender.postalAddress.postalCode',
  'sender.postalAddress.city',
  COUNTRY,
  'sender.email',
  'sender.phone',
  'sender.preferredName',
  'sender.receiptEmail',
  'sender.onBehalfOf',
  'sender.onBehalfOf.name',
  'sender.onBehalfOf.capacity',
  'sender.refusesElectronicReply',
  'trap',
] as const;

/**
 * `review`: to be read again before it leaves. `edit`: back to the form. The button that is pressed says which; a
 * form that is sent by the Enter key alone is to be read again.
 */
export const contactBody = z
  .strictObject({
    ...(Object.fromEntries(fields.map((name) => [name, formText])) as Record<
      (typeof fields)[number],
      typeof formText
    >),
    step: z.enum(['review', 'edit', 'send']).default('review'),
    ...fileFields,
    formToken: formText,
    idempotencyKey: z.union([z.uuid(), z.literal('')]).default(''),
  })
  .transform(({ step, files, removed, formToken, idempotencyKey, ...draft }) => ({
    step,
    files,
    removed,
    formToken,
    idempotencyKey,
    draft,
  }));

export type ContactBody = z.output<typeof contactBody>;

/** The request of a draft, with the sentence of each field that is to be corrected. */
export function readDraft(
  draft: Draft,
  language: Language,
): { request: NewRequest; errors: Record<string, string> } {
  const request = requestFrom({ ...draft, [COUNTRY]: countryCode(draft[COUNTRY] ?? '') }, language);
  return { request, errors: sentences(problemsOf(draft, request), language) };
}

/** In the order of the form, one a field. */
export function sentences(problems: readonly FieldError[], language: Language): Record<string, string> {
  const { outcome, page } = contactWordsIn(language);
  return Object.fromEntries(
    problems.map(({ path, code }) => [
      path,
      path === COUNTRY
        ? page.contact.countryInvalid
        : (outcome.errors[path]?.[code] ?? outcome.otherErrors[code]),
    ]),
  );
}
