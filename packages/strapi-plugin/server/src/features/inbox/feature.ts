import type { Feature } from '../../strapi/feature.js';
import { permissions } from './permissions.js';
import { adminRoutes } from './routes.js';
import { createInboxService } from './service.js';

export const inbox: Feature = {
  services: { inbox: createInboxService },
  adminRoutes,
  permissions,
};
