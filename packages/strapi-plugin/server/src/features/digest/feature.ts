import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { adminRoutes } from './routes.js';
import { createDigestService } from './service.js';

/** Mails at a time in one node: nobody waits for them. */
const CONCURRENCY = 2;

export const digest: Feature = {
  services: { digest: createDigestService },
  adminRoutes,
  bootstrap(strapi) {
    const queue = getService(strapi, 'queue');
    queue.work('digest', (job) => getService(strapi, 'digest').send(job, new Date()), {
      concurrency: CONCURRENCY,
    });
    // Mornings come in twelve zones, some of them half an hour apart.
    queue.schedule('tell-agents', '*/30 * * * *', () => getService(strapi, 'digest').tell(new Date()));
  },
};
