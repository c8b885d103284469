/** What keeps the appeal times from counting, on the request, for the list of what to mend. */
import type { Knex } from 'knex';
import { projectionOf } from '../domain/projection.js';
import { obstaclesColumn } from './request-row.js';
import { fill } from './states.js';
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
  // Those whose reception has no date yet have it filled with the date.
  await fill(
    knex,
    () => {},
    (state) => {
      const obstacles = obstaclesColumn(projectionOf(state));
      return obstacles ? { obstacles } : null;
    },
  );
}
