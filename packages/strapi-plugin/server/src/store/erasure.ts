/**
 * What shreds a request: its data key goes, and with it all that was sealed under it, whatever copy of the rows is left
 * somewhere; then the rows go. What remains is its reference, its dates and its procedure.
 */
import type { Knex } from 'knex';
import { isSqlite } from '../jobs/dialect.js';
import type { Row } from './request-row.js';
import { ATTACHMENTS, EVENTS, IDEMPOTENCY, LINKS, PASSAGES, REMAINS, REQUESTS } from './tables.js';

export type Ending = 'eliminated' | 'transferred' | 'delivered';

/** The facts that tell of the end itself, by whom it was agreed: they hold nothing of a person. */
const told = ['eliminated', 'delivered'];

/**
 * Leaves nothing of a request but what remains, within the transaction that records its end. Its files are no longer
 * anybody's, without a key: what follows, or else the sweep, deletes them one by one.
 *
 * @param at RFC 3339 in UTC
 * @returns the ids of its files; null where there is no such request
 */
export async function eraseRequest(
  trx: Knex.Transaction,
  requestId: string,
  { outcome, at }: { outcome: Ending; at: string },
): Promise<{ files: string[]; administrationIds: string[] } | null> {
  const [row] = await trx(REQUESTS).where({ id: requestId }).delete().returning<Row[]>('*');
  if (!row) return null;
  await trx(REMAINS).insert({
    request_id: requestId,
    administration_id: row.administration_id,
    reference: row.reference,
    procedure: row.procedure,
    recipient: row.recipient,
    received_at: row.received_at,
    closed_at: row.closed_at,
    ended_at: at,
    outcome,
    tracking_hash: outcome === 'delivered' ? row.tracking_hash : null,
  });
  const passages = await trx(PASSAGES)
    .where({ request_id: requestId })
    .delete()
    .returning<{ administration_id: string }[]>('administration_id');
  await trx(EVENTS).where({ request_id: requestId }).whereNotIn('kind', told).delete();
  await trx(EVENTS).where({ request_id: requestId }).update({ content: null, agent_id: null });
  await trx(IDEMPOTENCY).where({ request_id: requestId }).delete();
  await trx(LINKS).where({ request_id: requestId }).delete();
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
 * SQLite leaves what was deleted in its file until something overwrites it, keys included: meanwhile it overwrites with
 * zeros at once, and what was written beside the file is folded into it and cut off. PostgreSQL has its own vacuum and
 * keeps deleted rows until it comes by.
 */
export async function withNothingLeft<T>(knex: Knex, work: () => Promise<T>): Promise<T> {
  if (!isSqlite(knex)) return work();
  await knex.raw('pragma secure_delete = on');
  try {
    return await work();
  } finally {
    await knex.raw('pragma wal_checkpoint(truncate)');
    await knex.raw('pragma secure_delete = off');
  }
}
