/**
 * Sorting, never refusing: a suspect gets reference, code and receipt like anyone, its date counts; only its mails
 * wait for an agent, at the latest to the end of the next working day (CRPA R112-11-2).
 */

/** People read, think and type; faster than this, nobody did. */
const FASTEST_MS = 3000;

export interface Signs {
  /** What stood in the field that people do not see. */
  trap: string;
  /** When the form was begun, by a token of ours; null where the token was missing or not ours. */
  begunAt: Date | null;
  now: Date;
}

export function isSuspect({ trap, begunAt, now }: Signs): boolean {
  // No upper bound: a half-filled form never expires.
  return trap !== '' || begunAt === null || now.getTime() - begunAt.getTime() < FASTEST_MS;
}
