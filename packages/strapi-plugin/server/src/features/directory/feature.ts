import type { Core } from '@strapi/types';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { adminRoutes } from './admin-routes.js';
import { createDirectoryAdminService } from './admin-service.js';
import { tryLinks } from './links.js';
import { publicRoutes } from './routes.js';
import { createDirectoryService } from './service.js';

function bootstrap(strapi: Core.Strapi): void {
  getService(strapi, 'queue').schedule('directory-links', '23 * * * *', async (signal) => {
    await tryLinks(strapi, new Date(), signal);
  });
}

export const directory: Feature = {
  services: { directory: createDirectoryService, directoryAdmin: createDirectoryAdminService },
  publicRoutes,
  adminRoutes,
  bootstrap,
};
