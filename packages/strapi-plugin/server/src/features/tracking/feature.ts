import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { mailToMailbox } from './mailbox.js';
import { publicRoutes } from './routes.js';
import { createTrackingService } from './service.js';

export const tracking: Feature = {
  services: { tracking: createTrackingService },
  publicRoutes,
  bootstrap(strapi) {
    getService(strapi, 'queue').work('mailbox', (job) => mailToMailbox(strapi, job), { concurrency: 1 });
  },
};
