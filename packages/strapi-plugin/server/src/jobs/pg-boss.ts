/**
 * The queue on PostgreSQL: pg-boss, in a schema of its own beside Strapi's tables. Jobs are inserted through the
 * caller's transaction; the rest goes through a small pool of its own, so that work never holds up visitors.
 */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import { fromKnex, PgBoss, type Job as BossJob, type JobInsert, type JobResult } from 'pg-boss';
import { failureCode } from './failure-code.js';
import { connectionOf, deadLetterRows } from './pg-boss-sql.js';
import {
  Hopeless,
  Postponed,
  type DeadLetter,
  type DeadLetterFilter,
  type JobFilter,
  type JobHandler,
  type JobQueue,
  type NewJob,
  type QueueName,
  type Queues,
} from './queue.js';
import type { QueueOptions } from './queue-options.js';
import { longestDelay, retryLimit } from './retry.js';

/** The PostgreSQL schema that holds pg-boss's tables. */
export const SCHEMA = 'guichet_jobs';

/** What a job carries in pg-boss: `id` stays the same when the job moves to the dead letters and back. */
export interface JobData<Q extends QueueName = QueueName> {
  id: string;
  administrationId: string;
  payload: Queues[Q];
}

// Waiting jobs and dead letters are kept until they are done: ten years stands for ever.
const FOR_EVER_SECONDS = 10 * 366 * 24 * 3600;

interface Worker {
  handler: JobHandler<QueueName>;
  concurrency: number;
}

interface Schedule {
  cron: string;
  handler: (signal: AbortSignal) => Promise<void>;
}

