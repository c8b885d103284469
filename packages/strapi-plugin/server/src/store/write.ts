/** One short transaction, with patience for another process's lock and a clear refusal when it does not end. */
import { setTimeout as pause } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { ProblemError } from '../edge/problem-error.js';
import { isSqlite } from '../jobs/dialect.js';
import { GroupCommit } from './group-commit.js';
import { transaction } from './transaction.js';

const ATTEMPTS = 6;
const PAUSE_MS = 150;
const RETRY_AFTER_S = 5;

// SQLite's own names; PostgreSQL: serialization failure, deadlock, lock not available.
const BUSY = /^(?:SQLITE_BUSY|SQLITE_LOCKED|40001$|40P01$|55P03$)/;
// The database is full, unreachable, or going: connection exceptions (08), operator intervention (57P), too many
// connections (53), and the socket's own.
const AWAY =
  /^(?:SQLITE_FULL|SQLITE_IOERR|SQLITE_CANTOPEN|08|53|57P|ECONNREFUSED$|ECONNRESET$|EPIPE$|ETIMEDOUT$)/;

// node-postgres gives no code where a connection broke while, or before, it was used. knex puts the statement in front.
const BROKEN = /(?:^| - )(?:Connection terminated(?: unexpectedly)?|Client (?:has|was) .* not queryable)$/;

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  if ('code' in error && typeof error.code === 'string') return error.code;
  if (BROKEN.test(error.message)) return 'ECONNRESET';
  // knex, when no connection of the pool came free.
  return error.constructor.name === 'KnexTimeoutError' ? 'ETIMEDOUT' : '';
}

/** Whether a unique index refused the row. */
export function isDuplicate(error: unknown): boolean {
  return /^(?:SQLITE_CONSTRAINT_UNIQUE|SQLITE_CONSTRAINT_PRIMARYKEY|23505)$/.test(codeOf(error));
}

function isOfTheWholeDatabase(error: unknown): boolean {
  const code = codeOf(error);
  return BUSY.test(code) || AWAY.test(code);
}

/** A failure of the database as the caller may answer it: `unavailable`, or the error itself. */
export function asUnavailable(error: unknown): unknown {
  if (!isOfTheWholeDatabase(error)) return error;
  return new ProblemError('unavailable', { retryAfter: RETRY_AFTER_S, cause: error });
}

/** Thrown in a transaction: what it wrote is undone, and `value` answered all the same. */
export class Undo<T> extends Error {
  readonly value: T;

  constructor(value: T) {
    super('undone');
    this.name = 'Undo';
    this.value = value;
  }
}

const groups = new WeakMap<Core.Strapi, GroupCommit>();

function transact<T>(strapi: Core.Strapi, work: (trx: Knex.Transaction) => Promise<T>): Promise<T> {
  const direct = <R>(inside: (trx: Knex.Transaction) => Promise<R>): Promise<R> =>
    transaction(strapi, inside);
  if (!isSqlite(strapi.db.connection)) return direct(work);
  let group = groups.get(strapi);
  if (!group) groups.set(strapi, (group = new GroupCommit(direct, isOfTheWholeDatabase)));
  return group.run(work);
}

/**
 * Runs `work` in a transaction, which on SQLite others share: `work` neither commits nor rolls back, but throws, which
 * undoes what it wrote and no more; an `Undo` to answer all the same. Its first statement must write: on SQLite a transaction that begins by reading cannot wait for the lock later.
 *
 * @throws ProblemError `unavailable` when the database stays locked or away
 */
export async function inTransaction<T>(
  strapi: Core.Strapi,
  work: (trx: Knex.Transaction) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await transact(strapi, work);
    } catch (error) {
      if (error instanceof Undo) return error.value as T;
      if (attempt === ATTEMPTS || !BUSY.test(codeOf(error))) throw asUnavailable(error);
      await pause(PAUSE_MS * attempt * (0.5 + Math.random()));
    }
  }
}
