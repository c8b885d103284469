/** When agents are away, and who stands in: beside what they serve, and gone with it. */
import type { Knex } from 'knex';
import type { Away } from '../domain/absence.js';
import { AGENTS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(AGENTS, (table) => {
    /** Civil dates, both days away. */
    table.text('absent_from');
    table.text('absent_until');
    table.integer('cover_id');
    // Of the few: who has nobody to stand in for asks it at each list.
    table.index(['cover_id'], 'guichet_agents_cover', { predicate: knex.whereNotNull('cover_id') });
  });
}

interface Row {
  admin_user_id: number;
  administration_id: string;
  absent_from: string | null;
  absent_until: string | null;
  cover_id: number | null;
}

export interface StoredAbsence extends Away {
  adminUserId: number;
  administrationId: string;
}

const absenceOf = (row: Row): StoredAbsence => ({
  adminUserId: row.admin_user_id,
  administrationId: row.administration_id,
  from: row.absent_from ?? '',
  until: row.absent_until ?? '',
  coverId: row.cover_id,
});

/** Those announced, past ones included: of some agents, of some administrations, or that one agent is named in. */
export async function absences(
  knex: Knex,
  which: { of: number } | { at: readonly string[] } | { coveredBy: number },
): Promise<StoredAbsence[]> {
  const query = knex<Row>(AGENTS).whereNotNull('absent_until').orderBy('admin_user_id');
  if ('of' in which) void query.where('admin_user_id', which.of);
  else if ('at' in which) void query.whereIn('administration_id', which.at);
  else void query.where('cover_id', which.coveredBy);
  return (await query).map(absenceOf);
}

/** Replaces what one agent has announced. */
export async function setAbsence(
  trx: Knex.Transaction,
  adminUserId: number,
  absence: { from: string; until: string; covers: ReadonlyMap<string, number | null> } | null,
): Promise<void> {
  const of = { admin_user_id: adminUserId };
  await trx<Row>(AGENTS)
    .where(of)
    .update({ absent_from: absence?.from ?? null, absent_until: absence?.until ?? null, cover_id: null });
  for (const [administrationId, coverId] of absence?.covers ?? [])
    if (coverId !== null)
      await trx<Row>(AGENTS)
        .where({ ...of, administration_id: administrationId })
        .update({ cover_id: coverId });
}
