import type { Feature } from '../../strapi/feature.js';
import { forgetMailCaps } from '../../store/mail-cap.js';
import { getService } from '../../strapi/services.js';
import { createMailer } from './mailer.js';
import { createMailJob } from './mail-job.js';
import { permissions } from './permissions.js';
import { adminRoutes } from './routes.js';
import { createDeliveryService } from './service.js';

/** Mails at a time in one node: each mostly waits for the mail server. */
const CONCURRENCY = 5;

export const delivery: Feature = {
  services: { delivery: createDeliveryService, mailer: createMailer },
  adminRoutes,
  permissions,
  bootstrap(strapi) {
    const queue = getService(strapi, 'queue');
    queue.work('mail', createMailJob(strapi), { concurrency: CONCURRENCY });
    queue.schedule('forget-mail-caps', '41 * * * *', () =>
      forgetMailCaps(getService(strapi, 'knex'), Date.now()),
    );
  },
};
