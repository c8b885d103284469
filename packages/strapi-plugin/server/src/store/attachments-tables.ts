/** Files beside requests. Their bytes are in the database: one transaction, one backup, whatever the number of nodes. */
import type { Knex } from 'knex';
import { ATTACHMENT_CHUNKS, ATTACHMENTS } from './tables.js';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable(ATTACHMENTS, (table) => {
    /** Unguessable: who knows it may name the file, once. */
    table.text('id').primary();
    table.text('administration_id').notNullable();
    /** The request that it belongs to, or that it was sent for; null where there is none yet. */
    table.text('request_id');
    /** Who may name it: `resident`, or `agent:<id of the admin user>`. */
    table.text('sent_by').notNullable();
    /** When a request, a message or an answer named it; null until then. */
    table.text('claimed_at');
    /** Until it is named: when it is deleted. */
    table.text('expires_at').notNullable();
    /** `incoming` while it is received; then `available`, `waiting` (for the antivirus) or `infected`. */
    table.text('state').notNullable();
    /** Bytes; while it is received, as many as may come. */
    table.integer('size').notNullable();
    /** A pseudonym of the network that sent it, to share the room out; null once named. */
    table.text('network');
    /** The Idempotency-Key it was sent under, and what was sent, as a keyed hash; null where there was none. */
    table.text('key');
    table.text('fingerprint');
    /** The file's data key: wrapped by the ring until it is named, then sealed under the request's own. Null: shredded. */
    table.text('wrapped_key');
    /** Sealed JSON: name, type, SHA-256. Null while it is received, and once shredded. */
    table.text('content');
    table.unique(['administration_id', 'key']);
    table.index(['request_id']);
    table.index(['claimed_at', 'administration_id', 'expires_at']);
    table.index(['state']);
  });
  await knex.schema.createTable(ATTACHMENT_CHUNKS, (table) => {
    table.text('attachment_id').notNullable();
    table.integer('seq').notNullable();
    /** Several sealed chunks, one after the other. */
    table.binary('bytes').notNullable();
    table.primary(['attachment_id', 'seq']);
  });
}
