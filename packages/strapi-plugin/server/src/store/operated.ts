/** Requests made at operators, as typed queries. What could open somebody's file there is sealed. */
import type { Language } from '@guichet/contracts/administration';
import type { RequestStatus } from '@guichet/contracts/tracking';
import type { Knex } from 'knex';
import type { OperatedState, Told } from '../domain/operated.js';
import type { DataKey, Place, Vault } from '../vault/vault.js';
import { LINKS, OPERATED, OPERATED_STEPS, REMAINS, REQUESTS } from './tables.js';

/** A request, with what is sealed of it still sealed. Instants are RFC 3339 in UTC. */
export interface OperatedRequest {
  id: string;
  administrationId: string;
  teleprocedureId: string;
  operatorId: string;
  reference: string;
  trackingHash: string;
  begunAt: string;
  claimedAt: string | null;
  sentAt: string | null;
  confirmedAt: string | null;
  operatorReference: string | null;
  status: RequestStatus;
  label: string;
  toldAt: string;
  wrappedKey: string;
  /** Null where no connector made it. */
  handle: string | null;
  pollAt: string | null;
  pollFailures: number;
  staleSince: string | null;
  /** Of one that an agent has sent there, how far that is; null of what its resident made there. */
  sending: Sending | null;
  /** Where its resident wants the reference sent; null where no address was given. Sealed. */
  email: string | null;
  language: Language | null;
}

/** `trying`: it may have arrived, and nobody has said so. */
export type Sending = 'waiting' | 'trying' | 'sent' | 'failed';

interface Row {
  id: string;
  administration_id: string;
  teleprocedure_id: string;
  operator_id: string;
  reference: string;
  tracking_hash: string | null;
  begun_at: string;
  claimed_at: string | null;
  sent_at: string | null;
  confirmed_at: string | null;
  operator_reference: string | null;
  status: RequestStatus;
  label: string;
  told_at: string;
  wrapped_key: string | null;
  key_id: string | null;
  handle: string | null;
  poll_at: string | null;
  poll_failures: number;
  stale_since: string | null;
  ended_at: string | null;
  sending: Sending | null;
  email?: string | null;
  email_index?: string | null;
  language?: Language | null;
}

interface StepRow {
  request_id: string;
  id: string;
  at: string;
  word: string;
  label: string | null;
  reference: string | null;
  acknowledged_on: string | null;
  is_draft: boolean | 0 | 1;
  link: string | null;
}

const requestOf = (row: Row): OperatedRequest => ({
  id: row.id,
  administrationId: row.administration_id,
  teleprocedureId: row.teleprocedure_id,
  operatorId: row.operator_id,
  reference: row.reference,
  trackingHash: row.tracking_hash!,
  begunAt: row.begun_at,
  claimedAt: row.claimed_at,
  sentAt: row.sent_at,
  confirmedAt: row.confirmed_at,
  operatorReference: row.operator_reference,
  status: row.status,
  label: row.label,
  toldAt: row.told_at,
  wrappedKey: row.wrapped_key!,
  handle: row.handle,
  pollAt: row.poll_at,
  pollFailures: row.poll_failures,
  staleSince: row.stale_since,
  sending: row.sending,
  email: row.email ?? null,
  language: row.language ?? null,
});

type Owned = Pick<OperatedRequest, 'id' | 'administrationId'>;

const placeOf = ({ id, administrationId }: Owned, field: string): Place => ({
  administrationId,
  table: OPERATED,
  record: id,
  field,
});

const keyOf = (vault: Vault, request: Owned & Pick<OperatedRequest, 'wrappedKey'>): DataKey =>
  vault.openDataKey(request.wrappedKey, placeOf(request, 'key'));

/** Those that are still known. */
const live = (knex: Knex) => knex<Row>(OPERATED).whereNull('ended_at');

/** As its resident follows it, and as its page asks for it. */
export async function findOperated(
  knex: Knex,
  by: { id: string } | { reference: string },
  administrationIds: readonly string[],
): Promise<OperatedRequest | null> {
  const row = await live(knex)
    .where(by)
    .whereNull('sending')
    .whereIn('administration_id', administrationIds)
    .first();
  return row ? requestOf(row) : null;
}

