/**
 * Agents who deal with requests without residents being told their names, for the safety of the public or of persons
 * (CRPA L111-2). Who decides is always named (L212-1).
 */
import * as z from 'zod';
import type { Colleague } from './inbox.js';

/** `POST /administrations/:id/anonymities`. */
export const newAnonymity = z.strictObject({
  agentId: z.int(),
  /** Why safety wants it. */
  reason: z.string().trim().min(1, 'required').max(2000, 'too-long'),
});
export type NewAnonymity = z.input<typeof newAnonymity>;

/** `POST /administrations/:id/anonymities/end`. */
export const anonymityEnd = z.strictObject({ agentId: z.int() });
export type AnonymityEnd = z.input<typeof anonymityEnd>;

/** What was decided, by whom; names are those of then, instants are RFC 3339 in UTC. */
export interface Anonymity {
  agent: Colleague;
  reason: string;
  by: string;
  at: string;
  ended: { by: string; at: string } | null;
}

/** `GET /administrations/:id/anonymities`, and what changing them answers. */
export interface Anonymities {
  /** Who works there. */
  agents: Colleague[];
  /** Newest first. */
  anonymities: Anonymity[];
}
