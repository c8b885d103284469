/** `GET …/{code}/procedures/{slug}`: a procedure (*démarche*) that residents can start, its form and its mentions. */
import * as z from 'zod';
import { fileKinds } from './attachment-types.js';
import { receiptService } from './receipt.js';
import { natures } from './request-choices.js';

/** What may come with a request by a procedure: no more than the hosting takes, and which of the types it takes. */
export const procedureFiles = z.object({
  maxFiles: z.int(),
  maxFileBytes: z.int(),
  kinds: z.array(z.enum(fileKinds)),
});

export type ProcedureFiles = z.output<typeof procedureFiles>;

/** As an administration lists it: what its form needs before anybody types. */
export const offeredProcedure = z.object({
  slug: z.string(),
  title: z.string(),
  /** Plain text above the form, one paragraph; empty where there is none. */
  description: z.string().default(''),
  /** What is sent by it; null: the resident says. */
  nature: z.enum(natures).nullable().default(null),
  /** Slug of the service that examines it; null: the administration itself. In the general form the resident chooses. */
  recipient: z.string().nullable().default(null),
  /** What may come with it; null: whatever the hosting takes. */
  attachments: procedureFiles.nullable().default(null),
});

export type OfferedProcedure = z.output<typeof offeredProcedure>;

/** What silence means of a request. `none`: nothing is to be decided. */
export const procedureSilence = z.object({
  effect: z.enum(['acceptance', 'rejection', 'none']),
  months: z.int().nullable(),
  /** The text: `CRPA L231-4, 2°`. */
  basis: z.string().nullable(),
});

export const procedure = offeredProcedure.extend({
  /** Who examines it (CRPA R112-11-1, 2°). */
  service: receiptService,
  /** Null where it depends on what the resident declares, or nobody has chosen it yet. */
  silence: procedureSilence.nullable(),
  /** What a sending gets at once (CRPA R112-11-2). */
  receipt: z.enum(['registration', 'acknowledgement']),
  /** Within how many days of reception a text asks for an answer, beside what silence decides. */
  answer: z.object({ days: z.int(), basis: z.string() }).nullable(),
  /** Absolute URL of its page of the hosting, which works without JavaScript. */
  link: z.string(),
});

export type Procedure = z.output<typeof procedure>;
