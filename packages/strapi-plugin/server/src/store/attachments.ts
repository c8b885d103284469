/** Files beside requests, as typed queries. No statement holds SQLite's one connection longer than a row takes. */
import type { AttachmentState } from '@guichet/contracts/attachment';
import type { Knex } from 'knex';
import { ATTACHMENT_CHUNKS, ATTACHMENTS } from './tables.js';

interface Row {
  id: string;
  administration_id: string;
  request_id: string | null;
  sent_by: string;
  claimed_at: string | null;
  expires_at: string;
  state: 'incoming' | AttachmentState;
  size: number;
  network: string | null;
  key: string | null;
  fingerprint: string | null;
  wrapped_key: string | null;
  content: string | null;
}

/** A file without its bytes. Instants are RFC 3339 in UTC. */
export interface StoredAttachment {
  id: string;
  administrationId: string;
  requestId: string | null;
  sentBy: string;
  claimedAt: string | null;
  expiresAt: string;
  state: 'incoming' | AttachmentState;
  size: number;
  fingerprint: string | null;
  wrappedKey: string | null;
  content: string | null;
}

const attachmentOf = (row: Row): StoredAttachment => ({
  id: row.id,
  administrationId: row.administration_id,
  requestId: row.request_id,
  sentBy: row.sent_by,
  claimedAt: row.claimed_at,
  expiresAt: row.expires_at,
  state: row.state,
  size: row.size,
  fingerprint: row.fingerprint,
  wrappedKey: row.wrapped_key,
  content: row.content,
});

export type NewAttachment = Pick<
  StoredAttachment,
  'id' | 'administrationId' | 'requestId' | 'sentBy' | 'expiresAt' | 'size'
> & { network: string; wrappedKey: string };

/** Makes room for a file that is about to come in. */
export async function reserve(trx: Knex.Transaction, attachment: NewAttachment): Promise<void> {
  await trx<Row>(ATTACHMENTS).insert({
    id: attachment.id,
    administration_id: attachment.administrationId,
    request_id: attachment.requestId,
    sent_by: attachment.sentBy,
    expires_at: attachment.expiresAt,
    state: 'incoming',
    size: attachment.size,
    network: attachment.network,
    wrapped_key: attachment.wrappedKey,
  });
}

/** The bytes that an administration holds and nothing has named yet, and those of one network among them. */
export async function unclaimedBytes(
  trx: Knex.Transaction,
  administrationId: string,
  network: string,
): Promise<{ all: number; ofNetwork: number }> {
  const row = await trx<Row>(ATTACHMENTS)
    .where({ administration_id: administrationId, claimed_at: null })
    .first<{ all: unknown; of_network: unknown }>(
      trx.raw('sum(size) as "all"'),
      trx.raw('sum(case when network = ? then size else 0 end) as of_network', [network]),
    );
  return { all: Number(row.all), ofNetwork: Number(row.of_network) };
}

export async function addChunks(
  trx: Knex.Transaction,
  attachmentId: string,
  seq: number,
  bytes: Buffer,
): Promise<void> {
  await trx(ATTACHMENT_CHUNKS).insert({ attachment_id: attachmentId, seq, bytes });
}

/** @returns null where there is no such row */
export async function chunksAt(knex: Knex, attachmentId: string, seq: number): Promise<Buffer | null> {
  const row = await knex(ATTACHMENT_CHUNKS)
    .where({ attachment_id: attachmentId, seq })
    .first<{ bytes: Buffer } | undefined>('bytes');
  return row?.bytes ?? null;
}

export interface Received {
  state: AttachmentState;
  size: number;
  content: string;
  expiresAt: string;
  key: string | null;
  fingerprint: string;
}

/**
 * All of the file is there.
 *
 * @returns false where it was swept meanwhile
 * @throws a unique violation where its administration has had another under the same key
 */
export async function settle(trx: Knex.Transaction, id: string, received: Received): Promise<boolean> {
  const { expiresAt, ...rest } = received;
  const settled = await trx<Row>(ATTACHMENTS)
    .where({ id, state: 'incoming' })
    .update({ ...rest, expires_at: expiresAt });
  return settled === 1;
}

