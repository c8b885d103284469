/** The body of the verification page's form. */
import * as z from 'zod';
import { formText } from '../form-text.js';

export const verificationBody = z.strictObject({
  step: z.literal('verify').default('verify'),
  jws: formText,
  /** Of a decision, to be compared with the one that was notified. */
  text: formText,
});

export type VerificationBody = z.output<typeof verificationBody>;
