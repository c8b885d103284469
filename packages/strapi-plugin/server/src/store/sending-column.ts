/**
 * Requests that an agent has sent to a system of who is competent: they stand beside those that residents made at
 * operators, under the request's own id and reference, with how far their sending is. Null of the others.
 */
import type { Knex } from 'knex';
import { OPERATED } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(OPERATED, (table) => {
    table.text('sending');
  });
}
