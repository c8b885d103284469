/** Agents whose names residents are not told (CRPA L111-2): decided by who configures the administration, and recorded. */
import type { Anonymities, anonymityEnd, newAnonymity } from '@guichet/contracts/admin/anonymity';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import { capacityAlone, signatureOf } from '../../domain/agent-shown.js';
import { newId } from '../../jobs/new-id.js';
import { agentsOf } from '../../store/agents.js';
import {
  addAnonymity,
  anonymitiesOf,
  anonymousAmong,
  anonymousAt,
  endAnonymity,
  type StoredAnonymity,
} from '../../store/anonymities.js';
import type { SealedRequest } from '../../store/request-row.js';
import { ANONYMITIES } from '../../store/tables.js';
import type { Signed, TimelineEvent } from '../../store/timeline.js';
import { inTransaction, isDuplicate } from '../../store/write.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';
import type { Place } from '../../vault/vault.js';

/** Who configures, and whether every administration of the hosting is open to him. */
interface Manager {
  user: AdminUser;
  managesAll: boolean;
}

export interface AnonymityService {
  /** @throws AdminRefusal `not-found`, also for what the caller does not serve; so do the others */
  read(by: Manager, administrationId: string): Promise<Anonymities>;
  /** @throws AdminRefusal `validation-failed`, `request-changed` where the agent is anonymous already */
  begin(by: Manager, administrationId: string, wanted: z.output<typeof newAnonymity>): Promise<Anonymities>;
  /** @throws AdminRefusal `request-changed` where it has ended */
  end(by: Manager, administrationId: string, of: z.output<typeof anonymityEnd>): Promise<Anonymities>;
  /** How an agent signs in each of these, in their order. */
  signatures(agent: AdminUser, served: readonly { id: string; capacity: string }[]): Promise<Signed[]>;
  /** Those who wrote in a timeline and are anonymous now where they did. */
  among(
    request: Pick<SealedRequest, 'id' | 'administrationId'>,
    events: readonly TimelineEvent[],
  ): Promise<ReadonlySet<number>>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    anonymity: AnonymityService;
  }
}

const placeOf = (id: string, administrationId: string, field: string): Place => ({
  administrationId,
  table: ANONYMITIES,
  record: id,
  field,
});

const nameOf = ({ firstname, lastname }: AdminUser) => signatureOf({ firstname, lastname }, '') || '—';

export function createAnonymityService({ strapi }: { strapi: Core.Strapi }): AnonymityService {
  const knex = getService(strapi, 'knex');
  const vault = getService(strapi, 'vault');
  const agents = () => getService(strapi, 'agents');
  const administration = () => getService(strapi, 'administration');

  async function check({ user, managesAll }: Manager, administrationId: string): Promise<void> {
    const isOpen = managesAll
      ? await administration().record(administrationId)
      : (await agents().scopeOf(user.id)).some(({ id }) => id === administrationId);
    if (!isOpen) throw new AdminRefusal('not-found');
  }

  function reasonOf({ id, administrationId, wrappedKey, reason }: StoredAnonymity): string {
    const dataKey = vault.openDataKey(wrappedKey, placeOf(id, administrationId, 'key'));
    return vault.open(dataKey, reason, placeOf(id, administrationId, 'reason'));
  }

  async function present(administrationId: string): Promise<{ id: number; name: string }[]> {
    const serving = await agents().serving(administrationId, 'inbox.read');
    return serving.map(({ id, name }) => ({ id, name }));
  }

  async function view(administrationId: string): Promise<Anonymities> {
    const stored = await anonymitiesOf(knex, administrationId);
    return {
      agents: await present(administrationId),
      anonymities: stored.map((anonymity) => {
        const { agentId, agentName, by, at, ended } = anonymity;
        return { agent: { id: agentId, name: agentName }, reason: reasonOf(anonymity), by, at, ended };
      }),
    };
  }

  const idsOf = async (administrationId: string): Promise<readonly string[]> =>
    (await administration().byId(administrationId))?.ids ?? [administrationId];

  /** The capacities of the others who work there. */
  async function othersAt(ids: readonly string[], administrationId: string, agentId: number) {
    const serving = new Set((await present(administrationId)).map(({ id }) => id));
    const services = (await Promise.all(ids.map((id) => agentsOf(knex, id)))).flat();
    return services
      .filter(({ adminUserId }) => adminUserId !== agentId && serving.has(adminUserId))
      .map(({ capacity }) => capacity);
  }

  return {
    async read(by, administrationId) {
      await check(by, administrationId);
      return view(administrationId);
    },

    async begin(by, administrationId, { agentId, reason }) {
      await check(by, administrationId);
      const agent = (await present(administrationId)).find(({ id }) => id === agentId);
      if (!agent) throw new AdminRefusal('validation-failed', [{ path: 'agentId', code: 'unknown' }]);
      const id = newId();
      const { dataKey, wrapped } = vault.createDataKey(placeOf(id, administrationId, 'key'));
      await inTransaction(strapi, (trx) =>
        addAnonymity(trx, {
          id,
          administrationId,
          agentId,
          agentName: agent.name,
          by: nameOf(by.user),
          at: new Date().toISOString(),
          reason: vault.seal(dataKey, reason, placeOf(id, administrationId, 'reason')),
          wrappedKey: wrapped,
          keyId: vault.currentKeyId,
        }),
      ).catch((error: unknown) => {
        throw isDuplicate(error) ? new AdminRefusal('request-changed') : error;
      });
      strapi.log.info(
        `guichet: admin user ${by.user.id} made admin user ${agentId} anonymous to residents of ${administrationId}`,
      );
      return view(administrationId);
    },

    async end(by, administrationId, { agentId }) {
      await check(by, administrationId);
      const ended = { by: nameOf(by.user), at: new Date().toISOString() };
      const hasEnded = await inTransaction(strapi, (trx) =>
        endAnonymity(trx, { agentId, administrationId }, ended),
      );
      if (!hasEnded) throw new AdminRefusal('request-changed');
      strapi.log.info(
        `guichet: admin user ${by.user.id} ended the anonymity of admin user ${agentId} in ${administrationId}`,
      );
      return view(administrationId);
    },

    async signatures(agent, served) {
      const anonymous = await anonymousAt(knex, agent.id);
      return Promise.all(
        served.map(async ({ id, capacity }): Promise<Signed> => {
          const agentName = signatureOf(agent, capacity);
          if (!anonymous.length) return { agentName };
          const ids = await idsOf(id);
          if (!anonymous.some((one) => ids.includes(one))) return { agentName };
          return { agentName, shownAs: capacityAlone(capacity, await othersAt(ids, id, agent.id)) };
        }),
      );
    },

    async among({ id, administrationId }, events) {
      const agentIds = [...new Set(events.flatMap(({ agentId }) => agentId ?? []))];
      if (!agentIds.length) return new Set();
      const administrationIds = await idsOf(administrationId);
      return new Set(await anonymousAmong(knex, agentIds, { requestId: id, administrationIds }));
    },
  };
}