export class PgBossQueue implements JobQueue {
  readonly #options: QueueOptions;
  readonly #boss: PgBoss;
  readonly #workers = new Map<QueueName, Worker>();
  readonly #schedules = new Map<string, Schedule>();
  readonly #workIds = new Map<QueueName, string>();

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#boss = new PgBoss({
      ...connectionOf(options.knex),
      schema: SCHEMA,
      application_name: 'guichet-jobs',
      max: 4,
      clock: options.clock,
    });
    this.#boss.on('error', (error) => options.log.error(`queue: ${failureCode(error)}`));
    this.#boss.on('warning', ({ message }) => options.log.warn(`queue: ${message}`));
  }

  async enqueue(trx: Knex.Transaction, jobs: readonly NewJob[]): Promise<void> {
    const db = fromKnex(trx);
    for (const [queue, ofQueue] of Map.groupBy(jobs, (job) => job.queue)) {
      const inserts = ofQueue.map((job) => this.#insert({ ...job, id: randomUUID() }, job.runAt));
      await this.#boss.insert(queue, inserts, { db });
      this.#wakeAfter(trx, queue);
    }
  }

  work<Q extends QueueName>(
    queue: Q,
    handler: JobHandler<Q>,
    { concurrency }: { concurrency: number },
  ): void {
    if (this.#workers.has(queue)) throw new Error(`queue ${queue} has a handler already`);
    this.#workers.set(queue, { handler: handler as unknown as JobHandler<QueueName>, concurrency });
  }

  schedule(name: string, cron: string, handler: (signal: AbortSignal) => Promise<void>): void {
    this.#schedules.set(name, { cron, handler });
  }

  async bringForward(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    const { updated } = await this.#boss.update(filter.queue, undefined, {
      singletonKey: requestKey(filter),
      match: 'all',
      startAfter: new Date(this.#options.clock.now()),
      db: fromKnex(trx),
    });
    this.#wakeAfter(trx, filter.queue);
    return updated;
  }

  async cancel(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    const db = fromKnex(trx);
    const waiting = await this.#boss.findJobs(filter.queue, { key: requestKey(filter), queued: true, db });
    if (!waiting.length) return 0;
    const ids = waiting.map((job) => job.id);
    await this.#boss.deleteJob(filter.queue, ids, { db });
    return ids.length;
  }

  async deadLetters(filter: DeadLetterFilter): Promise<DeadLetter[]> {
    const all = await Promise.all(
      [...this.#workers.keys()].map((queue) =>
        deadLetterRows(this.#boss.getDb(), SCHEMA, deadQueue(queue), filter),
      ),
    );
    return all
      .flat()
      .sort((a, b) => b.failedAt.getTime() - a.failedAt.getTime())
      .slice(0, filter.limit ?? 100);
  }

  async replay(
    id: string,
    { administrationIds }: Pick<DeadLetterFilter, 'administrationIds'>,
  ): Promise<boolean> {
    for (const queue of this.#workers.keys()) {
      const [dead] = await this.#boss.findJobs<JobData>(deadQueue(queue), { data: { id }, queued: true });
      if (!dead || (administrationIds && !administrationIds.includes(dead.data.administrationId))) continue;
      const moved = await this.#boss.redrive(deadQueue(queue), { ids: [dead.id] });
      this.#wake(queue);
      return moved === 1;
    }
    return false;
  }

  async start(): Promise<void> {
    await this.#boss.start();
    for (const [queue, worker] of this.#workers) await this.#startWorker(queue, worker);
    for (const [name, schedule] of this.#schedules) await this.#startSchedule(name, schedule);
    // A schedule that an older version of the plugin had.
    for (const { name } of await this.#boss.getSchedules()) {
      if (!this.#schedules.has(name.replace(/^schedule-/, ''))) await this.#boss.unschedule(name);
    }
  }

  async stop(): Promise<void> {
    await this.#boss.stop({ graceful: true, timeout: this.#options.drainMs });
  }

  async #startWorker(queue: QueueName, { concurrency }: Worker): Promise<void> {
    const { retry, leaseMs, pollMs } = this.#options;
    await this.#boss.createQueue(deadQueue(queue), { retentionSeconds: FOR_EVER_SECONDS });
    const settings = {
      deadLetter: deadQueue(queue),
      retryLimit: retryLimit(retry),
      retryDelay: retry.first,
      retryBackoff: true,
      retryDelayMax: retry.longest.to,
      heartbeatSeconds: leaseMs / 1000,
      retentionSeconds: FOR_EVER_SECONDS,
      deleteAfterSeconds: 24 * 3600,
    };
    await this.#boss.createQueue(queue, settings);
    // The queue may be there from a version with other settings.
    await this.#boss.updateQueue(queue, settings);
    const id = await this.#boss.work<JobData, unknown>(
      queue,
      {
        localConcurrency: concurrency,
        // One job of an administration at a time, among all nodes: a village's two mails never wait behind the
        // thousand of a town.
        groupConcurrency: 1,
        pollingIntervalSeconds: pollMs / 1000,
        perJobResults: true,
      },
      async (jobs) => Promise.all(jobs.map((job) => this.#run(queue, job))),
    );
    this.#workIds.set(queue, id);
  }

  async #startSchedule(name: string, { cron, handler }: Schedule): Promise<void> {
    const queue = `schedule-${name}`;
    await this.#boss.createQueue(queue, {
      heartbeatSeconds: this.#options.leaseMs / 1000,
      deleteAfterSeconds: 3600,
    });
    await this.#boss.schedule(queue, cron, null, { tz: 'UTC', missed: 'once' });
    await this.#boss.work(queue, { pollingIntervalSeconds: this.#options.pollMs / 1000 }, async (jobs) => {
      for (const { signal } of jobs) {
        // A slot that fails is not tried again: the next one comes.
        await handler(signal).catch((error: unknown) =>
          this.#options.log.error(`${queue}: ${failureCode(error)}`),
        );
      }
    });
  }

  async #run(queue: QueueName, job: BossJob<JobData>): Promise<JobResult> {
    const { id, administrationId, payload } = job.data;
    try {
      await this.#workers.get(queue)!.handler({ id, administrationId, payload, signal: job.signal });
      return { id: job.id, status: 'completed' };
    } catch (error) {
      if (error instanceof Postponed) {
        await this.#postpone(queue, job, error.until);
        return { id: job.id, status: 'completed' };
      }
      // Only the code: pg-boss would store the whole error, whose text may quote an address.
      const output = { code: failureCode(error) };
      return { id: job.id, status: error instanceof Hopeless ? 'deadletter' : 'failed', output };
    }
  }

  /** pg-boss knows no later without a failure: the job is completed and filed anew in one transaction. */
  async #postpone(queue: QueueName, job: BossJob<JobData>, until: Date): Promise<void> {
    await this.#options.knex.transaction(async (trx) => {
      const db = fromKnex(trx);
      const attempt = { id: job.id, retryCount: job.retryCount };
      // The declared type of the answer is empty; what it holds is documented.
      const done = (await this.#boss.complete(queue, attempt, null, { db })) as { affected: number };
      if (done.affected)
        await this.#boss.insert(queue, [this.#insert({ queue, ...job.data }, until)], { db });
    });
  }

  #insert(job: NewJob & { id: string }, runAt: Date | undefined): JobInsert<JobData> {
    const { id, administrationId, payload } = job;
    return {
      data: { id, administrationId, payload },
      group: { id: administrationId },
      singletonKey: requestKey({ ...job, requestId: payload.requestId }),
      retryDelayMax: Math.round(longestDelay(this.#options.retry, Math.random())),
      ...(runAt && { startAfter: runAt }),
    };
  }

  #wakeAfter(trx: Knex.Transaction, queue: QueueName): void {
    trx.executionPromise.then(
      () => this.#wake(queue),
      () => undefined,
    );
  }

  #wake(queue: QueueName): void {
    const id = this.#workIds.get(queue);
    if (id) this.#boss.notifyWorker(id);
  }
}

function deadQueue(queue: QueueName): string {
  return `${queue}-dead`;
}

/** On a queue of the standard policy a singleton key restrains nothing: it is how a request's jobs are found. */
function requestKey({
  administrationId,
  requestId,
}: Pick<JobFilter, 'administrationId' | 'requestId'>): string {
  return `${administrationId}/${requestId}`;
}
