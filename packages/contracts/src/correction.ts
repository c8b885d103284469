/** What a resident may correct of a request already sent (*droit à l'erreur*, CRPA L123-1), and how it stands now. */
import * as z from 'zod';
import { newRequest, sender } from './request.js';

const [individual, company, association, organisation, minimal] = sender.options;
const every = { kind: true, phone: true } as const;
const body = { ...every, name: true } as const;
const person = {
  ...every,
  familyName: true,
  givenName: true,
  preferredName: true,
  postalAddress: true,
} as const;
const { subject, message } = newRequest.shape;

/**
 * `POST …/tracking/correction`, with the bearer; answers 201 with the request. The whole of what can be corrected, as it
 * is to be read from now on; what is checked of it is in `correction-rules.ts`. `sender.kind` must be as it was sent.
 *
 * Not the e-mail addresses: receipts, answers and links that open the request leave there, so whoever held the code
 * could turn them away from who wrote. Nor what tells which company or association writes: that is another sender.
 */
export const newCorrection = z.strictObject({
  subject,
  message,
  sender: z.discriminatedUnion('kind', [
    individual.pick(person),
    company.pick(body),
    association.pick(body),
    organisation.pick({ ...body, ...person }),
    minimal.pick(every),
  ]),
});

/** The same as a reply tells it, which may grow. */
export const correctable = z.object({
  subject,
  message,
  sender: z.discriminatedUnion('kind', [
    individual.pick(person).strip(),
    company.pick(body).strip(),
    association.pick(body).strip(),
    organisation.pick({ ...body, ...person }).strip(),
    minimal.pick(every).strip(),
  ]),
});

export type Correction = z.output<typeof newCorrection>;
export type CorrectionBody = z.input<typeof newCorrection>;
