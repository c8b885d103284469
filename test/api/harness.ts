/**
 * A real Strapi with the plugin loaded from its sources, in this process, on a free port. The application is the
 * smallest that boots, written into a temporary folder. One at a time in a process: Strapi is a global.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { type Postgres, type PostgresConnection, startPostgres } from '../postgres.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
// The services' types come with the plugin.
import type {} from '../../packages/strapi-plugin/server/src/index.js';

const plugin = fileURLToPath(new URL('../../packages/strapi-plugin/', import.meta.url));
const requireFromPlugin = createRequire(join(plugin, 'package.json'));
const requireFromCore = createRequire(createRequire(import.meta.url).resolve('@strapi/core/package.json'));

export type Database = 'sqlite' | 'postgres';

/** The databases to test on: both, or those that `TEST_DATABASES` names. */
export const databases = (process.env['TEST_DATABASES'] ?? 'sqlite,postgres').split(',') as Database[];

export interface HarnessOptions {
  database?: Database;
  /** An empty PostgreSQL database; a new one of the server that all harnesses of this process share where absent. */
  connection?: PostgresConnection;
  /** Port of an SMTP catcher on the loopback; without it, mail is refused at once by a closed port. */
  smtpPort?: number;
  /** Any free one by default. A browser needs to be told before, as `publicUrl` bears it. */
  port?: number;
  /** Whether Strapi's admin panel is built and served; its API is there in any case. */
  admin?: boolean;
  /** Merged into the plugin's own configuration. */
  config?: Record<string, unknown>;
  /** False boots the same application without the plugin. */
  enabled?: boolean;
  /** The version that Strapi believes it is of; its own where absent. */
  strapiVersion?: string;
  /** Boots again on what an earlier harness left ({@link Harness.stop} with `keep`). */
  folder?: string;
  /** What the database begins with, instead of what a boot makes of an empty one: the bytes of a SQLite file, or SQL. */
  data?: Uint8Array;
}

export interface Harness {
  /** `http://127.0.0.1:port` */
  origin: string;
  database: Database;
  strapi: Core.Strapi;
  knex: Knex;
  /** The application's folder: `data.db` (SQLite), `app.log`. */
  folder: string;
  /** Everything logged so far. */
  logs(): string;
  /** @param options.keep leaves the data for another boot: pass `folder` to {@link startHarness} */
  stop(options?: { keep?: boolean }): Promise<void>;
}

/** 32 bytes, the same at each boot of a folder. */
const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

let cluster: Promise<Postgres> | undefined;
const sharedCluster = () => (cluster ??= startPostgres());

/** A budget that no test spends: where limits are not what is tested. */
export const generous = { points: 100_000, seconds: 60 };

/** Stops the PostgreSQL that harnesses of this process share; call it in the last `after`. */
export async function stopDatabases(): Promise<void> {
  await (await cluster)?.stop();
  cluster = undefined;
  booted.delete('postgres');
}

/** What the first boot of this process made of an empty database: a copy of it boots in a third of the time. */
const booted = new Map<Database, Promise<Begun>>();

/** What a database begins with. */
type Begun = NonNullable<Parameters<Postgres['createDatabase']>[0]>;

async function bootOnce(database: Database): Promise<Begun> {
  const harness = await boot(await writeFolder(database), { database });
  // The list of communes, which the first to read a directory would wait for.
  await getService(harness.strapi, 'territory').ready();
  await harness.stop({ keep: true });
  const name = harness.knex.client.connectionSettings.database as string;
  const begun =
    database === 'sqlite' ? { data: readFileSync(join(harness.folder, 'data.db')) } : { copyOf: name };
  rmSync(harness.folder, { recursive: true });
  return begun;
}

export async function startHarness(options: HarnessOptions = {}): Promise<Harness> {
  const { database = 'sqlite', folder, connection, data, enabled = true, config = {} } = options;
  if (folder) return boot(folder, options);
  if (connection || data || !enabled || 'keys' in config || 'secret' in config)
    return boot(
      await writeFolder(database, { ...(connection && { connection }), ...(data && { data }) }),
      options,
    );
  if (!booted.has(database)) booted.set(database, bootOnce(database));
  return boot(await writeFolder(database, await booted.get(database)), options);
}

