/** What is due to the archives, and the lists that they agree to, as typed queries. */
import type { FinalAction, HereRule } from '@guichet/contracts/admin/retention';
import { GENERAL_FORM } from '@guichet/contracts/general-form';
import type { Knex } from 'knex';
import type { CivilDate } from '../domain/civil-date.js';
import type { Ending } from './erasure.js';
import { ATTACHMENTS, REQUESTS, SLIP_ITEMS, SLIPS } from './tables.js';

/** Of one procedure, by its rule. */
export interface DueFilter {
  administrationId: string;
  slug: string;
  /** RFC 3339 in UTC: what was closed before it has had its time. */
  closedBefore: string;
}

/** What another administration forwarded is of no procedure here: the general form's rule is for it. */
const procedureHere = `case when sealed_under is null or sealed_under = administration_id then procedure else '${GENERAL_FORM}' end`;

function dueOf(knex: Knex, { administrationId, slug, closedBefore }: DueFilter): Knex.QueryBuilder {
  return knex(`${REQUESTS} as r`)
    .where({ administration_id: administrationId })
    .where('closed_at', '<', closedBefore)
    .where((any) => {
      // As `procedureHere` says, in terms that the index knows.
      if (slug === GENERAL_FORM) any.where('procedure', slug).orWhereRaw('sealed_under <> administration_id');
      else
        any
          .where('procedure', slug)
          .whereRaw('coalesce(sealed_under, administration_id) = administration_id');
    })
    .whereNull('held')
    .whereNotExists(
      knex(SLIP_ITEMS).whereRaw('request_id = r.id').whereNull('outcome').select(knex.raw('1')),
    );
}

/** Instants are RFC 3339 in UTC. */
export async function countDue(
  knex: Knex,
  filter: DueFilter,
): Promise<{ count: number; oldest: string; newest: string } | null> {
  const row = await dueOf(knex, filter).first<{ count: unknown; oldest: string; newest: string }>(
    knex.raw('count(*) as count, min(closed_at) as oldest, max(closed_at) as newest'),
  );
  const count = Number(row.count);
  return count ? { ...row, count } : null;
}

/** By procedure: how many are closed with nothing left to decide; of them, those on a list, and the others that a hold stops. */
export async function countClosed(
  knex: Knex,
  administrationId: string,
): Promise<Map<string, { closed: number; held: number; listed: number }>> {
  const rows = await knex(`${REQUESTS} as r`)
    .leftJoin(`${SLIP_ITEMS} as i`, (join) => {
      join.on('i.request_id', 'r.id').andOnNull('i.outcome');
    })
    .where({ administration_id: administrationId })
    .whereNotNull('r.closed_at')
    .groupByRaw('1')
    .select<{ slug: string; closed: unknown; held: unknown; listed: unknown }[]>(
      knex.raw(
        `${procedureHere} as slug, count(*) as closed, count(i.slip_id) as listed,
         count(case when i.slip_id is null then held end) as held`,
      ),
    );
  return new Map(
    rows.map(({ slug, closed, held, listed }) => [
      slug,
      { closed: Number(closed), held: Number(held), listed: Number(listed) },
    ]),
  );
}

export interface DueRequest {
  id: string;
  reference: string;
  receivedAt: string;
  closedAt: string;
  files: number;
  bytes: number;
}

/** The oldest of what is due. */
export async function dueRequests(knex: Knex, filter: DueFilter, limit: number): Promise<DueRequest[]> {
  const rows = await dueOf(knex, filter)
    .orderBy([{ column: 'closed_at' }, { column: 'id' }])
    .limit(limit)
    .select<{ id: string; reference: string; received_at: string; closed_at: string }[]>(
      'id',
      'reference',
      'received_at',
      'closed_at',
    );
  const files = await knex(ATTACHMENTS)
    .whereIn(
      'request_id',
      rows.map(({ id }) => id),
    )
    .whereNotNull('claimed_at')
    .groupBy('request_id')
    .select<{ request_id: string; files: unknown; bytes: unknown }[]>(
      'request_id',
      knex.raw('count(*) as files, sum(size) as bytes'),
    );
  const extents = new Map(files.map((one) => [one.request_id, one]));
  return rows.map(({ id, reference, received_at, closed_at }) => ({
    id,
    reference,
    receivedAt: received_at,
    closedAt: closed_at,
    files: Number(extents.get(id)?.files ?? 0),
    bytes: Number(extents.get(id)?.bytes ?? 0),
  }));
}

