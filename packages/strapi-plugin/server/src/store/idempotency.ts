/** What makes a creating POST safe to send again: the key claims its place first, and keeps the reply for 72 hours. */
import type { Knex } from 'knex';
import { IDEMPOTENCY, REQUESTS } from './tables.js';

/** How long a reply can be asked for again: as long as mails are tried. */
export const REPLY_HOURS = 72;

export interface Claim {
  administrationId: string;
  key: string;
  /** Keyed hash of what was asked. */
  fingerprint: string;
  requestId: string;
  /** The reply, sealed with the request's data key. */
  reply: string;
  /** RFC 3339 in UTC. */
  expiresAt: string;
}

export interface EarlierReply {
  /** Under which it was claimed, and its reply sealed. */
  claimedUnder: string;
  /** Who answers for its request now: what its key is wrapped under. */
  administrationId: string;
  fingerprint: string;
  requestId: string;
  reply: string;
  wrappedKey: string;
}

/**
 * One statement, and the first of its transaction. Another transaction with the same key waits for this one's end
 * (PostgreSQL) or for the file (SQLite).
 *
 * @returns false where the key was used before
 */
export async function claimKey(trx: Knex.Transaction, claim: Claim): Promise<boolean> {
  const rows = (await trx(IDEMPOTENCY)
    .insert({
      administration_id: claim.administrationId,
      key: claim.key,
      fingerprint: claim.fingerprint,
      request_id: claim.requestId,
      reply: claim.reply,
      expires_at: claim.expiresAt,
    })
    .onConflict(['administration_id', 'key'])
    .ignore()
    .returning('key')) as unknown[];
  return rows.length > 0;
}

interface EarlierRow {
  claimed_under: string;
  administration_id: string;
  fingerprint: string;
  request_id: string;
  reply: string;
  wrapped_key: string;
}

/** The reply that a key got from any of these administrations. */
export async function earlierReply(
  trx: Knex.Transaction,
  key: string,
  administrationIds: readonly string[],
): Promise<EarlierReply | null> {
  const row = await trx(`${IDEMPOTENCY} as i`)
    .join(`${REQUESTS} as r`, 'r.id', 'i.request_id')
    .where('i.key', key)
    .whereIn('i.administration_id', administrationIds)
    .first<EarlierRow | undefined>(
      'i.administration_id as claimed_under',
      'r.administration_id',
      'i.fingerprint',
      'i.request_id',
      'i.reply',
      'r.wrapped_key',
    );
  return row
    ? {
        claimedUnder: row.claimed_under,
        administrationId: row.administration_id,
        fingerprint: row.fingerprint,
        requestId: row.request_id,
        reply: row.reply,
        wrappedKey: row.wrapped_key,
      }
    : null;
}

/** @param now RFC 3339 in UTC */
export async function forgetExpired(knex: Knex, now: string): Promise<void> {
  await knex(IDEMPOTENCY).where('expires_at', '<', now).delete();
}
