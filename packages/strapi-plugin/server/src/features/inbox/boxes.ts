/** What each box of the inbox holds. */
import type { InboxQuery, inboxQuery } from '@guichet/contracts/admin/inbox';
import { readReference } from '@guichet/contracts/reference';
import type * as z from 'zod';
import type { InboxFilter } from '../../store/inbox-query.js';
import { endOfDay, startOfDay } from '../../domain/day-bounds.js';

type Box = NonNullable<InboxQuery['box']>;

/** Until they are sorted, suspects are in no box but their own. */
const unsuspected = ['none', 'released', 'rejected'] as const;

export function boxesOf(
  administrationIds: readonly string[],
  desk: NonNullable<InboxFilter['desk']>,
): Record<Box, InboxFilter> {
  const sorted: InboxFilter = { administrationIds, suspicion: unsuspected };
  return {
    waiting: { ...sorted, awaitsAgent: true },
    mine: { ...sorted, awaitsAgent: true, desk },
    approval: { ...sorted, awaitsApproval: true },
    all: sorted,
    suspects: { administrationIds, suspicion: ['suspect'] },
  };
}

/** What people search by: a reference, an address, or else a name. */
function wanted(search: string): Pick<InboxFilter, 'reference' | 'email' | 'name'> {
  if (!search) return {};
  const reference = readReference(search);
  if (reference) return { reference };
  return search.includes('@') ? { email: search } : { name: search };
}

/** @param timeZone that the days of the query are of */
export function filterOf(
  query: z.output<typeof inboxQuery>,
  boxes: Record<Box, InboxFilter>,
  timeZone: string,
): InboxFilter {
  return {
    // Who searches what waits looks everywhere but among the suspects.
    ...boxes[query.search && query.box === 'waiting' ? 'all' : query.box],
    ...wanted(query.search),
    ...(query.status && { status: [query.status] }),
    ...(query.recipient !== null && { recipient: query.recipient }),
    ...(query.from && { from: startOfDay(query.from, timeZone) }),
    ...(query.until && { until: endOfDay(query.until, timeZone) }),
  };
}
