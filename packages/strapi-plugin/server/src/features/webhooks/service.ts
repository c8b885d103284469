/** What other features tell the software of administrations: in their transactions, sent by the queue afterwards. */
import type { WebhookType } from '@guichet/contracts/admin/webhooks';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { administrationsWithEndpoints, endpointsFor } from '../../store/webhooks.js';
import { getService } from '../../strapi/services.js';

/** Another node may have added an endpoint: news pass it by no longer than this. */
const FRESH_MS = 10_000;

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
  /**
   * After a 2xx, in a transaction of its own. At least once: it must bear being told twice.
   *
   * @param enqueuedAt RFC 3339 in UTC: of what was added after it, nobody knows whether it was taken in; who has had a
   *   message may ignore it when it comes again, whatever it says by then
   */
  delivered?(trx: Knex.Transaction, requestId: string, enqueuedAt: string): Promise<void>;
}

export interface Webhooks {
  /** In the caller's transaction: one message for each enabled endpoint of the administration that wants the type. */
  enqueue(trx: Knex.Transaction, message: WebhookMessage): Promise<void>;
  /**
   * {@link enqueue} for what is told of every request: without a statement where the administration has no endpoint, as
   * most have none. Of the first that another node adds, this one knows ten seconds later at the latest.
   */
  tell(trx: Knex.Transaction, message: WebhookMessage): Promise<void>;
  /** Forgets what is kept in memory in this node. */
  refresh(): void;
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
  let listening: ReadonlySet<string> = new Set();
  let readAt = -Infinity;
  let refreshedAt = -Infinity;

  async function hasEndpoints(trx: Knex.Transaction, administrationId: string): Promise<boolean> {
    const now = performance.now();
    // What was being read when an endpoint changed here is not believed either.
    if (readAt <= Math.max(now - FRESH_MS, refreshedAt)) {
      listening = new Set(await administrationsWithEndpoints(trx));
      readAt = now;
    }
    return listening.has(administrationId);
  }

  async function enqueue(
    trx: Knex.Transaction,
    { administrationUid: administrationId, type, requestId }: WebhookMessage,
  ): Promise<void> {
    const endpointIds = await endpointsFor(trx, administrationId, type);
    if (!endpointIds.length) return;
    const at = new Date().toISOString();
    await getService(strapi, 'queue').enqueue(
      trx,
      endpointIds.map((endpointId) => ({
        queue: 'webhook',
        administrationId,
        payload: { type, requestId, endpointId, at },
      })),
    );
  }

  return {
    enqueue,

    async tell(trx, message) {
      if (await hasEndpoints(trx, message.administrationUid)) await enqueue(trx, message);
    },

    refresh: () => void (refreshedAt = performance.now()),

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
