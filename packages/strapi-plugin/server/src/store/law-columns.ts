/** What the law dates: the day of each fact and what it carries, and on the request the dates that lists sort by. */
import type { Knex } from 'knex';
import { EVENTS, REQUESTS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(EVENTS, (table) => {
    /** Civil date of the administration; null for what no deadline counts from. */
    table.text('on');
    /** JSON of what the fact carries, by its kind: rules and dates, nothing of a person. */
    table.text('facts');
  });
  await knex.schema.alterTable(REQUESTS, (table) => {
    // Civil dates; null where none is awaited.
    /** The day the acknowledgement leaves by itself. */
    table.text('acknowledge_on');
    /** The last day to answer, at whose end silence decides. */
    table.text('silence_on');
    /** The last day that the service was reminded of. */
    table.text('reminded_on');
    /** The deadline that comes first, the acknowledgement's last day or silence's. */
    table.text('due_on');
    table.text('due_for');
    table.index(['administration_id', 'awaits_agent', 'due_on']);
    table.index(['acknowledge_on']);
    table.index(['silence_on']);
  });
}
