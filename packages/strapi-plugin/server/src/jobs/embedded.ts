/**
 * The queue on SQLite: jobs in a table of the same file, so that they commit with what they are about. Workers are
 * woken by the commits of their own process and look by themselves every second for the rest (delayed jobs, other
 * processes). A job is leased while it runs; a lease that is not prolonged lapses and the job runs again.
 */
import { randomUUID } from 'node:crypto';
import { CronExpressionParser } from 'cron-parser';
import type { Knex } from 'knex';
import { EmbeddedStore, type Claim } from './embedded-store.js';
import { failureCode } from './failure-code.js';
import {
  Hopeless,
  Postponed,
  type DeadLetter,
  type DeadLetterFilter,
  type Job,
  type JobFilter,
  type JobHandler,
  type JobQueue,
  type NewJob,
  type QueueName,
} from './queue.js';
import type { QueueOptions } from './queue-options.js';
import { retryDelay, retryLimit } from './retry.js';

interface Worker {
  handler: (job: Job) => Promise<void>;
  concurrency: number;
  running: number;
  /** The administration served last. */
  after: string;
}

interface Running {
  claim: Claim;
  abort: AbortController;
  done: Promise<void>;
}

export class EmbeddedQueue implements JobQueue {
  readonly #options: QueueOptions;
  readonly #store: EmbeddedStore;
  readonly #workers = new Map<string, Worker>();
  readonly #schedules = new Map<string, string>();
  readonly #running = new Set<Running>();
  readonly #retryLimit: number;
  #timers: unknown[] = [];
  #claiming: Promise<void> | null = null;
  #claimAgain = false;
  #open = false;

  constructor(options: QueueOptions) {
    this.#options = options;
    this.#store = new EmbeddedStore(options.knex, randomUUID());
    this.#retryLimit = retryLimit(options.retry);
  }

  async enqueue(trx: Knex.Transaction, jobs: readonly NewJob[]): Promise<void> {
    if (!jobs.length) return;
    const withIds = jobs.map((job) => ({ ...job, id: randomUUID() }));
    await this.#store.add(trx, withIds, this.#now());
    this.#claimAfter(trx);
  }

  work<Q extends QueueName>(
    queue: Q,
    handler: JobHandler<Q>,
    { concurrency }: { concurrency: number },
  ): void {
    this.#register(queue, handler as unknown as JobHandler<QueueName>, concurrency);
  }

