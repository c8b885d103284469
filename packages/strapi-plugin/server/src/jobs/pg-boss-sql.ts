/** What the PostgreSQL driver needs of Strapi's connection and of pg-boss's table, where pg-boss's own API stops. */
import type { Knex } from 'knex';
import type { Db, DatabaseOptions } from 'pg-boss';
import type { JobData } from './pg-boss.js';
import type { DeadLetter, DeadLetterFilter, QueueName } from './queue.js';

/** How Strapi reaches its database, for a second pool. Named one by one: knex hides the password from enumeration. */
export function connectionOf(knex: Knex): DatabaseOptions {
  const { connectionString, host, port, database, user, password, ssl } = (
    knex.client as { connectionSettings: DatabaseOptions }
  ).connectionSettings;
  const settings = { connectionString, host, port: port && Number(port), database, user, password, ssl };
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

interface Row {
  data: JobData;
  source_name: QueueName;
  source_created_on: Date;
  created_on: Date;
  source_retry_count: number;
  code: string | null;
}

/** pg-boss's `findJobs` knows neither an order nor a limit. */
export async function deadLetterRows(
  db: Db,
  schema: string,
  deadQueue: string,
  { administrationIds, limit = 100 }: DeadLetterFilter,
): Promise<DeadLetter[]> {
  const { rows } = await db.executeSql(
    `select data, source_name, source_created_on, created_on, source_retry_count, source_output->>'code' as code
     from ${schema}.job
     where name = $1 and state < 'active' and ($2::text[] is null or group_id = any($2::text[]))
     order by created_on desc, id limit $3`,
    [deadQueue, administrationIds, limit],
  );
  return (rows as Row[]).map((row) => ({
    ...row.data,
    queue: row.source_name,
    enqueuedAt: row.source_created_on,
    failedAt: row.created_on,
    attempts: row.source_retry_count + 1,
    // pg-boss writes its own words, no code, when a worker died.
    error: row.code ?? 'worker-died',
  }));
}
