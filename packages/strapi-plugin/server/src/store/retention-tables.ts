/** What retention is counted from, what stops it, the lists that the archives agree to, and what remains. */
import type { Knex } from 'knex';
import { isClosedForGood } from '../domain/retention.js';
import { fill } from './states.js';
import { EVENTS, REMAINS, REQUESTS, SLIP_ITEMS, SLIPS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(REQUESTS, (table) => {
    /** Since when it is closed with nothing left to decide. */
    table.text('closed_at');
    /** True while a hold stands, else null. */
    table.boolean('held');
    /** `awaited`, `lapsed` or `delivered`, of what only passes through. */
    table.text('transit');
    /** Civil date: when something is to be done about it. */
    table.text('transit_on');
    // Of the few: what is received pays for none of them.
    const some = (column: string) => ({ predicate: knex.whereNotNull(column) });
    table.index(
      ['administration_id', 'procedure', 'closed_at'],
      'guichet_requests_retention',
      some('closed_at'),
    );
    table.index(['administration_id', 'transit'], 'guichet_requests_transit', some('transit'));
    table.index(['transit_on'], 'guichet_requests_transit_on', some('transit_on'));
  });
  await knex.schema.createTable(SLIPS, (table) => {
    table.text('id').primary();
    table.text('administration_id').notNullable();
    table.integer('year').notNullable();
    table.integer('number').notNullable();
    table.text('final_action').notNullable();
    table.text('made_at').notNullable();
    // The agents, as they were called then: who answers for it.
    table.text('made_by').notNullable();
    table.integer('count').notNullable();
    /** The archives' written agreement: its reference, its civil date, the service that gave it. */
    table.text('visa');
    table.text('visa_on');
    table.text('visa_service');
    table.text('agreed_by');
    table.text('done_at');
    table.unique(['administration_id', 'year', 'number']);
  });
  await knex.schema.createTable(SLIP_ITEMS, (table) => {
    table.text('slip_id').notNullable();
    table.text('request_id').notNullable();
    table.text('reference').notNullable();
    /** Title of its procedure as it was; null for the general form. */
    table.text('procedure_title');
    // Civil dates.
    table.text('received_on').notNullable();
    table.text('closed_on').notNullable();
    table.text('kept_until').notNullable();
    /** What it was closed at when it was listed: reopened since, it is taken off. */
    table.text('closed_at').notNullable();
    table.integer('files').notNullable();
    table.bigInteger('bytes').notNullable();
    /** The agreement it is eliminated under. */
    table.text('agreement').notNullable();
    table.text('outcome');
    table.primary(['slip_id', 'request_id']);
    table.index(['request_id']);
  });
  await knex.schema.createTable(REMAINS, (table) => {
    table.text('request_id').primary();
    table.text('administration_id').notNullable();
    table.text('reference').notNullable().unique();
    table.text('procedure').notNullable();
    table.text('nature').notNullable();
    table.text('recipient');
    table.text('received_at').notNullable();
    table.text('closed_at');
    table.text('ended_at').notNullable();
    /** `eliminated`, `transferred` or `delivered`. */
    table.text('outcome').notNullable();
    /** Of `delivered` alone: who holds the code is told where the request is. */
    table.text('tracking_hash');
  });
  // When those that are there were closed, or decided after that.
  const ends = ['closed', 'withdrawn', 'rejected-as-abusive', 'tacitly-granted', 'tacitly-refused'];
  await fill(
    knex,
    (requests) => requests.where('status', 'closed'),
    (state, id) =>
      isClosedForGood(state)
        ? { closed_at: knex(EVENTS).max('at').where({ request_id: id }).whereIn('kind', ends) }
        : null,
  );
}
