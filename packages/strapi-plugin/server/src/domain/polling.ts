/** When an operator's system is asked next where a file stands: often while things happen, rarely once they do not. */
import type { RequestStatus } from '@guichet/contracts/tracking';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;
const SHORTEST_MS = 10 * MINUTE_MS;
const LONGEST_MS = DAY_MS;
/** Of how long nothing has happened: what has stood still for ten days is asked once a day. */
const SHARE = 1 / 10;
/** What nobody has sent half a year after it was begun will not be; an operator's event makes no request of it either. */
const DRAFT_DAYS = 180;
/** A decision is corrected within weeks, if at all. */
const ENDED_DAYS = 60;

export interface Polled {
  status: RequestStatus;
  isSent: boolean;
  /** When something was told of it last. */
  quietSince: Date;
}

export const hasEnded = (status: RequestStatus): boolean => status === 'answered' || status === 'closed';

/** @returns null where it need not be asked any more */
export function nextPoll({ status, isSent, quietSince }: Polled, now: Date): Date | null {
  const quiet = now.getTime() - quietSince.getTime();
  if (!isSent && quiet > DRAFT_DAYS * DAY_MS) return null;
  if (hasEnded(status) && quiet > ENDED_DAYS * DAY_MS) return null;
  const wait = Math.min(Math.max(quiet * SHARE, SHORTEST_MS), LONGEST_MS);
  return new Date(now.getTime() + wait);
}

/**
 * After it could not be asked: twice as long each time, and never sooner than it wants.
 *
 * @param failures how often in a row, this one included
 * @param retryAfter seconds that it asks to wait
 */
export function pollAgain(failures: number, retryAfter: number | null, now: Date): Date {
  const wait = Math.min(SHORTEST_MS * 2 ** (failures - 1), LONGEST_MS);
  return new Date(now.getTime() + Math.max(wait, (retryAfter ?? 0) * 1000));
}
