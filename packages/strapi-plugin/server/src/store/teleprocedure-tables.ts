/** The tables of the shared catalogue: who operates, what is defined once, what is made of it, what its addresses answer. */
import type { Knex } from 'knex';
import { OPERATORS, TELEPROCEDURE_CHOICES, TELEPROCEDURE_PROBES, TELEPROCEDURES } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(OPERATORS, (table) => {
    table.text('id').primary();
    table.text('name').notNullable();
    /** The exact origin of its pages. */
    table.text('origin').notNullable().unique();
    table.text('phone').notNullable();
    table.text('email');
    table.text('address').notNullable();
    table.text('website');
    /** The administration that it is itself. */
    table.text('administration_id');
    /** What it signs with, sealed. */
    table.text('wrapped_key').notNullable();
    table.text('secret').notNullable();
    table.text('former_secret');
    table.text('former_until');
    table.text('key_id').notNullable();
    /** Counts its changes, so that nobody overwrites what was not on screen. */
    table.integer('version').notNullable();
  });
  await knex.schema.createTable(TELEPROCEDURES, (table) => {
    table.text('id').primary();
    table.text('slug').notNullable().unique();
    /** The administration whose it is; null: the hosting's. */
    table.text('owner_id');
    table.text('operator_id').notNullable().index();
    table.text('title').notNullable();
    /** Path and query on the operator's origin. */
    table.text('path').notNullable();
    /** To whom it is offered, and the rest of what is told of it: as JSON. */
    table.text('offer').notNullable();
    table.text('definition').notNullable();
    /** What the operator's system knows us by, sealed; null, all three, where there is none. */
    table.text('wrapped_key');
    table.text('secret');
    table.text('key_id');
    /** As JSON; null while it can be begun. */
    table.text('withdrawn');
    table.integer('version').notNullable();
  });
  await knex.schema.createTable(TELEPROCEDURE_CHOICES, (table) => {
    table.text('administration_id').notNullable();
    table.text('teleprocedure_id').notNullable();
    table.boolean('is_on').notNullable();
    /** In the place of its own; empty: its own. */
    table.text('title').notNullable();
    table.text('introduction').notNullable();
    /** As JSON; null: the operator. */
    table.text('contact');
    table.integer('version').notNullable();
    table.primary(['administration_id', 'teleprocedure_id']);
    table.index(['teleprocedure_id']);
  });
  await knex.schema.createTable(TELEPROCEDURE_PROBES, (table) => {
    table.text('teleprocedure_id').primary();
    /** What was asked: of another address it says nothing. */
    table.text('url').notNullable();
    table.text('at').notNullable();
    /** What it answered last, and what it answered when it was last there, as JSON; null: it never was. */
    table.text('answer').notNullable();
    table.text('last_good');
    /** Since when it is not there, and how often in a row it was not. */
    table.text('failing_since');
    table.integer('failures').notNullable();
    table.text('next_at').notNullable().index();
  });
}
