/** What keeps the appeal times from counting, on the request, for the list of what to mend. */
import type { Knex } from 'knex';
import { projectionOf } from '../domain/projection.js';
import { obstaclesColumn, type Row } from './request-row.js';
import { statesOf } from './states.js';
import { REQUESTS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(REQUESTS, (table) => {
    /** Codes, a space between them; null where nothing hinders. */
    table.text('obstacles');
    // Of the few: what is received pays nothing for it.
    table.index(['administration_id', 'received_at'], 'guichet_requests_obstacles', {
      predicate: knex.whereNotNull('obstacles'),
    });
  });
  await fill(knex);
}

const BATCH = 200;

/** Of the requests that are there already; those whose reception has no date yet have it filled with the date. */
async function fill(knex: Knex): Promise<void> {
  for (let after = ''; ;) {
    const rows = await knex(REQUESTS)
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
      const obstacles = state && obstaclesColumn(projectionOf(state));
      // Another node may have gone on meanwhile.
      if (obstacles) await knex(REQUESTS).where({ id, last_seq }).update({ obstacles });
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}
