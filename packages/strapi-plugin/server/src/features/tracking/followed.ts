/** What a system of who is competent tells of a request that was forwarded to it, for its resident. */
import type { FollowedReport } from '@guichet/contracts/admin/report';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { civilDate } from '../../domain/civil-date.js';
import { hasEnded } from '../../domain/polling.js';

/** @param report null where nothing is followed */
export function withFollowed(
  tracked: TrackedRequest,
  report: FollowedReport | null,
  timeZone: string,
): TrackedRequest {
  if (!tracked.forwarded || report?.state !== 'sent') return tracked;
  const { reference, agency, steps, staleSince, status } = report;
  const day = (instant: string) => civilDate(new Date(instant), timeZone);
  return {
    ...tracked,
    // It is done there; the mairie may not have closed its own yet.
    status: hasEnded(status) && tracked.status === 'in-progress' ? 'closed' : tracked.status,
    forwarded: {
      ...tracked.forwarded,
      followed: {
        reference,
        agency,
        steps: steps.map(({ at, label, note }) => ({ on: day(at), label, note })),
        staleSince: staleSince && day(staleSince),
      },
    },
  };
}
