/**
 * The queue on SQLite: jobs in a table of the same file, so that they commit with what they are about. Workers are
 * woken by the commits of their own process and look by themselves for the rest (what has become due, other
 * processes). A job is leased while it runs; a lease that is not prolonged lapses, and the job runs again.
 */
import { randomUUID } from 'node:crypto';
import { CronExpressionParser } from 'cron-parser';
import type { Knex } from 'knex';
import { EmbeddedStore } from './embedded-store.js';
import { failureCode } from './failure-code.js';
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
import { Runner, type Claim } from './runner.js';

export class EmbeddedQueue implements JobQueue {
  readonly #options: QueueOptions;
  readonly #store: EmbeddedStore;
  readonly #runner: Runner<Claim>;
  readonly #schedules = new Map<string, string>();
  #timer: unknown;

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#store = new EmbeddedStore(options, randomUUID());
    this.#runner = new Runner(options, this.#store);
  }

  async enqueue(trx: Knex.Transaction, jobs: readonly NewJob[]): Promise<void> {
    if (!jobs.length) return;
    await this.#store.add(trx, jobs);
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
    const queue = scheduleQueue(name);
    this.#schedules.set(name, cron);
    this.#runner.work(
      queue,
      async ({ signal }) => {
        // A slot that fails is not tried again: the next one comes.
        await handler(signal).catch((error: unknown) =>
          this.#options.log.error(`guichet: ${queue}: ${failureCode(error)}`),
        );
      },
      1,
    );
  }

  async bringForward(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    const moved = await this.#store.bringForward(trx, filter);
    this.#wakeAfter(trx, [filter.queue]);
    return moved;
  }

  async cancel(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    return this.#store.cancel(trx, filter);
  }

  async forget(trx: Knex.Transaction, request: Parameters<JobQueue['forget']>[1]): Promise<void> {
    await this.#store.forget(trx, request);
  }

  async deadLetters<Q extends QueueName>(filter: DeadLetterFilter<Q>): Promise<DeadLetter<Q>[]> {
    return this.#store.dead(filter);
  }

  async replay(id: string, filter: Pick<DeadLetterFilter, 'queue' | 'administrationIds'>): Promise<boolean> {
    const revived = await this.#store.revive(id, filter);
    this.#runner.wake([filter.queue]);
    return revived;
  }

  async start(): Promise<void> {
    const { clock, pollMs } = this.#options;
    for (const [name, cron] of this.#schedules) {
      await this.#store.rememberSchedule(name, slotBefore(cron, clock.now()));
    }
    this.#timer = clock.setInterval(() => void this.#look(), pollMs);
    this.#runner.start();
  }

  async stop(): Promise<void> {
    this.#options.clock.clearInterval(this.#timer);
    await this.#runner.stop();
  }

  /** What only time brings, beside due jobs: lapsed leases and the slots of schedules. */
  async #look(): Promise<void> {
    try {
      await this.#store.freeLapsed();
      for (const [name, cron] of this.#schedules) {
        await this.#store.fireSchedule(
          name,
          slotBefore(cron, this.#options.clock.now()),
          scheduleQueue(name),
        );
      }
    } catch (error) {
      this.#options.log.error(`guichet: queue: ${failureCode(error)}`);
    }
    this.#runner.wake();
  }

  #wakeAfter(trx: Knex.Transaction, queues: readonly string[]): void {
    trx.executionPromise.then(
      () => this.#runner.wake(queues),
      () => undefined,
    );
  }
}

function scheduleQueue(name: string): string {
  return `schedule-${name}`;
}

/** The latest slot that has come, in milliseconds. */
function slotBefore(cron: string, now: number): number {
  // prev() leaves out the present second: a slot has come at its very second.
  return CronExpressionParser.parse(cron, { tz: 'UTC', currentDate: new Date(now + 1000) })
    .prev()
    .getTime();
}
