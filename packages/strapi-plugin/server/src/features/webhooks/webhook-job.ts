/** Sends one message of the queue. At least once: sent again, it bears the same `webhook-id`. */
import type { WebhookAttempt } from '@guichet/contracts/admin/webhooks';
import type { Core } from '@strapi/types';
import { Hopeless, type JobHandler } from '../../jobs/queue.js';
import { disableEndpoint, findEndpoint, noteAttempt } from '../../store/webhooks.js';
import { inTransaction } from '../../store/write.js';
import { getService } from '../../strapi/services.js';
import { createSender } from './sender.js';

const GONE = 410;

/** Another reply than a 2xx, or none: to be tried again. */
class NotTaken extends Error {
  readonly code: string;

  constructor({ status, error }: WebhookAttempt) {
    const code = error ?? `HTTP-${status}`;
    super(code);
    this.name = 'NotTaken';
    this.code = code;
  }
}

export function createWebhookJob(strapi: Core.Strapi): JobHandler<'webhook'> {
  const knex = getService(strapi, 'knex');
  const webhooks = getService(strapi, 'webhooks');
  const send = createSender(strapi);

  return async ({ id, administrationId, payload: { type, requestId, endpointId, at }, signal }) => {
    const endpoint = await findEndpoint(knex, endpointId, [administrationId]);
    // Removed since.
    if (!endpoint) return;
    // A dead letter, which can be sent once it is wanted again.
    if (endpoint.disabledAt !== null) throw new Hopeless('endpoint-disabled');
    const maker = webhooks.makerOf(type);
    const data = await maker.data(requestId, administrationId);
    if (!data) return;

    const attempt = await send(endpoint, { id, type, at, data }, signal);
    // Stopped, not refused: another node tries at once.
    signal.throwIfAborted();
    await noteAttempt(knex, { id, endpointId, type, ...attempt });
    const { status } = attempt;
    if (status !== null && status >= 200 && status < 300) {
      if (maker.delivered) await inTransaction(strapi, async (trx) => maker.delivered?.(trx, requestId, at));
      return;
    }
    if (status === GONE) {
      await disableEndpoint(knex, endpointId, attempt.at);
      throw new Hopeless('HTTP-410');
    }
    throw new NotTaken(attempt);
  };
}
