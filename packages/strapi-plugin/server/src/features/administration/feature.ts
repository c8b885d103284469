import type { Feature } from '../../strapi/feature.js';
import { adminRoutes } from './admin-routes.js';
import { createAdministrationAdminService } from './admin-service.js';
import { watchAdministrations } from './lifecycles.js';
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
  permissions: [
    {
      uid: 'administrations.read',
      displayName: 'See the administrations one serves',
      subCategory: 'administrations',
    },
    { uid: 'administrations.configure', displayName: 'Configure them', subCategory: 'administrations' },
    {
      uid: 'administrations.manage',
      displayName: 'Add administrations, and see and configure all of the hosting',
      subCategory: 'administrations',
    },
  ],
  register: watchAdministrations,
};
