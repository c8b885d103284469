/** Making and keeping up a request, whoever is first to know of it: its page, its operator, or a connector. */
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { civilDate } from '../../domain/civil-date.js';
import { foldTold, type OperatorWord, type Told } from '../../domain/operated.js';
import { ProblemError } from '../../edge/problem-error.js';
import {
  addOperated,
  addStep,
  holdOperated,
  type NewOperated,
  type OperatedRequest,
  projectOperated,
  ReferenceTaken,
  toldOf,
} from '../../store/operated.js';
import { inTransaction, isDuplicate } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { drawReference, drawTrackingCode, type Start } from './start-token.js';

/** As of receptions: 35 bits a reference; and once more where it is added by two at the same time. */
const ATTEMPTS = 4;
/** No procedure has as many steps: who tells more is told to stop. */
export const MOST_STEPS = 500;
const DAY_S = 86_400;

export type FirstKnown = Pick<NewOperated, 'claimedAt' | 'operatorReference' | 'pollAt' | 'handle'>;

/**
 * Runs `work` with the request of a start held until it is done.
 *
 * @param first what is known of it where there is none yet; null: then there is none
 * @throws ProblemError `request-not-found` where there is none, or it is forgotten
 */
export async function withOperated<T>(
  strapi: Core.Strapi,
  start: Start,
  { operatorId, first }: { operatorId: string; first: FirstKnown | null },
  now: Date,
  work: (trx: Knex.Transaction, request: OperatedRequest, isNew: boolean) => Promise<T>,
): Promise<T> {
  const secrets = getService(strapi, 'secrets');
  const vault = getService(strapi, 'vault');
  const tenant = await getService(strapi, 'administration').byId(start.administrationId);
  if (!tenant) throw new ProblemError('request-not-found');
  const { code, timeZone } = tenant.administration;
  const begun = new Date(start.begun * 1000);
  const year = Number(civilDate(begun, timeZone).slice(0, 4));
  for (let attempt = 0; ; attempt++) {
    try {
      return await inTransaction(strapi, async (trx) => {
        const held = await holdOperated(trx, start.id);
        if (held.request) return work(trx, held.request, false);
        if (held.isForgotten || !first) throw new ProblemError('request-not-found');
        const reference = drawReference(secrets, start, code, year, attempt);
        const trackingCode = drawTrackingCode(secrets, start);
        const added = await addOperated(trx, vault, {
          ...first,
          id: start.id,
          administrationId: start.administrationId,
          teleprocedureId: start.teleprocedureId,
          operatorId,
          reference,
          trackingHash: secrets.mac('tracking-code', reference, trackingCode).toString('hex'),
          begunAt: begun.toISOString(),
          toldAt: now.toISOString(),
        });
        return work(trx, added, true);
      });
    } catch (error) {
      const isAnother = error instanceof ReferenceTaken || isDuplicate(error);
      if (!isAnother || attempt === ATTEMPTS - 1) throw error;
    }
  }
}

/**
 * Adds what was told to the history, once, and says anew where the request stands.
 *
 * @throws ProblemError `rate-limited` where that is more than any procedure has
 */
export async function record(
  strapi: Core.Strapi,
  trx: Knex.Transaction,
  request: OperatedRequest,
  { step, words }: { step: Told; words: readonly OperatorWord[] },
  now: Date,
): Promise<void> {
  const vault = getService(strapi, 'vault');
  if (!(await addStep(trx, vault, request, step))) return;
  const told = await toldOf(trx, vault, request);
  if (told.length > MOST_STEPS) throw new ProblemError('rate-limited', { retryAfter: DAY_S });
  await projectOperated(trx, request, foldTold(told, words), now.toISOString());
}
