import type { Core } from '@strapi/types';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { adminRoutes } from './admin-routes.js';
import { publicRoutes } from './routes.js';
import { createGuidesService } from './service.js';

/** Whether something is due is looked at often; the source itself is asked once a day. */
function bootstrap(strapi: Core.Strapi): void {
  getService(strapi, 'queue').schedule('guides', '*/10 * * * *', (signal) =>
    getService(strapi, 'guides').refresh(new Date(), signal),
  );
}

export const guides: Feature = {
  services: { guides: createGuidesService },
  publicRoutes,
  adminRoutes,
  bootstrap,
};
