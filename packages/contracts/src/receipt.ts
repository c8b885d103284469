/** The receipts of CRPA L112-11. */
import * as z from 'zod';

/** Who handles the request (R112-11-1, 2°): name, an electronic or postal address, a telephone. */
export const receiptService = z.object({
  name: z.string(),
  address: z.string(),
  email: z.string(),
  phone: z.string(),
});

/**
 * What silence means and when it decides, as far as the request is complete (R112-11-1). `date` is the last day to
 * answer, in the administration's own zone; null while it cannot be known yet (items are missing).
 */
export const receiptSilence = z.object({
  effect: z.enum(['acceptance', 'rejection']),
  date: z.iso.date().nullable(),
  /** The text: `CRPA L231-4, 2°`. */
  basis: z.string(),
});

/** How a tacit refusal can be challenged (R112-11-1). */
export const receiptAppeal = z.object({
  /** Before whom: the one that must come first. */
  body: z.string(),
  /** ISO 8601: `P2M`. */
  delay: z.string(),
  online: z.string().nullable(),
});

/**
 * `registration` is the *accusé d'enregistrement électronique*: the date of reception, at once (R112-11-2).
 * `acknowledgement` is the *accusé de réception électronique*, with every mention of R112-11-1: `silence` where the
 * sending is a request, `appeal` where silence rejects it.
 */
export const receipt = z.object({
  kind: z.enum(['registration', 'acknowledgement']),
  service: receiptService,
  silence: receiptSilence.optional(),
  appeal: receiptAppeal.optional(),
  /** The same, signed: a JWS of `receiptClaims` (`verification.ts`). Receipts from before they were signed have none. */
  jws: z.string().optional(),
});

export type Receipt = z.output<typeof receipt>;
export type ReceiptService = z.output<typeof receiptService>;
export type ReceiptSilence = z.output<typeof receiptSilence>;
export type ReceiptAppeal = z.output<typeof receiptAppeal>;
