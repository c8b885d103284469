/**
 * Signed receipts, and how anyone can tell that one was issued here and is unaltered. A receipt's `jws` is a compact
 * JWS (RFC 7515), ES256, of canonical JSON (RFC 8785): evidence of integrity and origin, a simple electronic seal. It is
 * no qualified seal or signature (eIDAS, articles 35 and 25).
 */
import * as z from 'zod';
import { readTrackingCode } from './reference.js';
import { receiptAppeal, receiptService, receiptSilence } from './receipt.js';

/** The `typ` of a receipt's JWS (RFC 8725, 3.11): nothing else that is signed can pose as one. */
export const RECEIPT_TYPE = 'guichet-receipt+jwt';

/** What is signed: the mentions, and nothing of the person. Instants are RFC 3339. */
export const receiptClaims = z.object({
  v: z.literal(1),
  /** Origin of the hosting that issued it. */
  iss: z.url(),
  administration: z.object({ siren: z.string(), name: z.string() }),
  reference: z.string(),
  receivedAt: z.iso.datetime({ offset: true }),
  issuedAt: z.iso.datetime({ offset: true }),
  /** `decision` and `attestation` (of a tacit acceptance, CRPA L232-3) carry what was decided. */
  kind: z.enum(['registration', 'acknowledgement', 'decision', 'attestation']),
  service: receiptService,
  silence: receiptSilence.optional(),
  appeal: receiptAppeal.optional(),
  decision: z
    .object({
      kind: z.enum(['granted', 'refused', 'tacitly-granted']),
      on: z.iso.date(),
      /** First name, surname, capacity and service of who decided or attests (CRPA L212-1). */
      author: z.string(),
      /**
       * SHA-256, in hexadecimal, of the text that was notified (UTF-8): its message, then its considerations of law, of
       * fact, and what was illegal of what it takes back, those that there are, an empty line between them. Absent of an
       * attestation.
       */
      textSha256: z.string().optional(),
    })
    .optional(),
  /**
   * SHA-256, in hexadecimal, of each file: that the resident sent, or that a decision was notified with. Decisions of
   * before they were covered have none.
   */
  attachments: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
export type ReceiptClaims = z.output<typeof receiptClaims>;

/** Far more than the longest mentions take. */
export const LONGEST_JWS = 16 * 1024;

/** Mails and word processors break long lines: white space in it means nothing. */
const code = z
  .string()
  .max(LONGEST_JWS)
  .transform((text) => text.replace(/\s/g, ''));

export const newVerification = z.strictObject({ jws: code });

/**
 * What the PDF of a receipt is drawn from. `trackingCode` is printed in it as it is given: it is no part of what was
 * signed, and is the resident's to give away.
 */
export const newReceiptDocument = z.strictObject({
  jws: code,
  language: z.enum(['fr', 'en']),
  trackingCode: z
    .string()
    .max(100)
    .transform(readTrackingCode)
    .refine((read) => read !== null)
    .optional(),
});
export type NewReceiptDocument = z.output<typeof newReceiptDocument>;

/**
 * `malformed`: it is no receipt. `unknown-key`: not issued here. `altered`: its text is no longer what was signed.
 */
export const receiptVerification = z.discriminatedUnion('valid', [
  z.object({
    valid: z.literal(true),
    ...receiptClaims.pick({
      kind: true,
      administration: true,
      reference: true,
      receivedAt: true,
      issuedAt: true,
      service: true,
      silence: true,
      appeal: true,
      decision: true,
      attachments: true,
    }).shape,
  }),
  z.object({ valid: z.literal(false), reason: z.enum(['malformed', 'unknown-key', 'altered']) }),
]);
export type ReceiptVerification = z.output<typeof receiptVerification>;

export const publicJwk = z.object({
  kty: z.literal('EC'),
  crv: z.literal('P-256'),
  x: z.string(),
  y: z.string(),
  /** RFC 7638 thumbprint. */
  kid: z.string(),
  use: z.literal('sig'),
  alg: z.literal('ES256'),
});
export type PublicJwk = z.output<typeof publicJwk>;

/** RFC 7517: the current key and all those before it, for ever. */
export const jwks = z.object({ keys: z.array(publicJwk) });
export type Jwks = z.output<typeof jwks>;