export interface NewOperated extends Pick<
  OperatedRequest,
  | 'id'
  | 'administrationId'
  | 'teleprocedureId'
  | 'operatorId'
  | 'reference'
  | 'trackingHash'
  | 'begunAt'
  | 'claimedAt'
  | 'operatorReference'
  | 'toldAt'
  | 'pollAt'
> {
  /** What a connector knows its file by; null where none made it. */
  handle: string | null;
}

/**
 * Holds a request until the transaction ends; its first statement.
 *
 * @returns null where there is none, or it is forgotten: `isForgotten` tells which
 */
export async function holdOperated(
  trx: Knex.Transaction,
  id: string,
): Promise<{ request: OperatedRequest | null; isForgotten: boolean }> {
  const [row] = await trx<Row>(OPERATED).where({ id }).update({ id }).returning('*');
  const isForgotten = row !== undefined && row.ended_at !== null;
  return { request: row && !isForgotten ? requestOf(row) : null, isForgotten };
}

/** Thrown where a request of another kind has that reference: another is to be drawn. */
export class ReferenceTaken extends Error {
  override name = 'ReferenceTaken';
}

/**
 * After {@link holdOperated}, which found none.
 *
 * @throws ReferenceTaken; a unique violation where another has that reference, or was added meanwhile
 */
export async function addOperated(
  trx: Knex.Transaction,
  vault: Vault,
  added: NewOperated,
): Promise<OperatedRequest> {
  for (const table of [REQUESTS, REMAINS])
    if (await trx(table).where({ reference: added.reference }).first('reference')) throw new ReferenceTaken();
  return insert(trx, vault, added, null);
}

async function insert(
  trx: Knex.Transaction,
  vault: Vault,
  { handle, ...added }: Omit<NewOperated, 'trackingHash'> & { trackingHash: string | null },
  sending: Sending | null,
): Promise<OperatedRequest> {
  const { dataKey, wrapped } = vault.createDataKey(placeOf(added, 'key'));
  const row: Row = {
    id: added.id,
    administration_id: added.administrationId,
    teleprocedure_id: added.teleprocedureId,
    operator_id: added.operatorId,
    reference: added.reference,
    tracking_hash: added.trackingHash,
    begun_at: added.begunAt,
    claimed_at: added.claimedAt,
    sent_at: null,
    confirmed_at: null,
    operator_reference: added.operatorReference,
    status: 'received',
    label: '',
    told_at: added.toldAt,
    wrapped_key: wrapped,
    key_id: vault.currentKeyId,
    handle: handle && vault.seal(dataKey, handle, placeOf(added, 'handle')),
    poll_at: added.pollAt,
    poll_failures: 0,
    stale_since: null,
    ended_at: null,
    sending,
  };
  await trx<Row>(OPERATED).insert(row);
  return requestOf(row);
}

/** What its page said, where nothing was known before. */
export async function claimOperated(
  trx: Knex.Transaction,
  id: string,
  { reference, at }: { reference: string; at: string },
): Promise<void> {
  await trx<Row>(OPERATED)
    .where({ id })
    .whereNull('claimed_at')
    .update({
      claimed_at: at,
      operator_reference: trx.raw('coalesce(operator_reference, ?)', [reference]) as never,
    });
}

/** What is sealed of a step: addresses at the operator's, and what people wrote there. */
interface Links {
  url: string | null;
  acknowledgement: string | null;
  /** Absent of steps from before these were kept. */
  note?: string | null;
  agency?: string | null;
}

/** @returns false where the same was told before */
export async function addStep(
  trx: Knex.Transaction,
  vault: Vault,
  request: OperatedRequest,
  told: Told,
): Promise<boolean> {
  const { note = null, agency = null } = told;
  const links: Links = { url: told.url, acknowledgement: told.acknowledgement?.url ?? null, note, agency };
  const hasLinks = Object.values(links).some((link) => link !== null);
  const rows = (await trx<StepRow>(OPERATED_STEPS)
    .insert({
      request_id: request.id,
      id: told.id,
      at: told.at,
      word: told.word,
      label: told.label,
      reference: told.reference,
      acknowledged_on: told.acknowledgement?.on ?? null,
      is_draft: told.isDraft,
      link: hasLinks
        ? vault.seal(keyOf(vault, request), JSON.stringify(links), placeOf(request, `step ${told.id}`))
        : null,
    })
    .onConflict(['request_id', 'id'])
    .ignore()
    .returning('id')) as unknown[];
  return rows.length > 0;
}

