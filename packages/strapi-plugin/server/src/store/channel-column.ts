/** How a request came, where it was not sent by the téléservice. */
import type { Knex } from 'knex';
import { REQUESTS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(REQUESTS, (table) => {
    /** `counter`, `post` or `phone`; null for what was sent electronically. */
    table.text('channel');
  });
}
