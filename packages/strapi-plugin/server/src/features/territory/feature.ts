import type { Core } from '@strapi/types';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { adminRoutes } from './routes.js';
import { createCreationsService } from './creations.js';
import { createTerritoryService } from './service.js';

/** Whether something is due is looked at often; the sources themselves are asked once a day. */
function bootstrap(strapi: Core.Strapi): void {
  const queue = getService(strapi, 'queue');
  queue.work(
    'creation',
    ({ payload, signal }) => getService(strapi, 'creations').run(payload.orderId, signal),
    {
      concurrency: 1,
    },
  );
  queue.schedule('directory', '5-59/10 * * * *', (signal) =>
    getService(strapi, 'territory').refresh(new Date(), signal),
  );
}

export const territory: Feature = {
  services: { territory: createTerritoryService, creations: createCreationsService },
  adminRoutes,
  bootstrap,
};