export interface NewStoredSlip {
  id: string;
  administrationId: string;
  year: number;
  finalAction: FinalAction;
  madeAt: string;
  madeBy: string;
}

export interface NewSlipItem extends DueRequest {
  procedureTitle: string | null;
  receivedOn: CivilDate;
  closedOn: CivilDate;
  keptUntil: CivilDate;
  agreement: HereRule['agreement'];
}

/** How an agreement is cited on a list, in French (CRPA L111-1): `2024/17 du 02/05/2024`. */
const agreementText = ({ reference, date }: HereRule['agreement']) =>
  `${reference} du ${date.split('-').reverse().join('/')}`;

/** Takes the administration's next number of the year. @throws a unique violation where another took it first */
export async function addSlip(trx: Knex.Transaction, slip: NewStoredSlip): Promise<void> {
  const { administrationId: administration_id, year } = slip;
  await trx(SLIPS).insert({
    id: slip.id,
    administration_id,
    year,
    number: trx(SLIPS).where({ administration_id, year }).select(trx.raw('coalesce(max(number), 0) + 1')),
    final_action: slip.finalAction,
    made_at: slip.madeAt,
    made_by: slip.madeBy,
    count: 0,
  });
}

export async function addSlipItems(
  trx: Knex.Transaction,
  slipId: string,
  items: readonly NewSlipItem[],
): Promise<void> {
  await trx.batchInsert(
    SLIP_ITEMS,
    items.map((item) => ({
      slip_id: slipId,
      request_id: item.id,
      reference: item.reference,
      procedure_title: item.procedureTitle,
      received_on: item.receivedOn,
      closed_on: item.closedOn,
      kept_until: item.keptUntil,
      closed_at: item.closedAt,
      files: item.files,
      bytes: item.bytes,
      agreement: agreementText(item.agreement),
    })),
    100,
  );
  await trx(SLIPS).where({ id: slipId }).update({ count: items.length });
}

interface SlipRow {
  id: string;
  administration_id: string;
  year: number;
  number: number;
  final_action: FinalAction;
  made_at: string;
  made_by: string;
  count: number;
  visa: string | null;
  visa_on: string | null;
  visa_service: string | null;
  agreed_by: string | null;
  done_at: string | null;
  withdrawn_at: string | null;
  withdrawn_by: string | null;
}

export interface StoredSlip extends NewStoredSlip {
  number: number;
  count: number;
  agreed: { reference: string; date: CivilDate; service: string; by: string } | null;
  doneAt: string | null;
  withdrawn: { at: string; by: string } | null;
}

const slipOf = (row: SlipRow): StoredSlip => ({
  id: row.id,
  administrationId: row.administration_id,
  year: row.year,
  number: row.number,
  finalAction: row.final_action,
  madeAt: row.made_at,
  madeBy: row.made_by,
  count: row.count,
  agreed:
    row.visa === null
      ? null
      : { reference: row.visa, date: row.visa_on!, service: row.visa_service!, by: row.agreed_by! },
  doneAt: row.done_at,
  withdrawn: row.withdrawn_at === null ? null : { at: row.withdrawn_at, by: row.withdrawn_by! },
});

/** The newest first. */
export async function slipsOf(knex: Knex, administrationId: string, limit: number): Promise<StoredSlip[]> {
  const rows = await knex(SLIPS)
    .where({ administration_id: administrationId })
    .orderBy([
      { column: 'year', order: 'desc' },
      { column: 'number', order: 'desc' },
    ])
    .limit(limit)
    .select<SlipRow[]>('*');
  return rows.map(slipOf);
}

export async function findSlip(
  knex: Knex,
  id: string,
  administrationIds: readonly string[],
): Promise<StoredSlip | null> {
  const row = await knex(SLIPS)
    .where({ id })
    .whereIn('administration_id', administrationIds)
    .first<SlipRow | undefined>();
  return row ? slipOf(row) : null;
}

/** Whoever's it is: for its execution. */
export async function findSlipById(knex: Knex, id: string): Promise<StoredSlip | null> {
  const row = await knex(SLIPS).where({ id }).first<SlipRow | undefined>();
  return row ? slipOf(row) : null;
}

/** Those that the archives agreed to, and that are not executed yet. */
export async function agreedSlips(knex: Knex): Promise<StoredSlip[]> {
  const rows = await knex(SLIPS).whereNotNull('visa').whereNull('done_at').select<SlipRow[]>('*');
  return rows.map(slipOf);
}

