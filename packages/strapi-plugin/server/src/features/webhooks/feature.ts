import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { forgetDeliveries } from '../../store/webhooks.js';
import { createEndpointsService } from './endpoints.js';
import { adminRoutes } from './routes.js';
import { createWebhooks } from './service.js';
import { tellRequests } from './thin.js';
import { createWebhookJob } from './webhook-job.js';

/** Messages at a time in one node, beside the mails: each mostly waits for whoever receives it. */
const CONCURRENCY = 10;
/** What came of messages is kept for as long as somebody may look for one. */
const KEPT_MS = 30 * 24 * 3_600_000;

export const webhooks: Feature = {
  services: { webhooks: createWebhooks, webhookEndpoints: createEndpointsService },
  adminRoutes,
  bootstrap(strapi) {
    const queue = getService(strapi, 'queue');
    queue.work('webhook', createWebhookJob(strapi), { concurrency: CONCURRENCY });
    queue.schedule('forget-webhook-deliveries', '47 3 * * *', () =>
      forgetDeliveries(getService(strapi, 'knex'), new Date(Date.now() - KEPT_MS).toISOString()),
    );
    tellRequests(strapi);
  },
};
