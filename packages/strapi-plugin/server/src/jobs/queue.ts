/**
 * The queue port: what the features know of background work. Two drivers stand behind it, `embedded.ts` on SQLite
 * and `pg-boss.ts` on PostgreSQL, held to the same promises by `queue.contract.test.ts`:
 *
 * - a job exists exactly if the transaction that enqueued it commits;
 * - it runs at least once: a handler must bear running twice;
 * - a failure is tried again, later and later, for 72 hours; then the job is a dead letter, kept until replayed;
 * - administrations take turns: a thousand jobs of one do not starve another;
 * - a schedule fires once per slot, however many nodes run it.
 */
import type { DeliveryKind } from '@guichet/contracts/admin/deliveries';
import type { WebhookType } from '@guichet/contracts/admin/webhooks';
import type { Knex } from 'knex';

/**
 * What the jobs of each queue carry: ids only, never what a resident wrote, so that the queue's tables, its logs and
 * its dead letters hold no personal data, and shredding a request's key leaves nothing behind here.
 */
export interface Queues {
  /** One mail. */
  mail: {
    kind: DeliveryKind;
    requestId: string;
    /** Id of the admin user that it is for, where it is for one. */
    agentId?: number;
  };
  /** One message to one endpoint. */
  webhook: {
    type: WebhookType;
    requestId: string;
    endpointId: string;
    /** RFC 3339 in UTC: when what it tells happened. */
    at: string;
  };
  /** One request to a system of who is competent. */
  report: {
    requestId: string;
  };
  /** One request of a list that the archives agreed to. */
  elimination: {
    slipId: string;
    requestId: string;
  };
  /** The administrations of a territory. */
  creation: {
    orderId: string;
  };
  /** One link to all that is followed from a mailbox, where anything is. */
  mailbox: {
    /** Keyed hashes of its address, one for each administration that is asked: nobody reads it from them. */
    indexes: string[];
  };
  /** The morning's mail of one agent. */
  digest: {
    /** Id of the admin user. */
    agentId: number;
    /** The civil day that it is of, in the agent's zone. */
    day: string;
  };
}

export type QueueName = keyof Queues;

/** A job of a queue, or of any. */
export type NewJob<Q extends QueueName = QueueName> = {
  [Name in Q]: {
    queue: Name;
    /** The tenant it is done for: administrations take turns. */
    administrationId: string;
    payload: Queues[Name];
    /** Not before; at once when absent. */
    runAt?: Date;
  };
}[Q];

/** A job as a handler gets it. */
export interface Job<Q extends QueueName = QueueName> {
  /** The same in every attempt, replays included: what a handler derives stable identifiers from. */
  id: string;
  administrationId: string;
  payload: Queues[Q];
  /** Aborted when the queue stops without waiting any longer, or when another worker has taken the job over. */
  signal: AbortSignal;
}

/**
 * Returning completes the job, throwing has it tried again. Throw {@link Postponed} to run later without having
 * failed, {@link Hopeless} when trying again cannot help.
 */
export type JobHandler<Q extends QueueName> = (job: Job<Q>) => Promise<void>;

/** Not now: run again at `until`; does not count as an attempt. */
export class Postponed extends Error {
  readonly until: Date;

  constructor(until: Date) {
    super(`postponed until ${until.toISOString()}`);
    this.name = 'Postponed';
    this.until = until;
  }
}

/** Trying again cannot help: a dead letter at once. `code` must hold no personal data: it is stored and shown. */
export class Hopeless extends Error {
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(code, options);
    this.name = 'Hopeless';
    this.code = code;
  }
}

/** Which waiting jobs: all of one request in a queue. */
export interface JobFilter {
  queue: QueueName;
  administrationId: string;
  requestId: string;
}

export interface DeadLetter<Q extends QueueName = QueueName> {
  id: string;
  queue: Q;
  administrationId: string;
  payload: Queues[Q];
  enqueuedAt: Date;
  failedAt: Date;
  /** How often it was tried. */
  attempts: number;
  /** The last failure: an error's code, or its name where it has none. Never its message, which may quote an address. */
  error: string;
}

/** `null` stands for every administration; the caller has checked that the agent may see them. */
export interface DeadLetterFilter<Q extends QueueName = QueueName> {
  queue: Q;
  administrationIds: readonly string[] | null;
  /** At most this many, newest failure first; 100 when absent. */
  limit?: number;
}

export interface JobQueue {
  /**
   * Adds jobs within the caller's transaction: one statement for all the jobs of a queue. Workers of this process are
   * woken by the commit.
   */
  enqueue(trx: Knex.Transaction, jobs: readonly NewJob[]): Promise<void>;
  /** Registers the one handler of a queue in this node. `concurrency`: jobs at a time in this node. */
  work<Q extends QueueName>(queue: Q, handler: JobHandler<Q>, options: { concurrency: number }): void;
  /**
   * Runs `handler` once per slot among all nodes.
   *
   * @param name lower case, digits and hyphens, unique
   * @param cron five fields, in UTC
   */
  schedule(name: string, cron: string, handler: (signal: AbortSignal) => Promise<void>): void;
  /** Runs now what waits for its `runAt`. Answers how many. */
  bringForward(trx: Knex.Transaction, filter: JobFilter): Promise<number>;
  /** Deletes what has not begun. Answers how many. */
  cancel(trx: Knex.Transaction, filter: JobFilter): Promise<number>;
  /** Deletes all that names a request, in every queue, waiting or dead. */
  forget(
    trx: Knex.Transaction,
    request: { requestId: string; administrationIds: readonly string[] },
  ): Promise<void>;
  deadLetters<Q extends QueueName>(filter: DeadLetterFilter<Q>): Promise<DeadLetter<Q>[]>;
  /**
   * Puts a dead letter back in its queue, with 72 new hours. Answers false when that queue has none of these
   * administrations.
   */
  replay(id: string, filter: Pick<DeadLetterFilter, 'queue' | 'administrationIds'>): Promise<boolean>;
  /** Begins to work. After every `work` and `schedule`, and after the migrations. */
  start(): Promise<void>;
  /** Takes no new job, waits for the running ones (at most `drainMs`), then aborts them: another node takes over. */
  stop(): Promise<void>;
}
