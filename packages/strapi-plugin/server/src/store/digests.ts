/** Which agents want to be told each morning what waits, and when they last were. */
import type { Knex } from 'knex';
import type { CivilDate } from '../domain/civil-date.js';
import { AGENTS } from './tables.js';

const DIGESTS = 'guichet_digests';

/** An agent without a row wants it. */
export async function createDigests(knex: Knex): Promise<void> {
  await knex.schema.createTable(DIGESTS, (table) => {
    table.integer('admin_user_id').primary();
    table.boolean('is_off').notNullable().defaultTo(false);
    /** The civil day of the latest. */
    table.text('sent_on');
  });
}

export async function wantsDigest(knex: Knex, adminUserId: number): Promise<boolean> {
  const row = await knex(DIGESTS)
    .where({ admin_user_id: adminUserId })
    .first<{ is_off: boolean | number } | undefined>('is_off');
  return !row?.is_off;
}

export async function setDigest(trx: Knex.Transaction, adminUserId: number, isOn: boolean): Promise<void> {
  await trx(DIGESTS)
    .insert({ admin_user_id: adminUserId, is_off: !isOn })
    .onConflict('admin_user_id')
    .merge(['is_off']);
}

/** Who serves one of these administrations, wants to be told and was not on that day; each with one of those served. */
export async function untoldAgents(
  knex: Knex,
  administrationIds: readonly string[],
  day: CivilDate,
): Promise<{ adminUserId: number; administrationId: string }[]> {
  const rows = await knex(AGENTS)
    .leftJoin(DIGESTS, `${DIGESTS}.admin_user_id`, `${AGENTS}.admin_user_id`)
    .whereIn(`${AGENTS}.administration_id`, administrationIds)
    .where((any) => any.whereNull(`${DIGESTS}.is_off`).orWhere(`${DIGESTS}.is_off`, false))
    .where((any) => any.whereNull(`${DIGESTS}.sent_on`).orWhere(`${DIGESTS}.sent_on`, '<', day))
    .groupBy(`${AGENTS}.admin_user_id`)
    .orderBy(`${AGENTS}.admin_user_id`)
    .select(`${AGENTS}.admin_user_id as id`)
    .min<{ id: number; administration: string }[]>({ administration: `${AGENTS}.administration_id` });
  return rows.map(({ id, administration }) => ({ adminUserId: id, administrationId: administration }));
}

/** @returns false where the agent was told on that day already */
export async function claimDigest(
  trx: Knex.Transaction,
  adminUserId: number,
  day: CivilDate,
): Promise<boolean> {
  const claimed = await trx(DIGESTS)
    .insert({ admin_user_id: adminUserId, sent_on: day })
    .onConflict('admin_user_id')
    .merge(['sent_on'])
    .where((any) => any.whereNull(`${DIGESTS}.sent_on`).orWhere(`${DIGESTS}.sent_on`, '<', day))
    .returning('admin_user_id');
  return claimed.length === 1;
}

export async function forgetDigests(knex: Knex, adminUserIds: readonly number[]): Promise<void> {
  await knex(DIGESTS).whereIn('admin_user_id', adminUserIds).delete();
}
