/**
 * What shreds a request: its data key goes, and with it all that was sealed under it, whatever copy of the rows is left
 * somewhere; then the rows go. What remains is its reference, its dates and its procedure.
 */
import type { Knex } from 'knex';
import { isSqlite } from '../jobs/dialect.js';
import { eraseReport } from './operated.js';
import type { Row } from './request-row.js';
import { ATTACHMENTS, EVENTS, IDEMPOTENCY, LINKS, PASSAGES, REMAINS, REQUESTS } from './tables.js';

export type Ending = 'eliminated' | 'transferred' | 'delivered';

/** The facts that tell of the end itself, by whom it was agreed: they hold nothing of a person. */
const told = ['eliminated', 'delivered'];

/**
 * Leaves nothing of a request but what remains, within the transaction that records its end, after its first write. Its
 * files are no longer anybody's, without a key: what follows, or else the sweep, deletes them one by one.
 *
 * @param at RFC 3339 in UTC
 * @returns the ids of its files; null where there is no such request
 */
export async function eraseRequest(
  trx: Knex.Transaction,
  requestId: string,
  { outcome, at }: { outcome: Ending; at: string },
): Promise<{ files: string[]; administrationIds: string[] } | null> {
  const row = await trx(REQUESTS).where({ id: requestId }).first<Row | undefined>();
  if (!row) return null;
  await trx(REQUESTS).where({ id: requestId }).delete();
  await trx(REMAINS).insert({
    request_id: requestId,
    administration_id: row.administration_id,
    reference: row.reference,
    procedure: row.procedure,
    nature: row.nature,
    recipient: row.recipient,
    received_at: row.received_at,
    closed_at: row.closed_at,
    ended_at: at,
    outcome,
    tracking_hash: outcome === 'delivered' ? row.tracking_hash : null,
  });
  const passages = await trx(PASSAGES)
    .where({ request_id: requestId })
    .select<{ administration_id: string }[]>('administration_id');
  await trx(PASSAGES).where({ request_id: requestId }).delete();
  await trx(EVENTS).where({ request_id: requestId }).whereNotIn('kind', told).delete();
  await trx(EVENTS).where({ request_id: requestId }).update({ content: null, agent_id: null });
  await trx(IDEMPOTENCY).where({ request_id: requestId }).delete();
  await trx(LINKS).where({ request_id: requestId }).delete();
  await eraseReport(trx, requestId);
  const files = await trx(ATTACHMENTS)
    .where({ request_id: requestId })
    .update({
      state: 'incoming',
      request_id: null,
      claimed_at: null,
      expires_at: at,
      key: null,
      fingerprint: null,
      wrapped_key: null,
      content: null,
    })
    .returning<{ id: string }[]>('id');
  return {
    files: files.map(({ id }) => id),
    administrationIds: [row.administration_id, ...passages.map((one) => one.administration_id)],
  };
}

/**
 * Folds what SQLite has written beside its file into it, where what was deleted is written over (`durability.ts`), and
 * cuts it off. PostgreSQL keeps deleted rows until its own vacuum comes by.
 */
export async function leaveNothing(knex: Knex): Promise<void> {
  if (isSqlite(knex)) await knex.raw('pragma wal_checkpoint(truncate)');
}
