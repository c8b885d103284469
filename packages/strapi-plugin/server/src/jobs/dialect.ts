import type { Knex } from 'knex';

/** Whether this is a SQLite database, by whichever of its drivers; PostgreSQL otherwise. */
export function isSqlite(knex: Knex): boolean {
  return /sqlite/.test(String((knex.client as { dialect?: unknown }).dialect));
}
