/**
 * The statements of the embedded driver. Each is one statement, atomic in itself, so that none needs a transaction of
 * its own on SQLite's single connection, and two processes on one file never claim the same job.
 */
import type { Knex } from 'knex';
import { JOBS, SCHEDULES } from './migration.js';
import type { DeadLetter, DeadLetterFilter, JobFilter, NewJob, QueueName, Queues } from './queue.js';

/** A job as its worker holds it. `attempt` is the fence: who lost the lease can no longer settle. */
export interface Claim {
  id: string;
  queue: string;
  administrationId: string;
  payload: unknown;
  attempt: number;
}

interface Row {
  id: string;
  queue: string;
  administration_id: string;
  payload: string;
  enqueued_at: number;
  attempts: number;
  dead_at: number;
  error: string | null;
}

export class EmbeddedStore {
  readonly #knex: Knex;
  readonly #worker: string;

  /** @param worker names this process among those on the same file */
  constructor(knex: Knex, worker: string) {
    this.#knex = knex;
    this.#worker = worker;
  }

  async add(trx: Knex.Transaction, jobs: readonly (NewJob & { id: string })[], now: number): Promise<void> {
    await trx(JOBS).insert(
      jobs.map((job) => ({
        id: job.id,
        queue: job.queue,
        administration_id: job.administrationId,
        request_id: job.payload.requestId,
        payload: JSON.stringify(job.payload),
        enqueued_at: now,
        run_at: job.runAt?.getTime() ?? now,
      })),
    );
  }

  /**
   * The next job that is due, of the first administration after `after` in the alphabet, or of the first of all: a
   * round through the administrations, whatever each has waiting.
   */
  async claim(queue: string, after: string, now: number, leaseUntil: number): Promise<Claim | null> {
    const next = async (from: string): Promise<Row[]> =>
      this.#knex.raw(
        `update ${JOBS} set worker = ?, lease_until = ?, attempts = attempts + 1 where id = (
           select id from ${JOBS}
           where queue = ? and worker is null and dead_at is null and administration_id > ? and run_at <= ?
           order by administration_id, run_at limit 1
         ) returning *`,
        [this.#worker, leaseUntil, queue, from, now],
      );
    let [row] = await next(after);
    if (!row && after) [row] = await next('');
    if (!row) return null;
    return {
      id: row.id,
      queue,
      administrationId: row.administration_id,
      payload: JSON.parse(row.payload),
      attempt: row.attempts,
    };
  }

  async complete(claim: Claim): Promise<void> {
    await this.#held(claim).delete();
  }

  /** Gives the job back; `counts` says whether the attempt was one. */
  async release(claim: Claim, runAt: number, counts: boolean, error: string | null): Promise<void> {
    const attempts = counts ? claim.attempt : claim.attempt - 1;
    await this.#held(claim).update({ worker: null, lease_until: null, run_at: runAt, attempts, error });
  }

  async bury(claim: Claim, now: number, error: string): Promise<void> {
    await this.#held(claim).update({ worker: null, lease_until: null, dead_at: now, error });
  }

  /** Prolongs leases; answers the ids still held. */
  async extend(claims: readonly Claim[], leaseUntil: number): Promise<Set<string>> {
    if (!claims.length) return new Set();
    const rows: { id: string }[] = await this.#knex.raw(
      `update ${JOBS} set lease_until = ? where worker = ? and (id, attempts) in (values ${claims.map(() => '(?, ?)').join(', ')})
       returning id`,
      [leaseUntil, this.#worker, ...claims.flatMap((claim) => [claim.id, claim.attempt])],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** Frees what a worker that died was holding. The attempt counted: a job that kills its worker ends as a dead letter. */
  async freeLapsed(now: number, limit: number): Promise<void> {
    await this.#knex.raw(
      `update ${JOBS} set worker = null, lease_until = null, error = 'worker-died',
         dead_at = case when attempts > ? then ? end
       where worker is not null and lease_until < ?`,
      [limit, now, now],
    );
  }

  async bringForward(trx: Knex.Transaction, filter: JobFilter, now: number): Promise<number> {
    return this.#waiting(trx, filter).where('run_at', '>', now).update({ run_at: now });
  }

  async cancel(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    return this.#waiting(trx, filter).delete();
  }

  async dead({ administrationIds, limit = 100 }: DeadLetterFilter): Promise<DeadLetter[]> {
    const rows = await this.#dead(administrationIds).orderBy('dead_at', 'desc').orderBy('id').limit(limit);
    return rows.map((row) => ({
      id: row.id,
      queue: row.queue as QueueName,
      administrationId: row.administration_id,
      payload: JSON.parse(row.payload) as Queues[QueueName],
      enqueuedAt: new Date(row.enqueued_at),
      failedAt: new Date(row.dead_at),
      attempts: row.attempts,
      error: row.error ?? 'unknown',
    }));
  }

  async revive(
    id: string,
    administrationIds: DeadLetterFilter['administrationIds'],
    now: number,
  ): Promise<boolean> {
    const fresh = { dead_at: null, error: null, attempts: 0, run_at: now };
    return (await this.#dead(administrationIds).where({ id }).update(fresh)) === 1;
  }

  /** The slot that was last fired; the first to know a schedule begins with `slot`, without firing it. */
  async rememberSchedule(name: string, slot: number): Promise<void> {
    await this.#knex(SCHEDULES).insert({ name, last_slot: slot }).onConflict('name').ignore();
  }

  /** Files a slot's job unless another node has. The pair is atomic: a crash in between loses no slot. */
  async fireSchedule(name: string, slot: number, job: { id: string; queue: string }): Promise<boolean> {
    return this.#knex.transaction(async (trx) => {
      const won = await trx(SCHEDULES)
        .where({ name })
        .where('last_slot', '<', slot)
        .update({ last_slot: slot });
      if (!won) return false;
      await trx(JOBS).insert({
        ...job,
        administration_id: '-',
        payload: '{}',
        enqueued_at: slot,
        run_at: slot,
      });
      return true;
    });
  }

  #held(claim: Claim): Knex.QueryBuilder {
    return this.#knex(JOBS).where({ id: claim.id, worker: this.#worker, attempts: claim.attempt });
  }

  #waiting(trx: Knex.Transaction, { queue, administrationId, requestId }: JobFilter): Knex.QueryBuilder {
    return trx(JOBS)
      .where({ queue, administration_id: administrationId, request_id: requestId })
      .whereNull('worker')
      .whereNull('dead_at');
  }

  #dead(administrationIds: DeadLetterFilter['administrationIds']): Knex.QueryBuilder<Row, Row[]> {
    const dead = this.#knex<Row>(JOBS).whereNotNull('dead_at');
    return administrationIds ? dead.whereIn('administration_id', [...administrationIds]) : dead;
  }
}