async function boot(folder: string, options: HarnessOptions): Promise<Harness> {
  const { database = 'sqlite', admin = false, enabled = true } = options;
  writeApplication(folder, enabled, options);

  forget(folder);
  const { createStrapi } = requireFromPlugin('@strapi/strapi') as {
    createStrapi(options: { appDir: string; distDir: string; serveAdminPanel: boolean }): Core.Strapi;
  };
  const listening = (['SIGINT', 'SIGTERM'] as const).map(
    (signal) => [signal, process.listeners(signal)] as const,
  );
  const strapi = createStrapi({ appDir: folder, distDir: folder, serveAdminPanel: admin });
  if (options.strapiVersion) strapi.config.set('info.strapi', options.strapiVersion);
  const destroy = async () => {
    // Strapi drops every listener of the process when it goes, the test runner's included: its own are to go.
    const removeAllListeners = process.removeAllListeners;
    process.removeAllListeners = () => process;
    await strapi.destroy().finally(() => (process.removeAllListeners = removeAllListeners));
    for (const [signal, before] of listening)
      for (const listener of process.listeners(signal))
        if (!before.includes(listener)) process.off(signal, listener);
  };
  try {
    await strapi.load();
  } catch (error) {
    // What was begun is undone as Strapi does, as far as it got.
    await destroy().catch(() => strapi.db.connection.destroy());
    delete (globalThis as { strapi?: unknown }).strapi;
    throw error;
  }
  strapi.server.mount();
  await new Promise<void>((done) => strapi.server.httpServer.listen(options.port ?? 0, '127.0.0.1', done));
  const { port } = strapi.server.httpServer.address() as AddressInfo;

  return {
    origin: `http://127.0.0.1:${port}`,
    database,
    strapi,
    knex: strapi.db.connection,
    folder,
    logs: () => readFileSync(join(folder, 'app.log'), 'utf8'),
    async stop({ keep = false } = {}) {
      await destroy();
      if (!keep) rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** An earlier boot of this folder left its configuration in Node's cache of modules. */
function forget(folder: string): void {
  for (const file of Object.keys(requireFromPlugin.cache)) {
    if (file.startsWith(folder)) Reflect.deleteProperty(requireFromPlugin.cache, file);
  }
}

function write(folder: string, name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** A new folder with its database, empty unless something is said of it. */
async function writeFolder(
  database: Database,
  begun: Begun & { connection?: PostgresConnection } = {},
): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-app-'));
  const configure = (config: object) =>
    write(folder, 'config/database.js', `module.exports = ${JSON.stringify({ connection: config })}`);
  if (database === 'sqlite') {
    const filename = join(folder, 'data.db');
    if (begun.data) writeFileSync(filename, begun.data);
    configure({ client: 'sqlite', connection: { filename }, useNullAsDefault: true });
    return folder;
  }
  const connection = begun.connection ?? (await (await sharedCluster()).createDatabase(begun));
  configure({ client: 'postgres', connection, pool: { min: 0, max: 10 } });
  return folder;
}

function writeApplication(folder: string, enabled: boolean, options: HarnessOptions): void {
  const winston = JSON.stringify(
    requireFromCore.resolve('winston', { paths: [requireFromCore.resolve('@strapi/logger')] }),
  );
  write(
    folder,
    'package.json',
    JSON.stringify({ name: 'harness', version: '0.0.0', strapi: { telemetryDisabled: true } }),
  );
  write(folder, 'public/uploads/.gitkeep', '');
  write(folder, 'src/index.js', 'module.exports = {}');
  write(
    folder,
    'config/server.js',
    `const winston = require(${winston});
     module.exports = {
       host: '127.0.0.1',
       port: 0,
       app: { keys: ['a-test-key'] },
       logger: { config: { level: 'debug', transports: [new winston.transports.File({ filename: ${JSON.stringify(join(folder, 'app.log'))} })] } },
     };`,
  );
  write(
    folder,
    'config/admin.js',
    `module.exports = {
       auth: { secret: 'a-test-secret', sessions: { maxRefreshTokenLifespan: 3600000, maxSessionLifespan: 3600000 } },
       apiToken: { salt: 'a-test-salt' },
       transfer: { token: { salt: 'a-test-salt' } },
       secrets: { encryptionKey: '${key(9)}' },
       watchIgnoreFiles: [],
     };`,
  );
  write(
    folder,
    'config/middlewares.js',
    `module.exports = ['strapi::logger', 'strapi::errors', 'strapi::security', 'strapi::cors', 'strapi::query', 'strapi::body', 'strapi::session', 'strapi::favicon', 'strapi::public']`,
  );
  linkWidgets(folder);
  const config = {
    publicUrl: 'http://127.0.0.1',
    keys: [`test:${key(1)}`],
    secret: key(2),
    mail: { from: 'ne-pas-repondre@hebergement.example' },
    ...options.config,
  };
  const plugins = {
    email: {
      config: {
        provider: requireFromPlugin.resolve('@strapi/provider-email-nodemailer'),
        providerOptions: { host: '127.0.0.1', port: options.smtpPort ?? 9, secure: false, ignoreTLS: true },
        settings: {
          defaultFrom: 'ne-pas-repondre@hebergement.example',
          defaultReplyTo: 'ne-pas-repondre@hebergement.example',
        },
      },
    },
    guichet: { enabled, resolve: './guichet', config },
  };
  write(folder, 'config/plugins.js', `module.exports = ${JSON.stringify(plugins)}`);
  // Strapi asks for a .js file: this one hands over to the TypeScript sources, which Node loads as they are.
  write(
    folder,
    'guichet/package.json',
    JSON.stringify({
      name: 'strapi-plugin-guichet',
      version: '0.0.0',
      strapi: { kind: 'plugin', name: 'guichet' },
    }),
  );
  write(
    folder,
    'guichet/strapi-server.js',
    `module.exports = require(${JSON.stringify(join(plugin, 'server/src/index.ts'))})`,
  );
}

/** The widgets' files as their build made them, where it ran. */
function linkWidgets(folder: string): void {
  const built = fileURLToPath(new URL('../../packages/widgets/cdn', import.meta.url));
  const link = join(folder, 'guichet/cdn');
  mkdirSync(join(folder, 'guichet'), { recursive: true });
  if (existsSync(built) && !existsSync(link)) symlinkSync(built, link);
}
