/** Which administrations an agent serves, and in which capacity. */
import type { Knex } from 'knex';
import { AGENTS } from './tables.js';

export interface Service {
  adminUserId: number;
  administrationId: string;
  /** « Secrétaire de mairie »: shown beside the agent's name in what is answered (CRPA L111-2). */
  capacity: string;
}

interface Row {
  admin_user_id: number;
  administration_id: string;
  capacity: string;
}

const serviceOf = (row: Row): Service => ({
  adminUserId: row.admin_user_id,
  administrationId: row.administration_id,
  capacity: row.capacity,
});

/** What these Strapi admin users serve. */
export async function servicesOf(knex: Knex, adminUserIds: readonly number[]): Promise<Service[]> {
  const rows = await knex<Row>(AGENTS).whereIn('admin_user_id', adminUserIds).orderBy('administration_id');
  return rows.map(serviceOf);
}

/** Who serves an administration. */
export async function agentsOf(knex: Knex, administrationId: string): Promise<Service[]> {
  const rows = await knex<Row>(AGENTS)
    .where({ administration_id: administrationId })
    .orderBy('admin_user_id');
  return rows.map(serviceOf);
}

/** How many agents serve each of these administrations; those that nobody serves are absent. */
export async function countAgents(
  knex: Knex,
  administrationIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await knex(AGENTS)
    .whereIn('administration_id', administrationIds)
    .groupBy('administration_id')
    .select('administration_id')
    .count<{ administration_id: string; agents: number | string }[]>({ agents: '*' });
  return new Map(rows.map((row) => [row.administration_id, Number(row.agents)]));
}

export async function assignAgent(knex: Knex, service: Service): Promise<void> {
  await knex(AGENTS)
    .insert({
      admin_user_id: service.adminUserId,
      administration_id: service.administrationId,
      capacity: service.capacity,
    })
    .onConflict(['admin_user_id', 'administration_id'])
    .merge(['capacity']);
}

export async function dismissAgent(knex: Knex, adminUserId: number, administrationId: string): Promise<void> {
  await knex(AGENTS).where({ admin_user_id: adminUserId, administration_id: administrationId }).delete();
}

/** What a removed admin user served. */
export async function dismissEverywhere(knex: Knex, adminUserIds: readonly number[]): Promise<void> {
  await knex(AGENTS).whereIn('admin_user_id', adminUserIds).delete();
}
