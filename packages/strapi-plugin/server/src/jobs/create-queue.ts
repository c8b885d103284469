import { isSqlite } from './dialect.js';
import type { JobQueue } from './queue.js';
import { queueDefaults, type QueueOptions } from './queue-options.js';

/**
 * The queue of the database behind `knex`: the embedded one on SQLite, pg-boss on PostgreSQL. Each loads its own
 * libraries only. Call `work` and `schedule`, then `start`.
 */
export async function createQueue(
  options: Pick<QueueOptions, 'knex' | 'log'> & Partial<QueueOptions>,
): Promise<JobQueue> {
  const complete = { ...queueDefaults, ...options };
  if (isSqlite(options.knex)) {
    const { EmbeddedQueue } = await import('./embedded.js');
    return new EmbeddedQueue(complete);
  }
  const { PgBossQueue } = await import('./pg-boss.js');
  return new PgBossQueue(complete);
}
