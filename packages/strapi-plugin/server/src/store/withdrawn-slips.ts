/** A list that is given up stays with its number, which is never given again. */
import type { Knex } from 'knex';
import { SLIPS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(SLIPS, (table) => {
    table.text('withdrawn_at');
    // The agent, as he was called then.
    table.text('withdrawn_by');
  });
}
