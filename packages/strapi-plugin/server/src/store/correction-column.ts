/** What was sent, as its author has corrected it since. What was sent first stays where it is. */
import type { Knex } from 'knex';
import { REQUESTS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(REQUESTS, (table) => {
    /** Sealed like `content`, which it takes the place of; null where nothing was corrected. */
    table.text('corrected');
  });
}
