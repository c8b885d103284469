/** Closing ended what the law awaited, of which it decides nothing: the dates of what was closed undecided come back. */
import type { Knex } from 'knex';
import { projectionOf } from '../domain/projection.js';
import { columnsOf } from './request-row.js';
import { fill } from './states.js';

export const up = (knex: Knex): Promise<void> =>
  fill(
    knex,
    (requests) => requests.where('status', 'closed'),
    (state) => {
      const { acknowledge_on, silence_on, reasons_on, due_on, due_for, obstacles } = columnsOf(
        projectionOf(state),
      );
      return (due_on ?? silence_on)
        ? { acknowledge_on, silence_on, reasons_on, due_on, due_for, obstacles }
        : null;
    },
  );
