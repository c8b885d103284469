/** What is followed from one mailbox. */
import type { Knex } from 'knex';
import { requestOf, type Row, type SealedRequest } from './request-row.js';
import { REQUESTS } from './tables.js';

/**
 * Requests whose sender gave that address, as their own or for receipts; the latest first. An index is of one
 * administration, so that theirs may stand together.
 */
export async function requestsOfMailbox(
  knex: Knex,
  { administrationIds, indexes }: { administrationIds: readonly string[]; indexes: readonly string[] },
  limit: number,
): Promise<SealedRequest[]> {
  const rows = (await knex(REQUESTS)
    .whereIn('administration_id', administrationIds)
    .where((any) => any.whereIn('email_index', indexes).orWhereIn('receipt_email_index', indexes))
    // Whoever forges a sender must not have him read it as his own, nor be written to.
    .whereNotIn('suspicion', ['suspect', 'rejected'])
    .orderBy([
      { column: 'received_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit)) as Row[];
  return rows.map(requestOf);
}
