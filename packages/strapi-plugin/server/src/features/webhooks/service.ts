/** What other features tell the software of administrations: in their transactions, sent by the queue afterwards. */
import type { WebhookType } from '@guichet/contracts/admin/webhooks';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { endpointsFor } from '../../store/webhooks.js';
import { getService } from '../../strapi/services.js';

/** What is to be told, by ids: nothing of it lies in the queue. */
export interface WebhookMessage {
  administrationUid: string;
  type: WebhookType;
  requestId: string;
}

export interface WebhookMaker {
  /**
   * The `data` of a message's body, made each time it is sent.
   *
   * @param administrationUid whom it is told; the request may be another's by now
   * @returns null where there is nothing to tell any more
   */
  data(requestId: string, administrationUid: string): Promise<object | null>;
  /** After a 2xx, in a transaction of its own. At least once: it must bear being told twice. */
  delivered?(trx: Knex.Transaction, requestId: string): Promise<void>;
}

export interface Webhooks {
  /**
   * In the caller's transaction: one message for each enabled endpoint of the administration that wants the type.
   *
   * @returns how many messages
   */
  enqueue(trx: Knex.Transaction, message: WebhookMessage): Promise<number>;
  /** Says who makes the body of a type. Once for each, in `bootstrap`. */
  describe(type: WebhookType, maker: WebhookMaker): void;
  /** @throws an Error where nobody described the type */
  makerOf(type: WebhookType): WebhookMaker;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    webhooks: Webhooks;
  }
}

export function createWebhooks({ strapi }: { strapi: Core.Strapi }): Webhooks {
  const makers = new Map<WebhookType, WebhookMaker>();

  return {
    async enqueue(trx, { administrationUid: administrationId, type, requestId }) {
      const endpointIds = await endpointsFor(trx, administrationId, type);
      if (!endpointIds.length) return 0;
      const at = new Date().toISOString();
      await getService(strapi, 'queue').enqueue(
        trx,
        endpointIds.map((endpointId) => ({
          queue: 'webhook',
          administrationId,
          payload: { type, requestId, endpointId, at },
        })),
      );
      return endpointIds.length;
    },

    describe(type, maker) {
      if (makers.has(type)) throw new Error(`webhooks of ${type} are described already`);
      makers.set(type, maker);
    },

    makerOf(type) {
      const maker = makers.get(type);
      if (!maker) throw new Error(`nobody describes webhooks of ${type}`);
      return maker;
    },
  };
}