/** What was told of a request, in no order. */
export async function toldOf(knex: Knex, vault: Vault, request: OperatedRequest): Promise<Told[]> {
  const rows = await knex<StepRow>(OPERATED_STEPS).where({ request_id: request.id });
  const key = rows.some(({ link }) => link !== null) ? keyOf(vault, request) : null;
  return rows.map((row) => {
    const links =
      row.link === null || !key
        ? ({ url: null, acknowledgement: null } satisfies Links)
        : (JSON.parse(vault.open(key, row.link, placeOf(request, `step ${row.id}`))) as Links);
    return {
      id: row.id,
      at: row.at,
      word: row.word,
      label: row.label,
      reference: row.reference,
      url: links.url,
      acknowledgement:
        row.acknowledged_on === null ? null : { on: row.acknowledged_on, url: links.acknowledgement },
      isDraft: Boolean(row.is_draft),
      note: links.note ?? null,
      agency: links.agency ?? null,
    };
  });
}

/** Where it stands now, as told by the operator itself. */
export async function projectOperated(
  trx: Knex.Transaction,
  { id }: Pick<OperatedRequest, 'id'>,
  { status, steps, reference, sentAt }: OperatedState,
  at: string,
): Promise<void> {
  await trx<Row>(OPERATED)
    .where({ id })
    .update({
      status,
      label: steps.at(-1)?.label ?? '',
      sent_at: sentAt,
      told_at: at,
      confirmed_at: trx.raw('coalesce(confirmed_at, ?)', [at]) as never,
      ...(reference !== null && { operator_reference: reference }),
    });
}

/* The address that its resident gave. */

/** The one given last takes the place of another. @param given.index its keyed hash, of the request's administration */
export async function saveEmail(
  trx: Knex.Transaction,
  vault: Vault,
  request: OperatedRequest,
  { email, index, language }: { email: string; index: string; language: Language },
): Promise<void> {
  const sealed = vault.seal(keyOf(vault, request), email, placeOf(request, 'email'));
  await trx<Row>(OPERATED).where({ id: request.id }).update({ email: sealed, email_index: index, language });
}

export function openEmail(vault: Vault, request: OperatedRequest): string | null {
  return request.email && vault.open(keyOf(vault, request), request.email, placeOf(request, 'email'));
}

