/** What was not known in a guide, beside it: a guide that changes or goes takes it along. */
import type { Knex } from 'knex';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('guichet_guides', (table) => {
    /** The elements in it that are not known, as JSON; null where there are none. */
    table.text('unknown');
  });
}
