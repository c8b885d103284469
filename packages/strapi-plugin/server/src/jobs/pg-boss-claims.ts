/** How the runner's claims are kept in pg-boss. */
import type { Knex } from 'knex';
import { fromKnex, type JobInsert, type PgBoss } from 'pg-boss';
import type { JobFilter, QueueName, Queues } from './queue.js';
import type { QueueOptions } from './queue-options.js';
import { longestDelay, type RetryPolicy } from './retry.js';
import type { Claim, Claims } from './runner.js';

/** What a job carries in pg-boss. `id` stays the same when the job is filed anew; pg-boss's own does not. */
export interface JobData {
  id: string;
  administrationId: string;
  payload: Queues[QueueName];
  /** In a dead letter: how it died. */
  death?: { queue: string; enqueuedAt: string; attempts: number; error: string };
}

export interface BossClaim extends Claim {
  data: JobData;
  enqueuedAt: Date;
  /** pg-boss's fence: who lost the claim can no longer settle. */
  held: { id: string; retryCount: number };
}

export class PgBossClaims implements Claims<BossClaim> {
  readonly #boss: PgBoss;
  readonly #knex: Knex;
  readonly #retry: RetryPolicy;
  /** By queue, the administrations served in this round. */
  readonly #served = new Map<string, Set<string>>();

  constructor(boss: PgBoss, { knex, retry }: QueueOptions) {
    this.#boss = boss;
    this.#knex = knex;
    this.#retry = retry;
  }

  /** Round after round, each administration that has something due once, whatever each has waiting. */
  async claim(queue: string): Promise<BossClaim | null> {
    const served = this.#served.get(queue) ?? new Set();
    this.#served.set(queue, served);
    const claim = await this.#fetch(queue, [...served]);
    if (claim) {
      served.add(claim.administrationId);
      return claim;
    }
    if (!served.size) return null;
    served.clear();
    return this.claim(queue);
  }

  async extend(claims: readonly BossClaim[]): Promise<Set<string>> {
    const held = new Set<string>();
    for (const [queue, ofQueue] of Map.groupBy(claims, (claim) => claim.queue)) {
      const attempts = ofQueue.map((claim) => claim.held);
      // The declared type of the answer is empty; pg-boss's workers rely on what it holds.
      const { settled } = (await this.#boss.touch(queue, attempts)) as { settled: string[] };
      for (const claim of ofQueue) if (settled.includes(claim.held.id)) held.add(claim.id);
    }
    return held;
  }

  async complete({ queue, held }: BossClaim): Promise<void> {
    await this.#boss.complete(queue, held);
  }

  async retry({ queue, held }: BossClaim, error: string): Promise<void> {
    await this.#boss.fail(queue, held, { error });
  }

  async postpone(claim: BossClaim, until: Date): Promise<void> {
    await this.#fileAnew(claim, claim.queue, jobInsert(claim.data, this.#retry, until));
  }

  async bury(claim: BossClaim, error: string): Promise<void> {
    const { queue, attempt: attempts, enqueuedAt } = claim;
    const death = { queue, enqueuedAt: enqueuedAt.toISOString(), attempts, error };
    await this.#fileAnew(claim, deadQueue(queue), jobInsert({ ...claim.data, death }, this.#retry));
  }

  /** pg-boss has no word for either: the job is completed and another filed, in one transaction. */
  async #fileAnew({ queue, held }: BossClaim, into: string, job: JobInsert<JobData>): Promise<void> {
    await this.#knex.transaction(async (trx) => {
      const db = fromKnex(trx);
      const { affected } = (await this.#boss.complete(queue, held, null, { db })) as { affected: number };
      if (affected) await this.#boss.insert(into, [job], { db });
    });
  }

  async #fetch(queue: string, ignoreGroups: string[]): Promise<BossClaim | null> {
    const [job] = await this.#boss.fetch<JobData>(queue, { includeMetadata: true, ignoreGroups });
    if (!job) return null;
    const { id, administrationId, payload } = job.data;
    return {
      queue,
      id,
      administrationId,
      payload,
      attempt: job.retryCount + 1,
      data: { id, administrationId, payload },
      enqueuedAt: job.createdOn,
      held: { id: job.id, retryCount: job.retryCount },
    };
  }
}

/** A job as pg-boss stores it, at once due or at `runAt`. */
export function jobInsert(data: JobData, retry: RetryPolicy, runAt?: Date): JobInsert<JobData> {
  return {
    data,
    group: { id: data.administrationId },
    ...('requestId' in data.payload && {
      singletonKey: requestKey({
        administrationId: data.administrationId,
        requestId: data.payload.requestId,
      }),
    }),
    retryDelayMax: Math.round(longestDelay(retry, Math.random())),
    ...(runAt && { startAfter: runAt }),
  };
}

export function deadQueue(queue: string): string {
  return `${queue}-dead`;
}

/** On a queue of the standard policy a singleton key restrains nothing: it is how a request's jobs are found. */
export function requestKey({
  administrationId,
  requestId,
}: Pick<JobFilter, 'administrationId' | 'requestId'>): string {
  return `${administrationId}/${requestId}`;
}
