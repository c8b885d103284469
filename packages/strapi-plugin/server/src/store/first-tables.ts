/** The first migration: what residents entrust us with, who may see it, and what keeps it safe to send twice. */
import type { Knex } from 'knex';
import { isSqlite } from '../jobs/dialect.js';
import { AGENTS, EVENTS, IDEMPOTENCY, LINKS, RATES, REQUESTS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(REQUESTS, (table) => {
    table.text('id').primary();
    table.text('administration_id').notNullable();
    table.text('reference').notNullable().unique();
    /** HMAC of the tracking code, in hexadecimal: the code itself is kept nowhere. */
    table.text('tracking_hash').notNullable();
    table.text('received_at').notNullable();
    table.text('nature').notNullable();
    table.text('procedure').notNullable();
    /** Slug of the service it was sent to. */
    table.text('recipient');
    table.text('language').notNullable();
    /** How it was sorted at reception. */
    table.boolean('suspect').notNullable();
    // A projection of the timeline, for lists.
    table.text('status').notNullable();
    table.text('suspicion').notNullable();
    table.boolean('awaits_agent').notNullable();
    table.integer('last_seq').notNullable();
    table.text('updated_at').notNullable();
    /** Which key of the ring wraps this request's own. */
    table.text('key_id').notNullable();
    /** The request's data key, wrapped. Emptied, everything the request holds is beyond reading. */
    table.text('wrapped_key').notNullable();
    /** What was sent, as sealed JSON. */
    table.text('content').notNullable();
    // Blind indexes: keyed hashes of the e-mail, the family name, the name of the body, folded.
    table.text('email_index');
    table.text('name_index');
    table.text('body_index');
    table.index(['administration_id', 'received_at']);
    table.index(['administration_id', 'status', 'received_at']);
    table.index(['administration_id', 'email_index']);
    table.index(['administration_id', 'name_index']);
    table.index(['administration_id', 'body_index']);
    table.index(['key_id']);
  });
  await knex.schema.createTable(EVENTS, (table) => {
    table.text('id').primary();
    table.text('administration_id').notNullable();
    table.text('request_id').notNullable();
    table.integer('seq').notNullable();
    table.text('kind').notNullable();
    table.text('at').notNullable();
    table.text('actor').notNullable();
    /** The Strapi admin user, where an agent acted. */
    table.integer('agent_id');
    /** Sealed JSON: what was written, and the agent's name as it was then. */
    table.text('content');
    table.unique(['request_id', 'seq']);
  });
  await knex.schema.createTable(IDEMPOTENCY, (table) => {
    table.text('administration_id').notNullable();
    table.text('key').notNullable();
    /** Keyed hash of the route and the body. */
    table.text('fingerprint').notNullable();
    table.text('request_id').notNullable();
    /** The reply that was given, sealed. */
    table.text('reply').notNullable();
    table.text('expires_at').notNullable();
    table.primary(['administration_id', 'key']);
    table.index(['expires_at']);
  });
  await knex.schema.createTable(LINKS, (table) => {
    table.text('id').primary();
    table.text('administration_id').notNullable();
    table.text('request_id').notNullable();
    table.text('purpose').notNullable();
    table.text('created_at').notNullable();
    table.text('expires_at').notNullable();
    table.text('revoked_at');
    table.index(['request_id', 'purpose']);
  });
  await knex.schema.createTable(AGENTS, (table) => {
    table.integer('admin_user_id').notNullable();
    table.text('administration_id').notNullable();
    /** As answers show it beside the agent's name (CRPA L111-2). */
    table.text('capacity').notNullable();
    table.primary(['admin_user_id', 'administration_id']);
    table.index(['administration_id']);
  });
  if (isSqlite(knex)) return;
  // The shape that rate-limiter-flexible expects.
  await knex.schema.createTable(RATES, (table) => {
    table.string('key', 255).primary();
    table.integer('points').notNullable().defaultTo(0);
    table.bigInteger('expire');
  });
}