  schedule(name: string, cron: string, handler: (signal: AbortSignal) => Promise<void>): void {
    this.#schedules.set(name, cron);
    const queue = scheduleQueue(name);
    this.#register(queue, async ({ signal }) => {
      // A slot that fails is not tried again: the next one comes.
      await handler(signal).catch((error: unknown) =>
        this.#options.log.error(`${queue}: ${failureCode(error)}`),
      );
    });
  }

  async bringForward(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    const moved = await this.#store.bringForward(trx, filter, this.#now());
    if (moved) this.#claimAfter(trx);
    return moved;
  }

  async cancel(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    return this.#store.cancel(trx, filter);
  }

  async deadLetters(filter: DeadLetterFilter): Promise<DeadLetter[]> {
    return this.#store.dead(filter);
  }

  async replay(
    id: string,
    { administrationIds }: Pick<DeadLetterFilter, 'administrationIds'>,
  ): Promise<boolean> {
    const revived = await this.#store.revive(id, administrationIds, this.#now());
    if (revived) this.#claim();
    return revived;
  }

  async start(): Promise<void> {
    const { clock, pollMs, leaseMs } = this.#options;
    for (const [name, cron] of this.#schedules) {
      await this.#store.rememberSchedule(name, slotBefore(cron, clock.now()));
    }
    this.#open = true;
    this.#timers = [
      clock.setInterval(() => void this.#look(), pollMs),
      clock.setInterval(() => void this.#extendLeases(), leaseMs / 3),
    ];
    await this.#look();
  }

  async stop(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#claiming;
    const done = Promise.all([...this.#running].map((running) => running.done));
    await Promise.race([done, wait(this.#options.drainMs)]);
    // Leases are prolonged until here: a long job is not taken over while it is waited for.
    for (const timer of this.#timers) this.#options.clock.clearInterval(timer);
    for (const { claim, abort } of this.#running) {
      abort.abort();
      await this.#store.release(claim, this.#now(), false, null);
    }
  }

  #register(queue: string, handler: (job: Job) => Promise<void>, concurrency = 1): void {
    if (this.#workers.has(queue)) throw new Error(`queue ${queue} has a handler already`);
    this.#workers.set(queue, { handler, concurrency, running: 0, after: '' });
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #claimAfter(trx: Knex.Transaction): void {
    trx.executionPromise.then(
      () => this.#claim(),
      () => undefined,
    );
  }

  /** What only time brings: lapsed leases, slots of schedules, jobs that have become due. */
  async #look(): Promise<void> {
    await this.#answer(async () => {
      await this.#store.freeLapsed(this.#now(), this.#retryLimit);
      for (const [name, cron] of this.#schedules) {
        const slot = slotBefore(cron, this.#now());
        await this.#store.fireSchedule(name, slot, { id: randomUUID(), queue: scheduleQueue(name) });
      }
    });
    this.#claim();
  }

  async #extendLeases(): Promise<void> {
    await this.#answer(async () => {
      const running = [...this.#running];
      const held = await this.#store.extend(
        running.map(({ claim }) => claim),
        this.#now() + this.#options.leaseMs,
      );
      for (const { claim, abort } of running) if (!held.has(claim.id)) abort.abort();
    });
  }

  /** Fills every free place; asked again meanwhile, begins again. */
  #claim(): void {
    this.#claimAgain = true;
    this.#claiming ??= this.#answer(async () => {
      while (this.#claimAgain && this.#open) {
        this.#claimAgain = false;
        for (const [queue, worker] of this.#workers) await this.#fill(queue, worker);
      }
    }).finally(() => (this.#claiming = null));
  }

  async #fill(queue: string, worker: Worker): Promise<void> {
    while (this.#open && worker.running < worker.concurrency) {
      const leaseUntil = this.#now() + this.#options.leaseMs;
      const claim = await this.#store.claim(queue, worker.after, this.#now(), leaseUntil);
      if (!claim) return;
      worker.after = claim.administrationId;
      worker.running++;
      const abort = new AbortController();
      const running: Running = { claim, abort, done: Promise.resolve() };
      this.#running.add(running);
      running.done = this.#answer(() => this.#run(worker, claim, abort.signal)).finally(() => {
        this.#running.delete(running);
        worker.running--;
        this.#claim();
      });
    }
  }

  async #run(worker: Worker, claim: Claim, signal: AbortSignal): Promise<void> {
    const { id, administrationId } = claim;
    try {
      await worker.handler({ id, administrationId, payload: claim.payload as Job['payload'], signal });
    } catch (error) {
      return this.#failed(claim, error);
    }
    await this.#store.complete(claim);
  }

  async #failed(claim: Claim, error: unknown): Promise<void> {
    if (error instanceof Postponed) return this.#store.release(claim, error.until.getTime(), false, null);
    const code = failureCode(error);
    if (error instanceof Hopeless || claim.attempt > this.#retryLimit) {
      this.#options.log.error(`job ${claim.id} of ${claim.queue} is a dead letter: ${code}`);
      return this.#store.bury(claim, this.#now(), code);
    }
    const delay = retryDelay(this.#options.retry, claim.attempt - 1, [Math.random(), Math.random()]);
    await this.#store.release(claim, this.#now() + delay * 1000, true, code);
  }

  /** The database may be locked or gone for a moment: said, then left to the next look or to the lease. */
  async #answer(task: () => Promise<void>): Promise<void> {
    await task().catch((error: unknown) => this.#options.log.error(`queue: ${failureCode(error)}`));
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

/** In real time even in tests: it bounds a shutdown. */
async function wait(ms: number): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
}
