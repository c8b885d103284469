/** Who deals with a request and what it waits for, whose it was before, and who signs decisions. */
import type { Knex } from 'knex';
import { PASSAGES, REQUESTS, SIGNATORIES } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable(REQUESTS, (table) => {
    /** The Strapi admin user who has it on the desk. */
    table.integer('assigned_to');
    /** True while a draft waits to be approved, else null. */
    table.boolean('awaits_approval');
    /** Civil date: the last day to give the reasons of a tacit refusal. */
    table.text('reasons_on');
    /** The administration that received it, once another answers for it. */
    table.text('sealed_under');
    // Of the few: what is received pays for none of them.
    const some = (column: string) => ({ predicate: knex.whereNotNull(column) });
    table.index(['assigned_to', 'awaits_agent', 'due_on'], 'guichet_requests_desk', some('assigned_to'));
    table.index(['administration_id', 'received_at'], 'guichet_requests_approval', some('awaits_approval'));
    table.index(['reasons_on'], 'guichet_requests_reasons', some('reasons_on'));
  });
  await knex.schema.createTable(PASSAGES, (table) => {
    table.text('request_id').notNullable();
    /** Had it, and forwarded it: its residents still follow it from there. */
    table.text('administration_id').notNullable();
    table.text('left_at').notNullable();
    table.primary(['request_id', 'administration_id']);
  });
  await knex.schema.createTable(SIGNATORIES, (table) => {
    table.text('administration_id').notNullable();
    // Of a public authority: public (CRPA L212-1).
    table.text('given_name').notNullable();
    table.text('family_name').notNullable();
    table.text('capacity').notNullable();
    table.text('service').notNullable();
    table.text('used_at').notNullable();
    table.primary(['administration_id', 'given_name', 'family_name', 'capacity', 'service']);
  });
}
