/**
 * The statements of the embedded driver. Nearly each is one statement, atomic in itself: none holds SQLite's single
 * connection for long, and two processes on one file never claim the same job.
 */
import type { Knex } from 'knex';
import { JOBS, SCHEDULES } from './migration.js';
import { newId } from './new-id.js';
import type {
  DeadLetter,
  DeadLetterFilter,
  JobFilter,
  JobQueue,
  NewJob,
  QueueName,
  Queues,
} from './queue.js';
import type { QueueOptions } from './queue-options.js';
import { retryDelay } from './retry.js';
import type { Claim, Claims } from './runner.js';

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

export class EmbeddedStore implements Claims<Claim> {
  readonly #options: QueueOptions;
  readonly #knex: Knex;
  readonly #worker: string;
  /** By queue, the administration served last. */
  readonly #served = new Map<string, string>();

  /** @param worker names this process among those on the same file */
  constructor(options: QueueOptions, worker: string) {
    this.#options = options;
    this.#knex = options.knex;
    this.#worker = worker;
  }

  async add(trx: Knex.Transaction, jobs: readonly NewJob[]): Promise<void> {
    const now = this.#now();
    const rows = jobs.map(({ queue, administrationId, payload, runAt }) => ({
      id: newId(),
      queue,
      administrationId,
      requestId: 'requestId' in payload ? payload.requestId : null,
      payload: JSON.stringify(payload),
      runAt: runAt?.getTime() ?? now,
    }));
    // One parameter whatever their number: SQLite bounds both the parameters and the terms of a statement.
    await trx.raw(
      `insert into ${JOBS} (id, queue, administration_id, request_id, payload, run_at, enqueued_at)
       select value ->> 'id', value ->> 'queue', value ->> 'administrationId', value ->> 'requestId',
              value ->> 'payload', value ->> 'runAt', ? from json_each(?)`,
      [now, JSON.stringify(rows)],
    );
  }

