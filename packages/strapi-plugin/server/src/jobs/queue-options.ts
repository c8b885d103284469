import type { Knex } from 'knex';
import { systemClock, type Clock } from './clock.js';
import { retryPolicy, type RetryPolicy } from './retry.js';

/** Where the queue writes; Strapi's own logger will do. */
export interface QueueLog {
  warn(message: string): void;
  error(message: string): void;
}

/** All that a driver is given. */
export interface QueueOptions {
  knex: Knex;
  log: QueueLog;
  clock: Clock;
  retry: RetryPolicy;
  /** How often a worker looks by itself for work it was not woken for. At least 500. */
  pollMs: number;
  /** How long after a worker's last sign of life its job is another's. At least 10 000. */
  leaseMs: number;
  /** How long `stop` waits for running jobs. At least 1 000. */
  drainMs: number;
}

export const queueDefaults = {
  clock: systemClock,
  retry: retryPolicy,
  pollMs: 1000,
  leaseMs: 60_000,
  drainMs: 20_000,
} satisfies Partial<QueueOptions>;
