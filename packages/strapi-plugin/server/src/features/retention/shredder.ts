/** Shreds requests: those of a list that the archives agreed to, and those that their service has taken over. */
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { civilDate } from '../../domain/civil-date.js';
import { MAIL_DAYS } from '../../domain/retention-transit.js';
import { removeUnclaimed } from '../../store/attachments.js';
import { type Ending, eraseRequest, leaveNothing } from '../../store/erasure.js';
import {
  agreedSlips,
  findSlipById,
  finishSlip,
  isAsListed,
  pendingItems,
  settleItem,
  type StoredSlip,
} from '../../store/slips.js';
import { isToShred } from '../../store/transit.js';
import { inTransaction, Undo } from '../../store/write.js';
import { getService } from '../../strapi/services.js';

const BATCH = 100;
const DAY_MS = 86_400_000;

export interface Shredder {
  /** One request of a list. Done twice, or again after a stop in between, it does what is left to do. */
  eliminate(slipId: string, requestId: string, now: Date): Promise<void>;
  /** What is left of the lists that were agreed to, whatever became of their jobs. */
  catchUp(now: Date): Promise<void>;
  /** One that its service has taken over. */
  shredDelivered(requestId: string, now: Date): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    shredder: Shredder;
  }
}

export function createShredder({ strapi }: { strapi: Core.Strapi }): Shredder {
  const knex = getService(strapi, 'knex');
  const store = getService(strapi, 'store');

  /** With its jobs, within the transaction that records its end. @returns the ids of its files */
  async function erase(trx: Knex.Transaction, requestId: string, outcome: Ending, now: Date) {
    const erased = await eraseRequest(trx, requestId, { outcome, at: now.toISOString() });
    if (!erased) throw new Undo(null);
    const { files, administrationIds } = erased;
    await getService(strapi, 'queue').forget(trx, { requestId, administrationIds });
    return files;
  }

  /** Their bytes, one by one: on SQLite others wait for no more than one. */
  async function removeFiles(ids: readonly string[]): Promise<void> {
    for (const id of ids) await inTransaction(strapi, (trx) => removeUnclaimed(trx, id));
  }

  /** @returns the ids of its files; null where the law, a hold or somebody’s doing since forbids it */
  async function end(slip: StoredSlip, requestId: string, now: Date): Promise<string[] | null> {
    const { id, administrationId, finalAction, agreed } = slip;
    const outcome = finalAction === 'destroy' ? 'eliminated' : 'transferred';
    const record = await getService(strapi, 'administration').record(administrationId);
    const today = civilDate(now, record?.timeZone ?? 'Europe/Paris');
    return inTransaction(strapi, async (trx): Promise<string[] | null> => {
      // Who comes second finds it dealt with.
      if (!(await settleItem(trx, id, requestId, outcome))) return [];
      if (!(await isAsListed(trx, id, requestId))) throw new Undo(null);
      const appended = await store.append(trx, {
        requestId,
        administrationIds: [administrationId],
        kind: 'eliminated',
        by: 'system',
        on: today,
        facts: {
          visa: `${agreed!.service}, ${agreed!.reference}, ${agreed!.date}`,
          ...(outcome === 'transferred' && { transferred: true }),
        },
        at: now.toISOString(),
      });
      // A hold, for one, that was placed since.
      if (!appended.ok) throw new Undo(null);
      return erase(trx, requestId, outcome, now);
    });
  }

  const eliminate: Shredder['eliminate'] = async (slipId, requestId, now) => {
    const slip = await findSlipById(knex, slipId);
    if (!slip?.agreed) return;
    const files = await end(slip, requestId, now);
    if (files) await removeFiles(files);
    else await inTransaction(strapi, (trx) => settleItem(trx, slipId, requestId, 'taken-off'));
    await leaveNothing(knex);
    if ((await pendingItems(knex, slipId, 1)).length) return;
    await inTransaction(strapi, (trx) => finishSlip(trx, slipId, now.toISOString()));
  };

  return {
    eliminate,

    async catchUp(now) {
      for (const { id } of await agreedSlips(knex)) {
        for (;;) {
          const requestIds = await pendingItems(knex, id, BATCH);
          for (const requestId of requestIds) await eliminate(id, requestId, now);
          if (requestIds.length < BATCH) break;
        }
        await inTransaction(strapi, (trx) => finishSlip(trx, id, now.toISOString()));
      }
    },

    async shredDelivered(requestId, now) {
      const request = await store.find(requestId);
      const tenant = request && (await getService(strapi, 'administration').byId(request.administrationId));
      if (!tenant) return;
      const today = civilDate(now, tenant.administration.timeZone);
      // An agent who answered since has written mails too, which shredding would take out of the queue.
      const quietSince = new Date(now.getTime() - MAIL_DAYS * DAY_MS).toISOString();
      const files = await inTransaction(strapi, async (trx): Promise<string[] | null> => {
        if (!(await isToShred(trx, requestId, { today, quietSince }))) return null;
        return erase(trx, requestId, 'delivered', now);
      });
      await removeFiles(files ?? []);
      await leaveNothing(knex);
    },
  };
}
