/** The body of the tracking page's forms. */
import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { formText } from '../form-text.js';

/**
 * `open`: with reference and code. `refresh`: read again. `message`: add one. `withdraw`: ask what follows from it;
 * `withdrawal`: do it. All but the first with the bearer that the page before gave, in a hidden field: never in an
 * address.
 */
export const trackingBody = z.strictObject({
  step: z.enum(['open', 'refresh', 'message', 'withdraw', 'withdrawal']).default('open'),
  reference: formText,
  trackingCode: formText,
  token: formText,
  /** What is being written; kept while the code is asked for again. */
  message: formText,
  idempotencyKey: z.uuid().default(() => randomUUID()),
});

export type TrackingBody = z.output<typeof trackingBody>;
