/**
 * What agents do with several requests at once: only what is the same for each. Decisions, answers and refusals never
 * are: each is an act of its own, with the reasons of its own case (CRPA L211-2, L211-5).
 */
import * as z from 'zod';
import type { Nature } from '../request.js';
import type { Colleague } from './inbox.js';

export const BULK_MAX = 100;

const id = z.string().min(1).max(64);

export const bulkAct = z.discriminatedUnion('action', [
  /** On the nature that was declared, by a mairie that is competent: what the agent confirms for all of them. */
  z.strictObject({ action: z.literal('acknowledge') }),
  /** `to`: an agent who serves the administration of each, null for nobody. */
  z.strictObject({ action: z.literal('assign'), to: z.int().nullable() }),
  /** Only what nothing is owed for any more. */
  z.strictObject({ action: z.literal('close') }),
  z.strictObject({ action: z.literal('release') }),
  z.strictObject({ action: z.literal('reject') }),
]);
export type BulkAct = z.output<typeof bulkAct>;
export type BulkAction = BulkAct['action'];

/** `POST /inbox/bulk`. Each request in its own transaction; sent twice, it is done once. */
export const bulkQuery = z.strictObject({
  act: bulkAct,
  /** `seen`: the request's `version` that the agent had before the eyes. Each id counts once. */
  requests: z
    .array(z.strictObject({ id, seen: z.int().min(1) }))
    .min(1)
    .max(BULK_MAX),
  /** Says what would be done, and does nothing. */
  rehearses: z.boolean().default(false),
});
export type BulkQuery = z.input<typeof bulkQuery>;

export const bulkReasons = [
  'not-found',
  /** Somebody acted since. */
  'request-changed',
  /** Its state does not allow it. */
  'not-possible',
  /** To be sorted first. */
  'suspect',
  /** Its nature was changed: it is acknowledged by itself. */
  'requalified',
  /** Its acknowledgement is printed, and handed over or posted. */
  'on-paper',
  /** Its acknowledgement would lack a mention: appeal times would not run (CRPA L112-12). */
  'mentions-missing',
  /** Silence has still to decide. */
  'undecided',
  /** An answer, reasons, an attestation or an approval are awaited. */
  'unanswered',
  /** Whoever it is for does not serve its administration. */
  'not-served',
  /** The database was away: to be tried again. */
  'unavailable',
] as const;
export type BulkReason = (typeof bulkReasons)[number];

export interface BulkOutcome {
  id: string;
  /** Null of what is not found. */
  reference: string | null;
  nature: Nature | null;
  /** `done`: rehearsed, it would be. `already`: nothing is left to do. */
  result: 'done' | 'already' | 'left-out';
  /** Of `left-out`. */
  reason: BulkReason | null;
}

export interface BulkDone {
  /** In the order they were asked. */
  outcomes: BulkOutcome[];
}

/** `POST /inbox/colleagues`: who serves all of these administrations. */
export const colleagueQuery = z.strictObject({ administrationIds: z.array(id).min(1).max(BULK_MAX) });
export type ColleagueQuery = z.input<typeof colleagueQuery>;

export interface Colleagues {
  colleagues: Colleague[];
}