/** Still to be agreed to, or given up: who comes second finds that it is not. */
const standing = (id: string) => ({ id, visa: null, withdrawn_at: null });

/** @returns false where they have agreed already, or it was withdrawn */
export async function agreeToSlip(
  trx: Knex.Transaction,
  id: string,
  agreed: NonNullable<StoredSlip['agreed']>,
): Promise<boolean> {
  const changed = await trx(SLIPS).where(standing(id)).update({
    visa: agreed.reference,
    visa_on: agreed.date,
    visa_service: agreed.service,
    agreed_by: agreed.by,
  });
  return changed === 1;
}

/**
 * Its row stays, and so does its number: the archives may have it on paper.
 *
 * @returns false where the archives have agreed to it, or it was withdrawn
 */
export async function withdrawSlip(
  trx: Knex.Transaction,
  id: string,
  withdrawn: NonNullable<StoredSlip['withdrawn']>,
): Promise<boolean> {
  const changed = await trx(SLIPS)
    .where(standing(id))
    .update({ withdrawn_at: withdrawn.at, withdrawn_by: withdrawn.by });
  if (changed) await trx(SLIP_ITEMS).where({ slip_id: id, outcome: null }).update({ outcome: 'taken-off' });
  return changed === 1;
}

export interface SlipItem {
  requestId: string;
  reference: string;
  procedureTitle: string | null;
  receivedOn: CivilDate;
  closedOn: CivilDate;
  keptUntil: CivilDate;
  files: number;
  bytes: number;
  agreement: string;
  outcome: Ending | 'taken-off' | null;
}

export async function slipItems(knex: Knex, slipId: string): Promise<SlipItem[]> {
  const rows = await knex(SLIP_ITEMS)
    .where({ slip_id: slipId })
    .orderBy(['closed_at', 'request_id'])
    .select<Record<string, unknown>[]>('*');
  return rows.map((row) => ({
    requestId: row['request_id'] as string,
    reference: row['reference'] as string,
    procedureTitle: row['procedure_title'] as string | null,
    receivedOn: row['received_on'] as string,
    closedOn: row['closed_on'] as string,
    keptUntil: row['kept_until'] as string,
    files: Number(row['files']),
    bytes: Number(row['bytes']),
    agreement: row['agreement'] as string,
    outcome: row['outcome'] as SlipItem['outcome'],
  }));
}

/** By list: how many of its requests were taken off. */
export async function countTakenOff(knex: Knex, slipIds: readonly string[]): Promise<Map<string, number>> {
  const rows = await knex(SLIP_ITEMS)
    .whereIn('slip_id', slipIds)
    .where({ outcome: 'taken-off' })
    .groupBy('slip_id')
    .select<{ slip_id: string; count: unknown }[]>('slip_id', knex.raw('count(*) as count'));
  return new Map(rows.map(({ slip_id, count }) => [slip_id, Number(count)]));
}

/** Those of a list that are still to be dealt with. */
export async function pendingItems(knex: Knex, slipId: string, limit: number): Promise<string[]> {
  const rows = await knex(SLIP_ITEMS)
    .where({ slip_id: slipId })
    .whereNull('outcome')
    .limit(limit)
    .select<{ request_id: string }[]>('request_id');
  return rows.map((row) => row.request_id);
}

/**
 * As the first statement of a request's own transaction: whoever comes second finds it dealt with.
 *
 * @returns false where it was
 */
export async function settleItem(
  trx: Knex.Transaction,
  slipId: string,
  requestId: string,
  outcome: NonNullable<SlipItem['outcome']>,
): Promise<boolean> {
  const settled = await trx(SLIP_ITEMS)
    .where({ slip_id: slipId, request_id: requestId, outcome: null })
    .update({ outcome });
  return settled === 1;
}

/** Whether a request still is as it was listed: closed since then, without a break. */
export async function isAsListed(trx: Knex.Transaction, slipId: string, requestId: string): Promise<boolean> {
  const found = await trx(`${REQUESTS} as r`)
    .join(`${SLIP_ITEMS} as i`, 'i.request_id', 'r.id')
    .where({ 'i.slip_id': slipId, 'r.id': requestId })
    .whereRaw('r.closed_at = i.closed_at')
    .first<{ id: string } | undefined>('r.id');
  return found !== undefined;
}

export async function finishSlip(trx: Knex.Transaction, id: string, at: string): Promise<void> {
  await trx(SLIPS).where({ id, done_at: null }).update({ done_at: at });
}
