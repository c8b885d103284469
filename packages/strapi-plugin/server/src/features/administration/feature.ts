import type { Feature } from '../../strapi/feature.js';
import { adminRoutes } from './admin-routes.js';
import { createAdministrationAdminService } from './admin-service.js';
import { watchAdministrations } from './lifecycles.js';
import { permissions } from './permissions.js';
import { publicRoutes } from './routes.js';
import { contentTypes } from './schema.js';
import { createAdministrationService } from './service.js';

export const administration: Feature = {
  services: {
    administration: createAdministrationService,
    administrationAdmin: createAdministrationAdminService,
  },
  contentTypes,
  publicRoutes,
  adminRoutes,
  permissions,
  register: watchAdministrations,
};
