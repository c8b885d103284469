/** `POST …/{code}/requests`: what a resident sends, and what the server answers. */
import * as z from 'zod';
import { attachmentIds } from './attachment.js';
import { isCanonicalReference } from './reference.js';
import { receipt } from './receipt.js';
import { capacities, checkRequest, natures } from './request-rules.js';

// Shapes only: lengths, formats and what the law asks are in `request-rules.ts`, which the page runs too. The bounds
// here are those of the 64 KB body, so that a rule never meets a text longer than that.
const text = z.string().max(65_536);
const optionalText = text.nullable().default(null);

const postalAddress = z.strictObject({
  /** Street, building, place: one to four lines. */
  lines: z.array(text).max(10),
  postalCode: text,
  city: text,
  /** ISO 3166-1 alpha-2, in capitals. */
  country: text.default('FR'),
});

const onBehalfOf = z.strictObject({ name: text, capacity: z.enum(capacities) });

const everySender = {
  email: text,
  /** Where receipts go instead of `email` (CRPA R112-11-3). */
  receiptEmail: optionalText,
  phone: optionalText,
  /** L112-14; never for a question. */
  refusesElectronicReply: z.boolean().default(false),
  onBehalfOf: onBehalfOf.nullable().default(null),
};

const person = {
  familyName: text,
  givenName: text,
  /** The name to be addressed by, only where the person asks for it (L111-3). */
  preferredName: optionalText,
  postalAddress,
};

/** Who writes, identified as CRPA R112-9-1 says and no further. */
export const sender = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('individual'), ...person, ...everySender }),
  z.strictObject({
    kind: z.literal('company'),
    siret: optionalText,
    siren: optionalText,
    name: text,
    ...everySender,
  }),
  z.strictObject({ kind: z.literal('association'), rna: text, name: text, ...everySender }),
  z.strictObject({ kind: z.literal('organisation'), name: text, ...person, ...everySender }),
  z.strictObject({ kind: z.literal('minimal'), ...everySender }),
]);

const shape = z.strictObject({
  /** The slug of a procedure that the administration offers; `contact` is the general form. */
  procedure: text,
  /** As declared by the sender: provisional, an agent may requalify it. */
  nature: z.enum(natures),
  /** The slug of the service it is for, or null for the administration at large. */
  recipient: optionalText,
  sender,
  subject: text,
  message: text,
  /** The language of the form, in which receipts are also written; French prevails (L111-1). */
  language: z.enum(['fr', 'en']).default('fr'),
});

/** A request as a form holds it, without what the transport adds. */
export type NewRequest = z.output<typeof shape>;
export type Sender = NewRequest['sender'];
export type SenderKind = Sender['kind'];
export type Nature = NewRequest['nature'];
export type PostalAddress = z.output<typeof postalAddress>;

/**
 * The body of the POST. Unknown members are refused. Issues carry a `FieldErrorCode` as their message.
 */
export const newRequest = shape
  .extend({
    /** From `GET …/form-token`: says when the form was begun. Missing or wrong only sorts the request as suspect. */
    formToken: text.default(''),
    /** A field that people do not see; filled in, it only sorts the request as suspect. */
    trap: text.default(''),
    /** Ids of files that were sent before (`attachment.ts`). */
    attachments: attachmentIds,
  })
  .superRefine((request, context) => {
    for (const { path, code } of checkRequest(request)) {
      context.addIssue({ code: 'custom', path: path.split('.'), message: code });
    }
  });

export type NewRequestBody = z.input<typeof newRequest>;

export const requestCreated = z.object({
  reference: z.string().refine(isCanonicalReference),
  /** Shown once: the server keeps only a keyed hash of it. */
  trackingCode: z.string(),
  receivedAt: z.iso.datetime({ offset: true }),
  receipt,
});

export type RequestCreated = z.output<typeof requestCreated>;