  /** Round and round through the administrations in the order of their ids, whatever each has waiting. */
  async claim(queue: string): Promise<Claim | null> {
    const served = this.#served.get(queue) ?? '';
    const row =
      (await this.#claimAfter(queue, served)) ?? (served ? await this.#claimAfter(queue, '') : undefined);
    if (!row) return null;
    this.#served.set(queue, row.administration_id);
    return {
      queue,
      id: row.id,
      administrationId: row.administration_id,
      payload: JSON.parse(row.payload),
      attempt: row.attempts,
    };
  }

  async extend(claims: readonly Claim[]): Promise<Set<string>> {
    if (!claims.length) return new Set();
    const pairs = claims.map(() => '(?, ?)').join(', ');
    const rows: { id: string }[] = await this.#knex.raw(
      `update ${JOBS} set lease_until = ? where worker = ? and (id, attempts) in (values ${pairs}) returning id`,
      [this.#leaseUntil(), this.#worker, ...claims.flatMap(({ id, attempt }) => [id, attempt])],
    );
    return new Set(rows.map((row) => row.id));
  }

  async complete(claim: Claim): Promise<void> {
    await this.#held(claim).delete();
  }

  async retry(claim: Claim, error: string): Promise<void> {
    const delay = retryDelay(this.#options.retry, claim.attempt - 1, [Math.random(), Math.random()]);
    const run_at = Math.round(this.#now() + delay * 1000);
    await this.#held(claim).update({ worker: null, lease_until: null, run_at, error });
  }

  async postpone(claim: Claim, until: Date): Promise<void> {
    const attempts = claim.attempt - 1;
    await this.#held(claim).update({ worker: null, lease_until: null, run_at: until.getTime(), attempts });
  }

  async bury(claim: Claim, error: string): Promise<void> {
    await this.#held(claim).update({ worker: null, lease_until: null, dead_at: this.#now(), error });
  }

  /** Frees what a worker that died was holding. */
  async freeLapsed(): Promise<void> {
    const lapsed = this.#knex(JOBS).whereNotNull('worker').where('lease_until', '<', this.#now());
    await lapsed.update({ worker: null, lease_until: null });
  }

  async bringForward(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    const now = this.#now();
    return this.#waiting(trx, filter).where('run_at', '>', now).update({ run_at: now });
  }

  async cancel(trx: Knex.Transaction, filter: JobFilter): Promise<number> {
    return this.#waiting(trx, filter).delete();
  }

  async forget(
    trx: Knex.Transaction,
    { requestId, administrationIds }: Parameters<JobQueue['forget']>[1],
  ): Promise<void> {
    await trx(JOBS)
      .whereIn('administration_id', [...administrationIds])
      .where({ request_id: requestId })
      .whereNull('worker')
      .delete();
  }

  async dead<Q extends QueueName>(filter: DeadLetterFilter<Q>): Promise<DeadLetter<Q>[]> {
    const { limit = 100 } = filter;
    const newest = this.#dead(filter).orderBy('dead_at', 'desc').orderBy('id').limit(limit);
    const rows = (await newest) as unknown as Row[];
    return rows.map((row) => ({
      id: row.id,
      queue: row.queue as Q,
      administrationId: row.administration_id,
      payload: JSON.parse(row.payload) as Queues[Q],
      enqueuedAt: new Date(row.enqueued_at),
      failedAt: new Date(row.dead_at),
      attempts: row.attempts,
      error: row.error ?? 'unknown',
    }));
  }

  async revive(id: string, filter: Pick<DeadLetterFilter, 'queue' | 'administrationIds'>): Promise<boolean> {
    const fresh = { dead_at: null, error: null, attempts: 0, run_at: this.#now() };
    const revived: number = await this.#dead(filter).where({ id }).update(fresh);
    return revived === 1;
  }

  /** A schedule that is new begins with its next slot. */
  async rememberSchedule(name: string, slot: number): Promise<void> {
    await this.#knex(SCHEDULES).insert({ name, last_slot: slot }).onConflict('name').ignore();
  }

  /** Files a slot's job unless it is filed. The pair is atomic: a crash in between loses no slot. */
  async fireSchedule(name: string, slot: number, queue: string): Promise<void> {
    const due: unknown = await this.#knex(SCHEDULES)
      .where({ name })
      .where('last_slot', '<', slot)
      .first('name');
    if (!due) return;
    await this.#knex.transaction(async (trx) => {
      const won = await trx(SCHEDULES)
        .where({ name })
        .where('last_slot', '<', slot)
        .update({ last_slot: slot });
      const job = {
        id: newId(),
        queue,
        administration_id: '-',
        payload: '{}',
        enqueued_at: slot,
        run_at: slot,
      };
      if (won) await trx(JOBS).insert(job);
    });
  }

  async #claimAfter(queue: string, served: string): Promise<Row | undefined> {
    const rows: Row[] = await this.#knex.raw(
      `update ${JOBS} set worker = ?, lease_until = ?, attempts = attempts + 1 where id = (
         select id from ${JOBS}
         where queue = ? and worker is null and dead_at is null and administration_id > ? and run_at <= ?
         order by administration_id, run_at limit 1
       ) returning *`,
      [this.#worker, this.#leaseUntil(), queue, served, this.#now()],
    );
    return rows[0];
  }

  #now(): number {
    return this.#options.clock.now();
  }

  #leaseUntil(): number {
    return this.#now() + this.#options.leaseMs;
  }

  /** `attempt` is the fence: who lost the lease can no longer settle. */
  #held({ id, attempt }: Claim): Knex.QueryBuilder {
    return this.#knex(JOBS).where({ id, worker: this.#worker, attempts: attempt });
  }

  #waiting(trx: Knex.Transaction, { queue, administrationId, requestId }: JobFilter): Knex.QueryBuilder {
    const ofRequest = trx(JOBS).where({ queue, administration_id: administrationId, request_id: requestId });
    return ofRequest.whereNull('worker').whereNull('dead_at');
  }

  #dead({
    queue,
    administrationIds,
  }: Pick<DeadLetterFilter, 'queue' | 'administrationIds'>): Knex.QueryBuilder {
    const dead = this.#knex(JOBS).where({ queue }).whereNotNull('dead_at');
    return administrationIds ? dead.whereIn('administration_id', [...administrationIds]) : dead;
  }
}
