/** The two databases the queue's contract is held on: a real SQLite file and a real PostgreSQL. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import createKnex, { type Knex } from 'knex';
import { enableClockOverride } from 'pg-boss';
import { startPostgres, type Postgres } from '../../../../../../test/postgres.js';
import { up } from '../migration.js';

export interface TestDatabase {
  name: string;
  /** Makes an empty database; every call of what it answers is one more node's own connection to it. */
  create(): Promise<{ config: Knex.Config; drop(): Promise<void> }>;
  stop(): Promise<void>;
}

export const sqlite: TestDatabase = {
  name: 'SQLite',
  async create() {
    const folder = mkdtempSync(join(tmpdir(), 'guichet-jobs-'));
    const config = {
      client: 'better-sqlite3',
      connection: { filename: join(folder, 'data.db') },
      useNullAsDefault: true,
    };
    const knex = connect(config);
    await up(knex);
    await knex.destroy();
    return { config, drop: async () => rmSync(folder, { recursive: true }) };
  },
  stop: async () => undefined,
};

let cluster: Promise<Postgres> | undefined;

export const postgres: TestDatabase = {
  name: 'PostgreSQL',
  async create() {
    const connection = await (await (cluster ??= startPostgres())).createDatabase();
    return { config: { client: 'pg', connection }, drop: async () => undefined };
  },
  async stop() {
    await (await cluster)?.stop();
  },
};

/** As the plugin sets SQLite up (one connection, WAL); on PostgreSQL, sessions that obey a test's clock. */
export function connect(config: Knex.Config): Knex {
  const isSqlite = config.client === 'better-sqlite3';
  const knex = createKnex({
    ...config,
    pool: {
      min: 0,
      max: isSqlite ? 1 : 5,
      afterCreate(
        connection: { pragma(text: string): void; query(text: string, done: () => void): void },
        done: () => void,
      ) {
        if (!isSqlite) return connection.query(enableClockOverride(), done);
        connection.pragma('journal_mode = WAL');
        connection.pragma('busy_timeout = 5000');
        done();
      },
    },
  });
  if (!isSqlite) {
    // As Strapi does, for the whole process: json and jsonb stay text.
    const { driver } = knex.client as {
      driver: { types: { setTypeParser(oid: number, parse: unknown): void } };
    };
    for (const oid of [114, 3802]) driver.types.setTypeParser(oid, (text: string) => text);
  }
  return knex;
}
