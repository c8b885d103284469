/** Administrations by the codes of their communes: a few at once, or those of a whole territory one after another. */
import type { CreationOrder, CreationOrderView, CreationResult } from '@guichet/contracts/admin/territory';
import { setImmediate } from 'node:timers/promises';
import type { Core } from '@strapi/types';
import {
  addCreation,
  findCreation,
  latestCreations,
  saveCreation,
  type StoredCreation,
} from '../../store/creations.js';
import {
  communeCodesOf,
  communesOf,
  directorySources,
  findCommune,
  territoriesOf,
} from '../../store/territory.js';
import { transaction } from '../../store/transaction.js';
import { inTransaction } from '../../store/write.js';
import { AdminRefusal } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import { type AdministrationDraft, draftsOf } from './draft.js';

/** In one transaction: on SQLite nobody else writes as long as it lasts. */
const BATCH = 25;
const LACKING_TOLD = 500;
const ORDERS_SHOWN = 20;

export interface CreationsService {
  /** Those that are there already stay as they are. */
  byCode(codes: readonly string[]): Promise<CreationResult[]>;
  /**
   * Makes those of a territory in the background.
   *
   * @param by the admin user's id
   * @throws AdminRefusal `not-found` where there is no such territory
   */
  order(order: CreationOrder, by: number, now: Date): Promise<void>;
  /** The latest first. */
  orders(): Promise<CreationOrderView[]>;
  /**
   * Goes on with an order from where it is.
   *
   * @param signal that ends it there
   * @throws an Error where the annuaire is still to be read: the queue asks again
   */
  run(id: string, signal: AbortSignal): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    creations: CreationsService;
  }
}

const resultOf = (
  { insee, name, lacks }: AdministrationDraft,
  outcome: CreationResult['outcome'],
  administrationId: string | null = null,
): CreationResult => ({
  code: insee,
  outcome,
  administrationId,
  name,
  lacks: outcome === 'lacking' ? lacks : [],
});

/** Makes those that are not there yet; within a transaction. */
async function make(strapi: Core.Strapi, drafts: readonly AdministrationDraft[]): Promise<CreationResult[]> {
  const administrations = getService(strapi, 'administration');
  const there = await administrations.among({
    insees: drafts.map(({ insee }) => insee),
    sirens: drafts.flatMap(({ siren }) => siren ?? []),
  });
  const results: CreationResult[] = [];
  for (const draft of drafts) {
    const { lacks, name, siren, insee, timeZone, departement, ...facts } = draft;
    const { phone, email, address, openingHours, hours } = facts;
    const existing = there.find((one) => one.insee === insee || (siren !== null && one.siren === siren));
    if (existing) results.push(resultOf(draft, 'exists', existing.uid));
    else if (lacks.length || !siren || !phone || !email || !address) results.push(resultOf(draft, 'lacking'));
    else {
      const identity = { kind: 'commune' as const, name, siren, insee, timeZone, departement };
      const input = { ...identity, phone, email, address, openingHours, hours };
      const record = await administrations.create(input, facts);
      there.push(record);
      results.push(resultOf(draft, 'created', record.uid));
    }
  }
  return results;
}

/** What an order has come to after some more of its communes. */
function counted(order: StoredCreation, results: readonly CreationResult[], now: Date): StoredCreation {
  const of = (outcome: CreationResult['outcome']) => results.filter((one) => one.outcome === outcome);
  const done = order.done + results.length;
  const lacking = of('lacking').map(({ code, name, lacks }) => ({ code, name, lacks }));
  return {
    ...order,
    upTo: results.at(-1)?.code ?? order.upTo,
    done,
    created: order.created + of('created').length,
    existing: order.existing + of('exists').length,
    lacking: [...order.lacking, ...lacking].slice(0, LACKING_TOLD),
    lackingCount: order.lackingCount + lacking.length,
    doneAt: results.length ? null : now.toISOString(),
  };
}

export function createCreationsService({ strapi }: { strapi: Core.Strapi }): CreationsService {
  const knex = getService(strapi, 'knex');

  /** Whether what is known of mairies is still to come. Without it each of them would be told to lack everything. */
  async function isAnnuaireAwaited(): Promise<boolean> {
    if (!getService(strapi, 'settings').directory.annuaire) return false;
    const source = (await directorySources.all(knex)).find(({ part }) => part === 'annuaire');
    return !source?.fetchedAt;
  }

  return {
    async byCode(codes) {
      await getService(strapi, 'territory').ready();
      const asked = await Promise.all(
        [...new Set(codes)].map(async (code) => ({ code, commune: await findCommune(knex, code) })),
      );
      const communes = asked.flatMap(({ commune }) => commune ?? []);
      const drafts = await draftsOf(knex, communes);
      const results = await transaction(strapi, () => make(strapi, drafts));
      return asked.map(({ code, commune }) => {
        const result = results.find((one) => one.code === commune?.code);
        return result
          ? { ...result, code }
          : { code, outcome: 'unknown', administrationId: null, name: '', lacks: [] };
      });
    },

    async order({ level, code }, by, now) {
      await getService(strapi, 'territory').ready();
      const territory = (await territoriesOf(knex, [code])).find((one) => one.level === level);
      if (!territory) throw new AdminRefusal('not-found');
      const communes = (await communeCodesOf(knex, territory)).length;
      await inTransaction(strapi, async (trx) => {
        const orderId = await addCreation(trx, {
          ...territory,
          askedAt: now.toISOString(),
          askedBy: by,
          communes,
        });
        await getService(strapi, 'queue').enqueue(trx, [
          { queue: 'creation', administrationId: 'hosting', payload: { orderId } },
        ]);
      });
      strapi.log.info(`guichet: admin user ${by} asked for the administrations of ${level} ${code}`);
    },

    orders: async () => (await latestCreations(knex, ORDERS_SHOWN)).map(({ upTo: _, ...order }) => order),

    async run(id, signal) {
      let order = await findCreation(knex, id);
      if (!order || order.doneAt) return;
      if (await isAnnuaireAwaited()) throw new Error('the annuaire has not been read yet');
      const left = (await communeCodesOf(knex, order)).filter((code) => code > order!.upTo);
      for (let from = 0; !order.doneAt; from += BATCH) {
        signal.throwIfAborted();
        // On SQLite nothing ever waits: others, and what collects garbage, get their turn here.
        await setImmediate();
        const communes = await communesOf(knex, left.slice(from, from + BATCH));
        const drafts = await draftsOf(knex, communes);
        const before = order;
        order = await transaction(strapi, async (trx) => {
          const after = counted(before, await make(strapi, drafts), new Date());
          await saveCreation(trx, after);
          return after;
        });
      }
    },
  };
}
