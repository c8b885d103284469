/** Which agents are anonymous to residents, who decided it and why (CRPA L111-2): a record, which nothing removes. */
import type { Knex } from 'knex';
import { ANONYMITIES, PASSAGES } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(ANONYMITIES, (table) => {
    table.text('id').primary();
    table.text('administration_id').notNullable();
    table.integer('admin_user_id').notNullable();
    // People as they were called then.
    table.text('agent_name').notNullable();
    table.text('decided_by').notNullable();
    table.text('decided_at').notNullable();
    /** Sealed: it may name who threatens whom. */
    table.text('reason').notNullable();
    table.text('wrapped_key').notNullable();
    /** The ring's key that wrapped it. */
    table.text('key_id').notNullable();
    table.text('ended_by');
    table.text('ended_at');
    // One at a time, whichever of two nodes was asked.
    table.unique(['admin_user_id', 'administration_id'], {
      indexName: 'guichet_anonymities_standing',
      useConstraint: false,
      predicate: knex.whereNull('ended_at'),
    });
    table.index(['administration_id']);
  });
}

interface Row {
  id: string;
  administration_id: string;
  admin_user_id: number;
  agent_name: string;
  decided_by: string;
  decided_at: string;
  reason: string;
  wrapped_key: string;
  key_id: string;
  ended_by: string | null;
  ended_at: string | null;
}

export interface NewStoredAnonymity {
  id: string;
  administrationId: string;
  agentId: number;
  agentName: string;
  by: string;
  /** RFC 3339 in UTC. */
  at: string;
  reason: string;
  wrappedKey: string;
  keyId: string;
}

export interface StoredAnonymity extends NewStoredAnonymity {
  ended: { by: string; at: string } | null;
}

const anonymityOf = (row: Row): StoredAnonymity => ({
  id: row.id,
  administrationId: row.administration_id,
  agentId: row.admin_user_id,
  agentName: row.agent_name,
  by: row.decided_by,
  at: row.decided_at,
  reason: row.reason,
  wrappedKey: row.wrapped_key,
  keyId: row.key_id,
  ended: row.ended_at === null ? null : { by: row.ended_by!, at: row.ended_at },
});

/** The newest first, those that have ended included. */
export async function anonymitiesOf(knex: Knex, administrationId: string): Promise<StoredAnonymity[]> {
  const rows = await knex<Row>(ANONYMITIES)
    .where({ administration_id: administrationId })
    .orderBy([
      { column: 'decided_at', order: 'desc' },
      { column: 'id', order: 'desc' },
    ]);
  return rows.map(anonymityOf);
}

/** @throws a unique violation where the agent is anonymous there already */
export async function addAnonymity(trx: Knex.Transaction, anonymity: NewStoredAnonymity): Promise<void> {
  await trx<Row>(ANONYMITIES).insert({
    id: anonymity.id,
    administration_id: anonymity.administrationId,
    admin_user_id: anonymity.agentId,
    agent_name: anonymity.agentName,
    decided_by: anonymity.by,
    decided_at: anonymity.at,
    reason: anonymity.reason,
    wrapped_key: anonymity.wrappedKey,
    key_id: anonymity.keyId,
  });
}

/** @returns false where it has ended, or never was */
export async function endAnonymity(
  trx: Knex.Transaction,
  of: { agentId: number; administrationId: string },
  ended: NonNullable<StoredAnonymity['ended']>,
): Promise<boolean> {
  const changed = await trx<Row>(ANONYMITIES)
    .where({ admin_user_id: of.agentId, administration_id: of.administrationId, ended_at: null })
    .update({ ended_by: ended.by, ended_at: ended.at });
  return changed === 1;
}

/** Where an agent is anonymous now. */
export async function anonymousAt(knex: Knex, agentId: number): Promise<string[]> {
  const rows = await knex<Row>(ANONYMITIES)
    .where({ admin_user_id: agentId, ended_at: null })
    .select('administration_id');
  return rows.map((row) => row.administration_id);
}

/** Those of some agents who are anonymous now where a request is, or in an administration that forwarded it. */
export async function anonymousAmong(
  knex: Knex,
  agentIds: readonly number[],
  where: { requestId: string; administrationIds: readonly string[] },
): Promise<number[]> {
  const rows = await knex<Row>(ANONYMITIES)
    .whereIn('admin_user_id', agentIds)
    .where({ ended_at: null })
    .where((any) => {
      void any
        .whereIn('administration_id', where.administrationIds)
        .orWhereIn(
          'administration_id',
          knex(PASSAGES).where({ request_id: where.requestId }).select('administration_id'),
        );
    })
    .distinct('admin_user_id');
  return rows.map((row) => row.admin_user_id);
}

/** Every key of the ring that a reason needs. */
export async function anonymityKeyIds(knex: Knex): Promise<string[]> {
  const rows = await knex(ANONYMITIES).distinct<{ key_id: string }[]>('key_id');
  return rows.map((row) => row.key_id);
}
