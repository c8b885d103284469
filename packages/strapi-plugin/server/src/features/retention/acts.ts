/** What agents record of one request: that nothing of it may be destroyed, that its service has taken it over. */
import type { HoldReason } from '@guichet/contracts/admin/retention';
import type { Core } from '@strapi/types';
import { civilDate } from '../../domain/civil-date.js';
import type { NewEvent } from '../../store/request-store.js';
import { inTransaction } from '../../store/write.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';

export interface RetentionActs {
  /**
   * Places or ends a hold.
   *
   * @throws AdminRefusal `not-found`, `request-changed`, `not-possible`
   */
  hold(
    agent: AdminUser,
    requestId: string,
    kind: 'held' | 'hold-ended',
    given: HoldReason,
  ): Promise<{ version: number }>;
  /** The service has it in its own tools. @throws as `hold` */
  confirmDelivery(agent: AdminUser, requestId: string, seen: number): Promise<{ version: number }>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    retentionActs: RetentionActs;
  }
}

export function createRetentionActs({ strapi }: { strapi: Core.Strapi }): RetentionActs {
  const store = getService(strapi, 'store');

  async function append(
    agent: AdminUser,
    requestId: string,
    fact: Pick<NewEvent, 'kind' | 'content' | 'seen'>,
  ): Promise<{ version: number }> {
    const request = await getService(strapi, 'inbox').request(agent, requestId);
    const { administrationId } = request;
    const tenant = await getService(strapi, 'administration').byId(administrationId);
    if (!tenant) throw new AdminRefusal('not-found');
    const name = [agent.firstname, agent.lastname].filter(Boolean).join(' ');
    const now = new Date();
    const appended = await inTransaction(strapi, async (trx) => {
      const result = await store.append(trx, {
        ...fact,
        content: { ...(name && { agentName: name }), ...fact.content },
        requestId,
        administrationIds: [administrationId],
        by: 'agent',
        agentId: agent.id,
        on: civilDate(now, tenant.administration.timeZone),
        at: now.toISOString(),
      });
      if (result.ok) return result;
      // Thrown within the transaction, so that it leaves nothing behind.
      if (result.code === 'request-not-found') throw new AdminRefusal('not-found');
      throw new AdminRefusal(result.code === 'request-changed' ? 'request-changed' : 'not-possible');
    });
    return { version: appended.event.seq };
  }

  return {
    hold: (agent, requestId, kind, { reason, seen }) =>
      append(agent, requestId, { kind, content: { message: reason }, seen }),
    confirmDelivery: (agent, requestId, seen) => append(agent, requestId, { kind: 'delivered', seen }),
  };
}