export async function attachmentByKey(
  knex: Knex,
  administrationId: string,
  key: string,
): Promise<StoredAttachment | null> {
  const row = await knex<Row>(ATTACHMENTS).where({ administration_id: administrationId, key }).first();
  return row ? attachmentOf(row) : null;
}

/** Those of these administrations, in no order. */
export async function attachmentsOf(
  knex: Knex,
  ids: readonly string[],
  administrationIds: readonly string[],
): Promise<StoredAttachment[]> {
  const rows = await knex<Row>(ATTACHMENTS)
    .whereIn('id', ids)
    .whereIn('administration_id', administrationIds);
  return rows.map(attachmentOf);
}

/** A file that something of this request has named. */
export async function attachmentOfRequest(
  knex: Knex,
  id: string,
  requestId: string,
): Promise<StoredAttachment | null> {
  const row = await knex<Row>(ATTACHMENTS)
    .where({ id, request_id: requestId })
    .whereNotNull('claimed_at')
    .first();
  return row ? attachmentOf(row) : null;
}

export async function statesOf(
  knex: Knex,
  requestId: string,
): Promise<Map<string, StoredAttachment['state']>> {
  const rows = await knex<Row>(ATTACHMENTS).where({ request_id: requestId }).select('id', 'state');
  return new Map(rows.map(({ id, state }) => [id, state]));
}

/**
 * Gives files to a request, in one statement.
 *
 * @param wrappedKeys by id
 * @returns false where one of them has been given already, or is no more: to be undone by the caller
 */
export async function claimAttachments(
  trx: Knex.Transaction,
  wrappedKeys: ReadonlyMap<string, string>,
  { requestId, claimedAt }: { requestId: string; claimedAt: string },
): Promise<boolean> {
  const ids = [...wrappedKeys.keys()];
  const cases = ids.map(() => 'when ? then ?').join(' ');
  const claimed = await trx<Row>(ATTACHMENTS)
    .whereIn('id', ids)
    .whereIn('state', ['available', 'waiting'])
    .whereNull('claimed_at')
    .update({
      request_id: requestId,
      claimed_at: claimedAt,
      network: null,
      wrapped_key: trx.raw<string>(`case id ${cases} end`, [...wrappedKeys].flat()),
    });
  return claimed === ids.length;
}

/** Deletes a file and its key, unless something has named it since it was looked up: what was acknowledged stays. */
export async function removeUnclaimed(trx: Knex.Transaction, id: string): Promise<void> {
  // First the row, whose lock a claim waits for.
  const removed = await trx<Row>(ATTACHMENTS).where({ id }).whereNull('claimed_at').delete();
  if (removed) await trx(ATTACHMENT_CHUNKS).where({ attachment_id: id }).delete();
}

/** What nothing has named in time, and what never came in whole. */
export async function expiredAttachments(knex: Knex, now: string, limit: number): Promise<string[]> {
  const rows = await knex<Row>(ATTACHMENTS)
    .whereNull('claimed_at')
    .where('expires_at', '<', now)
    .limit(limit)
    .select('id');
  return rows.map(({ id }) => id);
}

/** What the antivirus has yet to read, with the request's own key where a request has it. */
export async function waitingAttachments(
  knex: Knex,
  after: string,
  limit: number,
): Promise<StoredAttachment[]> {
  const rows = await knex<Row>(ATTACHMENTS)
    .where({ state: 'waiting' })
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit);
  return rows.map(attachmentOf);
}

export async function release(knex: Knex, id: string): Promise<void> {
  await knex<Row>(ATTACHMENTS).where({ id, state: 'waiting' }).update({ state: 'available' });
}

/** Deletes the bytes and their key; that there was such a file stays. */
export async function condemn(trx: Knex.Transaction, id: string): Promise<void> {
  await trx<Row>(ATTACHMENTS).where({ id }).update({ state: 'infected', wrapped_key: null, content: null });
  await trx(ATTACHMENT_CHUNKS).where({ attachment_id: id }).delete();
}