/** The latest begun first. */
export async function operatedOfMailbox(
  knex: Knex,
  { administrationIds, indexes }: { administrationIds: readonly string[]; indexes: readonly string[] },
  limit: number,
): Promise<OperatedRequest[]> {
  const rows = await live(knex)
    .whereIn('administration_id', administrationIds)
    .whereIn('email_index', indexes)
    .orderBy([
      { column: 'begun_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ])
    .limit(limit);
  return rows.map(requestOf);
}

/** Whoever it was begun with. */
export async function operatedById(knex: Knex, id: string): Promise<OperatedRequest | null> {
  const row = await live(knex).where({ id }).first();
  return row ? requestOf(row) : null;
}

/* What connectors ask about. */

/** What a connector knows it by; null where none made it. */
export function openHandle(vault: Vault, request: OperatedRequest): string | null {
  return request.handle && vault.open(keyOf(vault, request), request.handle, placeOf(request, 'handle'));
}

export async function saveHandle(
  trx: Knex.Transaction,
  vault: Vault,
  request: OperatedRequest,
  handle: string,
): Promise<void> {
  const sealed = vault.seal(keyOf(vault, request), handle, placeOf(request, 'handle'));
  await trx<Row>(OPERATED).where({ id: request.id }).update({ handle: sealed });
}

/** The téléprocédures of which something is to be asked. */
export async function teleprocedureIdsToPoll(knex: Knex, now: string): Promise<string[]> {
  const rows = await live(knex).where('poll_at', '<=', now).distinct('teleprocedure_id');
  return rows.map((row) => row.teleprocedure_id);
}

/** Those that have waited longest first. */
export async function requestsToPoll(
  knex: Knex,
  teleprocedureId: string,
  now: string,
  limit: number,
): Promise<OperatedRequest[]> {
  const rows = await live(knex)
    .where({ teleprocedure_id: teleprocedureId })
    .where('poll_at', '<=', now)
    .orderBy([{ column: 'poll_at' }, { column: 'id' }])
    .limit(limit);
  return rows.map(requestOf);
}

/** It was asked: when next, null for never. */
export async function notePoll(knex: Knex, id: string, pollAt: string | null): Promise<void> {
  await knex<Row>(OPERATED).where({ id }).update({ poll_at: pollAt, poll_failures: 0, stale_since: null });
}

/** It could not be asked: all of the téléprocédure that are due wait together, as one system answers for them. */
export async function postponePolls(
  knex: Knex,
  teleprocedureId: string,
  { now, until }: { now: string; until: string },
): Promise<void> {
  await live(knex)
    .where({ teleprocedure_id: teleprocedureId })
    .where('poll_at', '<=', now)
    .update({
      poll_at: until,
      poll_failures: knex.raw('poll_failures + 1') as never,
      stale_since: knex.raw('coalesce(stale_since, ?)', [now]) as never,
    });
}

/* What agents have sent to systems of who is competent: kept for as long as the request. */

/** By the request's id. */
export async function findReport(knex: Knex, requestId: string): Promise<OperatedRequest | null> {
  const row = await live(knex).where({ id: requestId }).whereNotNull('sending').first();
  return row ? requestOf(row) : null;
}

/** In the place of one that did not arrive. */
export async function addReport(
  trx: Knex.Transaction,
  vault: Vault,
  report: Pick<
    OperatedRequest,
    'id' | 'administrationId' | 'teleprocedureId' | 'operatorId' | 'reference' | 'begunAt'
  >,
): Promise<void> {
  await eraseReport(trx, report.id);
  const unknown = {
    trackingHash: null,
    claimedAt: null,
    operatorReference: null,
    handle: null,
    pollAt: null,
  };
  await insert(trx, vault, { ...report, ...unknown, toldAt: report.begunAt }, 'waiting');
}

/**
 * One step further.
 *
 * @param change.failedSince when it could not be sent; null: it could
 * @returns false where it is no longer where it was
 */
export async function changeSending(
  trx: Knex,
  { id, sending }: Pick<OperatedRequest, 'id' | 'sending'>,
  change: { to: Sending; failures: number; failedSince: string | null },
): Promise<boolean> {
  const changed = await trx<Row>(OPERATED)
    .where({ id, sending })
    .update({ sending: change.to, poll_failures: change.failures, stale_since: change.failedSince });
  return changed === 1;
}

export async function eraseReport(trx: Knex, requestId: string): Promise<void> {
  await trx(OPERATED_STEPS).where({ request_id: requestId }).delete();
  await trx<Row>(OPERATED).where({ id: requestId }).delete();
}

/* Forgetting. */

/** Of what nothing was told since then only the reference remains. @returns how many were forgotten */
export async function forgetOperated(
  trx: Knex.Transaction,
  before: string,
  now: string,
  limit: number,
): Promise<number> {
  const due = trx<Row>(OPERATED)
    .whereNull('ended_at')
    .whereNull('sending')
    .where('told_at', '<', before)
    .limit(limit)
    .select('id');
  const ended = await trx<Row>(OPERATED)
    .whereIn('id', due)
    .update({
      ended_at: now,
      tracking_hash: null,
      operator_reference: null,
      label: '',
      wrapped_key: null,
      key_id: null,
      handle: null,
      poll_at: null,
      stale_since: null,
      email: null,
      email_index: null,
      language: null,
    })
    .returning('id');
  const ids = ended.map(({ id }) => id);
  await trx(LINKS).whereIn('request_id', ids).delete();
  await trx<StepRow>(OPERATED_STEPS).whereIn('request_id', ids).delete();
  return ids.length;
}

/** The ids of ring keys that wrap some request's key. */
export async function operatedKeyIds(knex: Knex): Promise<string[]> {
  const rows = await knex<Row>(OPERATED).whereNotNull('key_id').distinct('key_id');
  return rows.flatMap(({ key_id }) => key_id ?? []);
}
