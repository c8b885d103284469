import type { Core } from '@strapi/types';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { createRetentionActs } from './acts.js';
import { keepPassing } from './passing.js';
import { permissions } from './permissions.js';
import { adminRoutes } from './routes.js';
import { createRetentionService } from './service.js';
import { createShredder } from './shredder.js';
import { transferRequests } from './transfer.js';

function bootstrap(strapi: Core.Strapi): void {
  const queue = getService(strapi, 'queue');
  const shredder = getService(strapi, 'shredder');
  // One at a time: nobody waits for it, and what it shreds is written over as it goes.
  queue.work(
    'elimination',
    ({ payload }) => shredder.eliminate(payload.slipId, payload.requestId, new Date()),
    {
      concurrency: 1,
    },
  );
  // What a stop left behind is caught up with at the next hour.
  queue.schedule('retention', '37 * * * *', async () => {
    await keepPassing(strapi, new Date());
    await shredder.catchUp(new Date());
  });
  transferRequests(strapi);
}

export const retention: Feature = {
  services: {
    retention: createRetentionService,
    retentionActs: createRetentionActs,
    shredder: createShredder,
  },
  adminRoutes,
  permissions,
  bootstrap,
};
