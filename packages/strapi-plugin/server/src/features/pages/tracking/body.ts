/** The body of the tracking page's forms. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { fileFields } from '../files.js';
import { formText } from '../form-text.js';

/**
 * `open`: with reference and code. `link`: without the code, ask for a link by mail. `refresh`: read again. `message`:
 * add one. `withdraw`: ask what follows from it; `withdrawal`: do it. `reasons`, `attestation`: ask for them. All but the
 * first two with the bearer that the page before gave, in a hidden field: never in an address.
 */
export const trackingBody = z.strictObject({
  step: z
    .enum(['open', 'link', 'refresh', 'message', 'withdraw', 'withdrawal', 'reasons', 'attestation'])
    .default('open'),
  reference: formText,
  trackingCode: formText,
  linkReference: formText,
  linkEmail: formText,
  token: formText,
  ...fileFields,
  /** The id of a file to fetch, whatever the step. */
  download: formText,
  /** What is being written; kept while the code is asked for again. */
  message: formText,
  /** Ticked where the message brings all that was asked for. */
  completes: formText,
  idempotencyKey: z.uuid().default(() => randomUUID()),
});

export type TrackingBody = z.output<typeof trackingBody>;
