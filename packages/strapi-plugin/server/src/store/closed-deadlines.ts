/** Closing ended what the law awaited, of which it decides nothing: the dates of what was closed undecided come back. */
import type { Knex } from 'knex';
import { projectionOf } from '../domain/projection.js';
import { columnsOf, type Row } from './request-row.js';
import { statesOf } from './states.js';
import { REQUESTS } from './tables.js';

const BATCH = 200;

export async function up(knex: Knex): Promise<void> {
  for (let after = ''; ;) {
    const rows = await knex(REQUESTS)
      .where('status', 'closed')
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
      if (!state) continue;
      const { acknowledge_on, silence_on, reasons_on, due_on, due_for, obstacles } = columnsOf(
        projectionOf(state),
      );
      const dates = { acknowledge_on, silence_on, reasons_on, due_on, due_for, obstacles };
      // Another node may have gone on meanwhile.
      if (due_on ?? silence_on) await knex(REQUESTS).where({ id, last_seq }).update(dates);
    }
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}
