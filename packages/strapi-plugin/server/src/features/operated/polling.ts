/** Asks operators' systems where files stand, each about many at a time, and less often where nothing happens. */
import type { Core } from '@strapi/types';
import { ConnectorFailure, type Polled } from '../../connectors/connector.js';
import { askedStep, foldTold } from '../../domain/operated.js';
import { hasEnded, nextPoll, pollAgain } from '../../domain/polling.js';
import { newId } from '../../jobs/new-id.js';
import {
  holdOperated,
  notePoll,
  openHandle,
  type OperatedRequest,
  postponePolls,
  requestsToPoll,
  saveHandle,
  teleprocedureIdsToPoll,
  toldOf,
} from '../../store/operated.js';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { connectionOf, type Defined, wordsOf, worldOf } from './connected.js';
import { MOST_STEPS, record } from './keeping.js';

/** Nobody waits for it. */
const PATIENCE_MS = 15_000;
/** Of one téléprocédure in one turn: what is left is due first in the next. */
const MOST_BATCHES = 20;
const DAY_MS = 86_400_000;

/** @param polled undefined where the operator's system does not know it (any more): it stays as it was */
async function take(
  strapi: Core.Strapi,
  one: Defined,
  { id }: OperatedRequest,
  polled: Polled | undefined,
  now: Date,
): Promise<void> {
  const vault = getService(strapi, 'vault');
  const words = wordsOf(strapi, one);
  await inTransaction(strapi, async (trx) => {
    const { request } = await holdOperated(trx, id);
    if (!request) return;
    const told = await toldOf(trx, vault, request);
    const { handle, ...standing } = polled ?? {};
    if (handle) await saveHandle(trx, vault, request, handle);
    const isFull = told.length >= MOST_STEPS;
    const step = polled && !isFull ? askedStep(told, words, standing as Polled, newId(), now) : null;
    if (step) await record(strapi, trx, request, { step, words }, now);
    const { status, isSent } = foldTold(step ? [...told, step] : told, words);
    // An agent forwarded it, and can close it now.
    if (request.sending !== null && hasEnded(status) && !hasEnded(request.status))
      await getService(strapi, 'store').append(trx, {
        requestId: id,
        administrationIds: [request.administrationId],
        kind: 'report-ended',
        by: 'system',
        at: now.toISOString(),
      });
    const quietSince = step ? now : new Date(request.toldAt);
    await notePoll(trx, id, nextPoll({ status, isSent, quietSince }, now)?.toISOString() ?? null);
  });
}

async function pollOne(strapi: Core.Strapi, one: Defined, now: Date, signal: AbortSignal): Promise<void> {
  const knex = getService(strapi, 'knex');
  const vault = getService(strapi, 'vault');
  const { id } = one.stored;
  const due = now.toISOString();
  const connection = connectionOf(strapi, one);
  // Its connector was taken away, or its settings are not what it takes: somebody may put that right.
  if (!connection) {
    const tomorrow = new Date(now.getTime() + DAY_MS).toISOString();
    return postponePolls(knex, id, { now: due, until: tomorrow });
  }
  const { connector, link } = connection;
  for (let batch = 0; batch < MOST_BATCHES && !signal.aborted; batch++) {
    const requests = await requestsToPoll(knex, id, due, connector.batch);
    if (!requests.length) return;
    const handles = requests.map((request) => openHandle(vault, request) ?? '');
    try {
      const polled = await connector.poll(link, handles, worldOf(strapi, now, PATIENCE_MS, signal));
      for (const [i, request] of requests.entries())
        await take(strapi, one, request, polled.get(handles[i]!), now);
    } catch (error) {
      if (!(error instanceof ConnectorFailure)) throw error;
      const failures = Math.max(...requests.map(({ pollFailures }) => pollFailures)) + 1;
      const until = pollAgain(failures, error.retryAfter, now).toISOString();
      return postponePolls(knex, id, { now: due, until });
    }
  }
}

/** Asks about all that is due, a téléprocédure after another. */
export async function pollDue(strapi: Core.Strapi, now: Date, signal: AbortSignal): Promise<void> {
  const knex = getService(strapi, 'knex');
  const ids = await teleprocedureIdsToPoll(knex, now.toISOString());
  if (!ids.length) return;
  const { all } = await getService(strapi, 'teleprocedures').catalogue();
  for (const one of all) if (ids.includes(one.stored.id)) await pollOne(strapi, one, now, signal);
}
