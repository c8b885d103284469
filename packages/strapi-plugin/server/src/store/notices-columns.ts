/**
 * What notices need: on the request, that a mail could not be delivered, and until when items may be sent; of agents,
 * who is told what waits.
 */
import type { Knex } from 'knex';
import { projectionOf } from '../domain/projection.js';
import { createDigests } from './digests.js';
import { fill } from './states.js';
import { REQUESTS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(REQUESTS, (table) => {
    /** Null rather than false. */
    table.boolean('undelivered');
    table.text('items_on');
    // Of the few: what is received pays nothing for it.
    table.index(['administration_id', 'items_on'], 'guichet_requests_items', {
      predicate: knex.whereNotNull('items_on'),
    });
    table.index(['administration_id'], 'guichet_requests_undelivered', {
      predicate: knex.whereNotNull('undelivered'),
    });
  });
  // As a statement: knex binds the value, which a predicate may not have.
  await knex.raw(`create index guichet_requests_answer on ${REQUESTS} (due_on) where due_for = 'answer'`);
  await createDigests(knex);
  // No mail was known to have come back.
  await fill(
    knex,
    (requests) => requests.whereNot('status', 'closed'),
    (state) => {
      const { itemsOn: items_on } = projectionOf(state);
      return items_on ? { items_on } : null;
    },
  );
}
