/**
 * What notices need: on the request, that a mail could not be delivered, and until when items may be sent; of agents,
 * who is told what waits.
 */
import type { Knex } from 'knex';
import { projectionOf } from '../domain/projection.js';
import { createDigests } from './digests.js';
import type { Row } from './request-row.js';
import { statesOf } from './states.js';
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
  await fill(knex);
}

const BATCH = 200;

/** Of the requests that wait for items already. No mail was known to have come back. */
async function fill(knex: Knex): Promise<void> {
  for (let after = ''; ;) {
    const rows = await knex(REQUESTS)
      .whereNot('status', 'closed')
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .select<Pick<Row, 'id' | 'suspect' | 'last_seq'>[]>('id', 'suspect', 'last_seq');
    const states = await statesOf(
      knex,
      rows.map(({ id, suspect }) => ({ id, suspect: Boolean(suspect) })),
    );
    for (const { id, last_seq } of rows) {
      const state = states.get(id);
      const items_on = state && projectionOf(state).itemsOn;
      // Another node may have gone on meanwhile.
      if (items_on) await knex(REQUESTS).where({ id, last_seq }).update({ items_on });
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}
