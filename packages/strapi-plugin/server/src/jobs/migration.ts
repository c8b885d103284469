/**
 * The tables of the embedded driver, on SQLite only: on PostgreSQL pg-boss keeps its own, in a schema of its own.
 * Instants are milliseconds since the epoch.
 */
import type { Knex } from 'knex';
import { isSqlite } from './dialect.js';

export const JOBS = 'guichet_jobs';
export const SCHEDULES = 'guichet_schedules';

export async function up(knex: Knex): Promise<void> {
  if (!isSqlite(knex)) return;
  await knex.schema.createTable(JOBS, (table) => {
    table.text('id').primary();
    table.text('queue').notNullable();
    table.text('administration_id').notNullable();
    table.text('request_id');
    table.text('payload').notNullable();
    table.bigInteger('enqueued_at').notNullable();
    table.bigInteger('run_at').notNullable();
    table.integer('attempts').notNullable().defaultTo(0);
    // Whose lease it is and until when; a lapsed lease is a worker that died.
    table.text('worker');
    table.bigInteger('lease_until');
    table.bigInteger('dead_at');
    table.text('error');
    table.index(['administration_id', 'request_id']);
  });
  // What a claim reads: the waiting jobs, one administration after the other.
  await knex.raw(
    `create index guichet_jobs_waiting on ${JOBS} (queue, administration_id, run_at) where worker is null and dead_at is null`,
  );
  await knex.raw(`create index guichet_jobs_leased on ${JOBS} (lease_until) where worker is not null`);
  await knex.raw(`create index guichet_jobs_dead on ${JOBS} (dead_at) where dead_at is not null`);
  await knex.schema.createTable(SCHEDULES, (table) => {
    table.text('name').primary();
    table.bigInteger('last_slot').notNullable();
  });
}
