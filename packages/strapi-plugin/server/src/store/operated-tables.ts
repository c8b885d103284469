/** Requests that residents made at operators, and what these have told of them: nothing that a resident wrote. */
import type { Knex } from 'knex';
import { OPERATED, OPERATED_STEPS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(OPERATED, (table) => {
    /** Of the beginning. */
    table.text('id').primary();
    /** Who it was begun with. */
    table.text('administration_id').notNullable();
    table.text('teleprocedure_id').notNullable();
    table.text('operator_id').notNullable();
    table.text('reference').notNullable().unique();
    table.text('tracking_hash');
    // Instants: begun, claimed by its page, sent, told by the operator or a connector for the first time.
    table.text('begun_at').notNullable();
    table.text('claimed_at');
    table.text('sent_at');
    table.text('confirmed_at');
    /** The operator's own, as it has told, else as its page has. */
    table.text('operator_reference');
    /** Where it stands, folded from the steps; `told_at`: when something was told of it last. */
    table.text('status').notNullable();
    table.text('label').notNullable();
    table.text('told_at').notNullable();
    /** What a connector knows it by: sealed, as are the steps' addresses. */
    table.text('wrapped_key');
    table.text('key_id');
    table.text('handle');
    /** When a connector is to be asked; null: it is not, or not any more. */
    table.text('poll_at');
    table.integer('poll_failures').notNullable();
    table.text('stale_since');
    /** Since when nothing but its reference is known of it. */
    table.text('ended_at');
    table.index(['administration_id', 'told_at']);
    table.index(['operator_id', 'told_at']);
    const some = (column: string) => ({ predicate: knex.whereNotNull(column) });
    table.index(['poll_at'], 'guichet_operated_poll_at', some('poll_at'));
    table.index(['told_at'], 'guichet_operated_told_at', { predicate: knex.whereNull('ended_at') });
  });
  await knex.schema.createTable(OPERATED_STEPS, (table) => {
    table.text('request_id').notNullable();
    /** The message's, of a webhook. */
    table.text('id').notNullable();
    /** When it happened, by the operator's clock. */
    table.text('at').notNullable();
    table.text('word').notNullable();
    table.text('label');
    table.text('reference');
    /** Civil date. */
    table.text('acknowledged_on');
    table.boolean('is_draft').notNullable();
    /** Addresses at the operator's, sealed. */
    table.text('link');
    table.primary(['request_id', 'id']);
  });
}
