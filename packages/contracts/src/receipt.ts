/** The receipts of CRPA L112-11. */
import * as z from 'zod';

/** Who handles the request (R112-11-1, 2°): name, an electronic or postal address, a telephone. */
export const receiptService = z.object({
  name: z.string(),
  address: z.string(),
  email: z.string(),
  phone: z.string(),
});

/** `registration` is the *accusé d'enregistrement électronique*: the date of reception, at once (R112-11-2). */
export const receipt = z.object({
  kind: z.literal('registration'),
  service: receiptService,
});

export type Receipt = z.output<typeof receipt>;
export type ReceiptService = z.output<typeof receiptService>;
