/**
 * The queue on PostgreSQL: pg-boss, in a schema of its own beside Strapi's tables. Jobs are inserted through the
 * caller's transaction; the rest goes through a small pool of its own, so that work never holds up visitors.
 */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { fromKnex, PgBoss } from 'pg-boss';
import { failureCode } from './failure-code.js';
import {
  deadQueue,
  jobInsert,
  PgBossClaims,
  requestKey,
  type BossClaim,
  type JobData,
} from './pg-boss-claims.js';
import { connectionOf, deadLetterRows } from './pg-boss-sql.js';
import type {
  DeadLetter,
  DeadLetterFilter,
  Job,
  JobFilter,
  JobHandler,
  JobQueue,
  NewJob,
  QueueName,
} from './queue.js';
import type { QueueOptions } from './queue-options.js';
import { retryLimit } from './retry.js';
import { Runner } from './runner.js';

/** The PostgreSQL schema that holds pg-boss's tables. */
const SCHEMA = 'guichet_jobs';

// Waiting jobs and dead letters are kept until they are done: ten years stands for ever.
const FOR_EVER_SECONDS = 10 * 366 * 24 * 3600;

interface Schedule {
  cron: string;
  handler: (signal: AbortSignal) => Promise<void>;
}

export class PgBossQueue implements JobQueue {
  readonly #options: QueueOptions;
  readonly #boss: PgBoss;
  readonly #runner: Runner<BossClaim>;
  readonly #schedules = new Map<string, Schedule>();

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#boss = new PgBoss({
      ...connectionOf(options.knex),
      schema: SCHEMA,
      application_name: 'guichet-jobs',
      max: 4,
      clock: options.clock,
    });
    this.#boss.on('error', (error) => options.log.error(`guichet: queue: ${failureCode(error)}`));
    this.#boss.on('warning', ({ message }) => options.log.warn(`guichet: queue: ${message}`));
    this.#runner = new Runner(options, new PgBossClaims(this.#boss, options));
  }

  async enqueue(trx: Knex.Transaction, jobs: readonly NewJob[]): Promise<void> {
    const db = fromKnex(trx);
    for (const [queue, ofQueue] of Map.groupBy(jobs, (job) => job.queue)) {
      const inserts = ofQueue.map(({ administrationId, payload, runAt }) =>
        jobInsert({ id: randomUUID(), administrationId, payload }, this.#options.retry, runAt),
      );
      await this.#boss.insert(queue, inserts, { db });
    }
    this.#wakeAfter(
      trx,
      jobs.map(({ queue }) => queue),
    );
  }

  work<Q extends QueueName>(
    queue: Q,
    handler: JobHandler<Q>,
    { concurrency }: { concurrency: number },
  ): void {
    this.#runner.work(queue, handler as unknown as (job: Job) => Promise<void>, concurrency);
  }

  schedule(name: string, cron: string, handler: (signal: AbortSignal) => Promise<void>): void {
    this.#schedules.set(`schedule-${name}`, { cron, handler });
  }

  async bringForward(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    const { updated } = await this.#boss.update(filter.queue, undefined, {
      singletonKey: requestKey(filter),
      match: 'all',
      startAfter: new Date(this.#options.clock.now()),
      db: fromKnex(trx),
    });
    this.#wakeAfter(trx, [filter.queue]);
    return updated;
  }

  async cancel(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    const db = fromKnex(trx);
    const waiting = await this.#boss.findJobs(filter.queue, { key: requestKey(filter), queued: true, db });
    const ids = waiting.map((job) => job.id);
    if (ids.length) await this.#boss.deleteJob(filter.queue, ids, { db });
    return ids.length;
  }

  async forget(
    trx: Knex.Transaction,
    { requestId, administrationIds }: Parameters<JobQueue['forget']>[1],
  ): Promise<void> {
    const db = fromKnex(trx);
    for (const queue of this.#runner.queues.flatMap((name) => [name, deadQueue(name)])) {
      for (const administrationId of administrationIds) {
        const key = requestKey({ administrationId, requestId });
        const ids = (await this.#boss.findJobs(queue, { key, queued: true, db })).map(({ id }) => id);
        if (ids.length) await this.#boss.deleteJob(queue, ids, { db });
      }
    }
  }

  async deadLetters<Q extends QueueName>(filter: DeadLetterFilter<Q>): Promise<DeadLetter<Q>[]> {
    return deadLetterRows(this.#boss.getDb(), SCHEMA, deadQueue(filter.queue), filter);
  }

  async replay(
    id: string,
    { queue, administrationIds }: Pick<DeadLetterFilter, 'queue' | 'administrationIds'>,
  ): Promise<boolean> {
    const [dead] = await this.#boss.findJobs<JobData>(deadQueue(queue), { data: { id }, queued: true });
    if (!dead || (administrationIds && !administrationIds.includes(dead.data.administrationId))) return false;
    const moved = await this.#boss.redrive(deadQueue(queue), { ids: [dead.id], destination: queue });
    this.#runner.wake([queue]);
    return moved === 1;
  }

  async start(): Promise<void> {
    await this.#boss.start();
    for (const queue of this.#runner.queues) await this.#createQueue(queue);
    for (const [queue, schedule] of this.#schedules) await this.#startSchedule(queue, schedule);
    // Schedules that an older version of the plugin had.
    for (const { name } of await this.#boss.getSchedules()) {
      if (!this.#schedules.has(name)) await this.#boss.unschedule(name);
    }
    this.#runner.start();
  }

  async stop(): Promise<void> {
    await this.#runner.stop();
    await this.#boss.stop({ graceful: true, timeout: this.#options.drainMs });
  }

  async #createQueue(queue: string): Promise<void> {
    const { retry, leaseMs } = this.#options;
    const settings = {
      // The runner gives up, into the dead letters, before pg-boss would, into nothing.
      retryLimit: retryLimit(retry) * 10,
      retryDelay: retry.first,
      retryBackoff: true,
      retryDelayMax: retry.longest.to,
      heartbeatSeconds: leaseMs / 1000,
      // Heartbeats say that a worker lives, however long it takes; pg-boss bounds this by a day.
      expireInSeconds: 12 * 3600,
      retentionSeconds: FOR_EVER_SECONDS,
      deleteAfterSeconds: 24 * 3600,
    };
    await this.#boss.createQueue(deadQueue(queue), { retentionSeconds: FOR_EVER_SECONDS });
    await this.#boss.createQueue(queue, settings);
    // The queue may be there from a version with other settings.
    await this.#boss.updateQueue(queue, settings);
  }

  async #startSchedule(queue: string, { cron, handler }: Schedule): Promise<void> {
    const { leaseMs, pollMs, log } = this.#options;
    await this.#boss.createQueue(queue, { heartbeatSeconds: leaseMs / 1000, deleteAfterSeconds: 3600 });
    await this.#boss.schedule(queue, cron, null, { tz: 'UTC', missed: 'once' });
    await this.#boss.work(queue, { pollingIntervalSeconds: pollMs / 1000 }, async (jobs) => {
      for (const { signal } of jobs) {
        // A slot that fails is not tried again: the next one comes.
        await handler(signal).catch((error: unknown) =>
          log.error(`guichet: ${queue}: ${failureCode(error)}`),
        );
      }
    });
  }

  #wakeAfter(trx: Knex.Transaction, queues: readonly string[]): void {
    trx.executionPromise.then(
      () => this.#runner.wake(queues),
      () => undefined,
    );
  }
}
