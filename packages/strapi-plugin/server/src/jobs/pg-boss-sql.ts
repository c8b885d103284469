/** What the PostgreSQL driver needs of Strapi's connection and of pg-boss's table, where pg-boss's own API stops. */
import type { Knex } from 'knex';
import type { Db, DatabaseOptions } from 'pg-boss';
import type { JobData } from './pg-boss-claims.js';
import type { DeadLetter, DeadLetterFilter, QueueName, Queues } from './queue.js';

type TypeParser = (oid: number, format?: string) => (text: string) => unknown;

/** What knex keeps of the connection, and node-postgres itself. */
interface PostgresClient {
  connectionSettings: Pick<
    DatabaseOptions,
    'connectionString' | 'host' | 'database' | 'user' | 'password'
  > & {
    port?: number | string;
    ssl?: unknown;
  };
  driver: { types: { getTypeParser: TypeParser } };
}

// PostgreSQL's json and jsonb.
const JSON_TYPES = new Set([114, 3802]);

/** How Strapi reaches its database, for a second pool. Named one by one: knex hides the password from enumeration. */
export function connectionOf(knex: Knex): DatabaseOptions {
  const { connectionSettings, driver } = knex.client as PostgresClient;
  const { connectionString, host, port, database, user, password, ssl } = connectionSettings;
  // Strapi makes the driver leave JSON as text, in the whole process; pg-boss expects it parsed.
  const getTypeParser: TypeParser = (oid, format) =>
    JSON_TYPES.has(oid) ? JSON.parse : driver.types.getTypeParser(oid, format);
  const settings = {
    connectionString,
    host,
    port: port === undefined ? undefined : Number(port),
    database,
    user,
    password,
    ssl,
    types: { getTypeParser },
  };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

/** Newest failure first. pg-boss's own `findJobs` knows neither an order nor a limit. */
export async function deadLetterRows<Q extends QueueName>(
  db: Db,
  schema: string,
  deadQueue: string,
  { administrationIds, limit = 100 }: DeadLetterFilter<Q>,
): Promise<DeadLetter<Q>[]> {
  const { rows } = await db.executeSql(
    `select data, created_on from ${schema}.job
     where name = $1 and state < 'active' and ($2::text[] is null or group_id = any($2::text[]))
     order by created_on desc, id limit $3`,
    [deadQueue, administrationIds, limit],
  );
  return (rows as { data: Required<JobData>; created_on: Date }[]).map(({ data, created_on }) => ({
    id: data.id,
    queue: data.death.queue as Q,
    administrationId: data.administrationId,
    payload: data.payload as Queues[Q],
    enqueuedAt: new Date(data.death.enqueuedAt),
    failedAt: created_on,
    attempts: data.death.attempts,
    error: data.death.error,
  }));
}
