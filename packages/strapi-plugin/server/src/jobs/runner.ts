/**
 * What both drivers do with a job: claim it, keep its lease alive while its handler runs, then settle it. Everything
 * here holds on any database; how a job is stored is the driver's.
 */
import { failureCode } from './failure-code.js';
import { Hopeless, Postponed, type Job } from './queue.js';
import type { QueueOptions } from './queue-options.js';
import { retryLimit } from './retry.js';

/** A job as its worker holds it. */
export interface Claim {
  queue: string;
  /** The job's own, the same in every attempt. */
  id: string;
  administrationId: string;
  payload: unknown;
  /** 1 for the first. */
  attempt: number;
}

/** How a driver stores jobs. Settling a claim that has lapsed changes nothing: another worker holds the job. */
export interface Claims<C extends Claim> {
  /** The next job that is due, administrations taking turns. */
  claim(queue: string): Promise<C | null>;
  /** Prolongs leases; answers the ids still held. */
  extend(claims: readonly C[]): Promise<Set<string>>;
  complete(claim: C): Promise<void>;
  /** To be tried again after the delay of its attempt. */
  retry(claim: C, error: string): Promise<void>;
  /** To be run at `until`, this attempt not counted. */
  postpone(claim: C, until: Date): Promise<void>;
  /** To the dead letters. */
  bury(claim: C, error: string): Promise<void>;
}

interface Worker {
  handler: (job: Job) => Promise<void>;
  concurrency: number;
  running: number;
}

interface Running<C> {
  claim: C;
  abort: AbortController;
  done: Promise<void>;
}

export class Runner<C extends Claim> {
  readonly #options: QueueOptions;
  readonly #claims: Claims<C>;
  readonly #retryLimit: number;
  readonly #workers = new Map<string, Worker>();
  readonly #running = new Set<Running<C>>();
  #timers: unknown[] = [];
  #claiming: Promise<void> | null = null;
  /** The queues to look at. */
  readonly #due = new Set<string>();
  #open = false;

  constructor(options: QueueOptions, claims: Claims<C>) {
    this.#options = options;
    this.#claims = claims;
    this.#retryLimit = retryLimit(options.retry);
  }

  /** The queues that have a handler. */
  get queues(): string[] {
    return [...this.#workers.keys()];
  }

  work(queue: string, handler: (job: Job) => Promise<void>, concurrency: number): void {
    if (this.#workers.has(queue)) throw new Error(`queue ${queue} has a handler already`);
    this.#workers.set(queue, { handler, concurrency, running: 0 });
  }

  start(): void {
    const { clock, pollMs, leaseMs } = this.#options;
    this.#open = true;
    this.#timers = [
      clock.setInterval(() => this.wake(), pollMs),
      clock.setInterval(() => void this.#extend(), leaseMs / 3),
    ];
    this.wake();
  }

  async stop(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await this.#claiming;
    await Promise.race([
      Promise.all([...this.#running].map(({ done }) => done)),
      wait(this.#options.drainMs),
    ]);
    // Only now: a long job is not taken over by another node while it is waited for.
    for (const timer of this.#timers) this.#options.clock.clearInterval(timer);
    for (const { claim, abort } of this.#running) {
      abort.abort();
      await this.#answer(() => this.#claims.retry(claim, 'node-stopped'));
    }
  }

  /**
   * Fills every free place; asked again meanwhile, looks again.
   * @param queues those known to have something new: a look costs statements
   */
  wake(queues: Iterable<string> = this.#workers.keys()): void {
    for (const queue of queues) this.#due.add(queue);
    this.#claiming ??= this.#answer(async () => {
      // What is added meanwhile is looked at in the same round.
      for (const queue of this.#due) {
        this.#due.delete(queue);
        const worker = this.#workers.get(queue);
        if (worker) await this.#fill(queue, worker);
      }
    }).finally(() => {
      this.#claiming = null;
      // Asked again between the last look and here.
      if (this.#open && this.#due.size) this.wake([]);
    });
  }

  async #fill(queue: string, worker: Worker): Promise<void> {
    while (this.#open && worker.running < worker.concurrency) {
      const claim = await this.#claims.claim(queue);
      if (!claim) return;
      worker.running++;
      const abort = new AbortController();
      const running: Running<C> = { claim, abort, done: Promise.resolve() };
      this.#running.add(running);
      running.done = this.#answer(() => this.#run(worker, claim, abort.signal)).finally(() => {
        this.#running.delete(running);
        worker.running--;
        this.wake([queue]);
      });
    }
  }

  async #run(worker: Worker, claim: C, signal: AbortSignal): Promise<void> {
    // Claimed more often than it failed: it takes its workers down with it.
    if (claim.attempt > this.#retryLimit + 1) return this.#bury(claim, 'worker-died');
    const { id, administrationId } = claim;
    try {
      await worker.handler({ id, administrationId, payload: claim.payload as Job['payload'], signal });
    } catch (error) {
      if (error instanceof Postponed) return this.#claims.postpone(claim, error.until);
      if (error instanceof Hopeless || claim.attempt > this.#retryLimit)
        return this.#bury(claim, failureCode(error));
      return this.#claims.retry(claim, failureCode(error));
    }
    await this.#claims.complete(claim);
  }

  async #bury(claim: C, error: string): Promise<void> {
    this.#options.log.error(`guichet: job ${claim.id} of queue ${claim.queue} is a dead letter: ${error}`);
    await this.#claims.bury(claim, error);
  }

  async #extend(): Promise<void> {
    await this.#answer(async () => {
      const running = [...this.#running];
      const held = await this.#claims.extend(running.map(({ claim }) => claim));
      for (const { claim, abort } of running) if (!held.has(claim.id)) abort.abort();
    });
  }

  /** The database may be locked or gone for a moment: said, then left to the next look and to the lease. */
  async #answer(task: () => Promise<void>): Promise<void> {
    await task().catch((error: unknown) => this.#options.log.error(`guichet: queue: ${failureCode(error)}`));
  }
}

/** In real time even in tests: it bounds a shutdown. */
async function wait(ms: number): Promise<void> {
  await new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
}
