/** An acknowledged write must survive a power cut: set on each connection, checked at boot, or no start. */
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { memo } from '../domain/memo.js';
import { isSqlite } from '../jobs/dialect.js';

/** How long SQLite waits for another process's lock. It blocks the thread: the rest of the patience is `write.ts`'s. */
const BUSY_TIMEOUT_MS = 1000;
/** Those with lists of values are as many as the lengths of the lists. */
const MOST_STATEMENTS = 500;
/** `PRAGMA synchronous`: FULL is 2, EXTRA is 3. */
const FULL = 2;

interface SqliteConnection {
  prepare(sql: string): unknown;
  pragma(source: string): unknown;
}

interface Pool {
  on(event: 'createSuccess', listener: (id: number, connection: SqliteConnection) => void): void;
}

/** To be called in `register`, before the first connection is made. */
export function makeDurable(strapi: Core.Strapi): void {
  const knex = strapi.db.connection;
  if (!isSqlite(knex)) return;
  (knex.client as { pool: Pool }).pool.on('createSuccess', (_, connection) => {
    connection.pragma('journal_mode = WAL');
    connection.pragma('synchronous = FULL');
    // What is deleted, or moved within the file, is written over at once: keys that were shredded among it.
    connection.pragma('secure_delete = on');
    connection.pragma(`busy_timeout = ${BUSY_TIMEOUT_MS}`);
    keepStatements(connection);
  });
}

/**
 * knex prepares a statement each time it runs it, an eighth of what receiving a request costs. Ours are kept prepared;
 * SQLite prepares them again by itself where a migration changed a table. Strapi's are left as they are.
 */
export function keepStatements(connection: Pick<SqliteConnection, 'prepare'>): void {
  const prepare = connection.prepare.bind(connection);
  const kept = memo(prepare, MOST_STATEMENTS);
  connection.prepare = (sql) => (sql.includes('guichet_') ? kept(sql) : prepare(sql));
}

/** @throws an Error that says what to change */
export async function checkDurability(knex: Knex): Promise<void> {
  const wrong = isSqlite(knex) ? await wrongOnSqlite(knex) : await wrongOnPostgres(knex);
  if (wrong)
    throw new Error(`Guichet does not start: ${wrong}, so a power cut could lose what was acknowledged.`);
}

async function wrongOnSqlite(knex: Knex): Promise<string | null> {
  const [[journal], [synchronous]] = [
    await knex.raw('pragma journal_mode'),
    await knex.raw('pragma synchronous'),
  ] as [{ journal_mode: string }[], { synchronous: number }[]];
  if (journal?.journal_mode !== 'wal')
    return 'SQLite’s journal is not in WAL mode (a file on a local disk is needed)';
  if ((synchronous?.synchronous ?? 0) < FULL) return 'SQLite’s synchronous is not FULL';
  return null;
}

async function wrongOnPostgres(knex: Knex): Promise<string | null> {
  const { rows } = await knex.raw<{ rows: { commit: string; fsync: string }[] }>(
    `select current_setting('synchronous_commit') as commit, current_setting('fsync') as fsync`,
  );
  if (rows[0]?.commit === 'off') return 'PostgreSQL’s synchronous_commit is off';
  if (rows[0]?.fsync === 'off') return 'PostgreSQL’s fsync is off';
  return null;
}
