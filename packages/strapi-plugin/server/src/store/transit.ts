/** Requests that only pass through, as typed queries. */
import type { TransitWay } from '@guichet/contracts/admin/retention';
import type { Nature } from '@guichet/contracts/request';
import type { Knex } from 'knex';
import type { CivilDate } from '../domain/civil-date.js';
import { ADMINISTRATIONS, EVENTS, REMAINS, REQUESTS } from './tables.js';
import { factsOf } from './timeline.js';

/** How many their service has not taken over yet. */
export async function countTransit(knex: Knex, administrationId: string): Promise<number> {
  const row = (await knex(REQUESTS)
    .where({ administration_id: administrationId, transit: 'awaited' })
    .whereNot({ status: 'closed' })
    .count({ total: '*' })
    .first()) as { total: number | string };
  return Number(row.total);
}

/** The oldest of those that nobody took over in time, and that are not closed. */
export async function lapsedTransits(
  knex: Knex,
  administrationId: string,
  limit: number,
): Promise<{ id: string; reference: string; receivedAt: string }[]> {
  const rows = await knex(REQUESTS)
    .where({ administration_id: administrationId, transit: 'lapsed' })
    .whereNot({ status: 'closed' })
    .orderBy(['received_at', 'id'])
    .limit(limit)
    .select<{ id: string; reference: string; received_at: string }[]>('id', 'reference', 'received_at');
  return rows.map(({ id, reference, received_at }) => ({ id, reference, receivedAt: received_at }));
}

/** In the order of their ids, requests of which something is to be done by that day. */
export async function transitsBy(
  knex: Knex,
  day: CivilDate,
  after: string,
  limit: number,
): Promise<{ id: string; isDelivered: boolean }[]> {
  const rows = await knex(REQUESTS)
    .where('transit_on', '<=', day)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .select<{ id: string; transit: string }[]>('id', 'transit');
  return rows.map(({ id, transit }) => ({ id, isDelivered: transit === 'delivered' }));
}

/** How a request is handed on; undefined where it is not. */
export async function transitWayOf(knex: Knex, requestId: string): Promise<TransitWay | undefined> {
  const row = await knex(EVENTS)
    .where({ request_id: requestId, kind: 'received' })
    .first<{ facts: string | null } | undefined>('facts');
  return factsOf(row?.facts ?? null).opening?.transit;
}

/**
 * As the first statement of the transaction that records a delivery.
 *
 * @returns null where it was recorded, or it does not pass through any more
 */
export async function lockTransit(
  trx: Knex.Transaction,
  id: string,
): Promise<{ administrationId: string; timeZone: string } | null> {
  const [row] = await trx(REQUESTS)
    .where({ id })
    .whereIn('transit', ['awaited', 'lapsed'])
    .update({ updated_at: trx.ref('updated_at') })
    .returning<{ administration_id: string }[]>('administration_id');
  if (!row) return null;
  const uid = row.administration_id;
  const zone = await trx(ADMINISTRATIONS)
    .where({ uid })
    .first<{ time_zone: string } | undefined>('time_zone');
  return { administrationId: uid, timeZone: zone?.time_zone ?? 'Europe/Paris' };
}

/** Whether its resident has added to a request after an instant. */
export async function hasGrownSince(
  trx: Knex.Transaction,
  requestId: string,
  instant: string,
): Promise<boolean> {
  const added = await trx(EVENTS)
    .where({ request_id: requestId, actor: 'resident' })
    .whereNot({ kind: 'received' })
    .where('at', '>', instant)
    .first<{ id: string } | undefined>('id');
  return added !== undefined;
}

/**
 * As the first statement of the transaction that shreds a request.
 *
 * @param quietSince RFC 3339 in UTC: what was added after it may have mails on their way
 * @returns false where it is not, or no longer, or not yet, to be shredded that day
 */
export async function isToShred(
  trx: Knex.Transaction,
  id: string,
  { today, quietSince }: { today: CivilDate; quietSince: string },
): Promise<boolean> {
  const changed = await trx(REQUESTS)
    .where({ id, transit: 'delivered' })
    .where('transit_on', '<=', today)
    .where('updated_at', '<', quietSince)
    .update({ transit_on: null });
  return changed === 1;
}

/** What remains of a request that its service has taken over, for who holds its code. */
export interface HandedOver {
  id: string;
  administrationId: string;
  reference: string;
  nature: Nature;
  recipient: string | null;
  receivedAt: string;
  endedAt: string;
  trackingHash: string;
}

export async function findHandedOver(
  knex: Knex,
  by: { request_id: string } | { reference: string },
  administrationIds: readonly string[],
): Promise<HandedOver | null> {
  const row = await knex(REMAINS)
    .where(by)
    .whereIn('administration_id', administrationIds)
    .whereNotNull('tracking_hash')
    .first<Record<string, string> | undefined>();
  return row
    ? {
        id: row['request_id']!,
        administrationId: row['administration_id']!,
        reference: row['reference']!,
        nature: row['nature'] as Nature,
        recipient: row['recipient'] ?? null,
        receivedAt: row['received_at']!,
        endedAt: row['ended_at']!,
        trackingHash: row['tracking_hash']!,
      }
    : null;
}
