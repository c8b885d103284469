/** Mails that could not be delivered: seen and sent again by those who answer for them. */
import type { FailedDelivery } from '@guichet/contracts/admin/deliveries';
import type { Core } from '@strapi/types';
import { REQUESTS } from '../../store/tables.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';

/** An admin user who calls, and whether the whole hosting is theirs to look after. */
export interface DeliveryReader {
  user: AdminUser;
  seesAll: boolean;
}

export interface DeliveryService {
  /** Newest failure first, one hundred at most. */
  failed(reader: DeliveryReader): Promise<FailedDelivery[]>;
  /** @throws AdminRefusal `not-found`, also for those of administrations that are not the reader's */
  replay(reader: DeliveryReader, id: string): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    delivery: DeliveryService;
  }
}

export function createDeliveryService({ strapi }: { strapi: Core.Strapi }): DeliveryService {
  const queue = () => getService(strapi, 'queue');

  async function servedBy({ user }: DeliveryReader): Promise<string[]> {
    return (await getService(strapi, 'agents').scopeOf(user.id)).map(({ id }) => id);
  }

  async function referencesOf(requestIds: readonly string[]): Promise<Map<string, string>> {
    const knex = getService(strapi, 'knex');
    const requests = knex<{ id: string; reference: string }>(REQUESTS);
    const rows = await requests.whereIn('id', requestIds).select('id', 'reference');
    return new Map(rows.map(({ id, reference }) => [id, reference]));
  }

  return {
    async failed(reader) {
      const served = await servedBy(reader);
      const letters = await queue().deadLetters({
        queue: 'mail',
        administrationIds: reader.seesAll ? null : served,
      });
      const references = await referencesOf(letters.map(({ payload }) => payload.requestId));
      const ids = [...new Set(letters.map(({ administrationId }) => administrationId))];
      const records = await getService(strapi, 'administration').records(ids);
      const administrations = new Map(
        records.map(({ uid, insee, siren, name, accent }) => [
          uid,
          { id: uid, code: insee ?? siren, name, accent: accent ?? null },
        ]),
      );
      return letters.flatMap(({ id, administrationId, payload: { kind, requestId }, ...letter }) => {
        const administration = administrations.get(administrationId);
        const reference = references.get(requestId) ?? null;
        return administration
          ? {
              id,
              kind,
              administration,
              reference,
              requestId: reference && served.includes(administrationId) ? requestId : null,
              enqueuedAt: letter.enqueuedAt.toISOString(),
              failedAt: letter.failedAt.toISOString(),
              attempts: letter.attempts,
              error: letter.error,
            }
          : [];
      });
    },

    async replay(reader, id) {
      const administrationIds = reader.seesAll ? null : await servedBy(reader);
      if (!(await queue().replay(id, { queue: 'mail', administrationIds })))
        throw new AdminRefusal('not-found');
    },
  };
}
