/** The body of the tracking page's forms. */
import { correctionFields } from '@guichet/contracts/correction-from-draft';
import type { Draft } from '@guichet/contracts/request-draft';
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { fileFields } from '../files.js';
import { fieldText, formText } from '../form-text.js';
import { FIELD } from './correction.page.js';

/**
 * `open`: with reference and code. `link`: without a code, ask for a link by mail. `refresh`: read again. `message`:
 * add one. `correct`: ask for the form that corrects what was sent; `correction`: correct it. `withdraw`: ask what follows
 * from it; `withdrawal`: do it. `reasons`, `attestation`: ask for them. `another`: back to the door, with those that
 * are open; `show`: to another of them. All but the
 * first two with the bearer that the page before gave, in a hidden field: never in an address.
 */
const fields = z.strictObject({
  step: z
    .enum([
      'open',
      'link',
      'refresh',
      'message',
      'correct',
      'correction',
      'withdraw',
      'withdrawal',
      'reasons',
      'attestation',
      'another',
      'show',
    ])
    .default('open'),
  reference: formText,
  trackingCode: formText,
  linkEmail: formText,
  token: formText,
  /** Bearers of the others that are followed side by side, a space between. */
  others: formText,
  ...fileFields,
  /** The id of a file to fetch, whatever the step. */
  download: formText,
  /** The kind of document to fetch, whatever the step. */
  document: formText,
  /** What is being written; kept while the code is asked for again. */
  message: formText,
  /** Ticked where the message brings all that was asked for. */
  completes: formText,
  /** What is being corrected; kept while the code is asked for again. */
  ...Object.fromEntries(correctionFields.map((name) => [FIELD + name, fieldText])),
  idempotencyKey: z.uuid().default(() => randomUUID()),
});

/** With what is being corrected apart, by the names of its fields. */
export const trackingBody = fields.transform((input) => {
  const typed: Record<string, unknown> = input;
  const correction: Draft = {};
  for (const name of correctionFields) {
    const text = typed[FIELD + name];
    if (typeof text === 'string') correction[name] = text;
  }
  return { ...input, correction };
});

export type TrackingBody = z.output<typeof trackingBody>;
