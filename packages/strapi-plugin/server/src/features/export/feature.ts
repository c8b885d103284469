import type { Feature } from '../../strapi/feature.js';
import { permissions } from './permissions.js';
import { adminRoutes } from './routes.js';
import { createExportService } from './service.js';

export const exportFeature: Feature = {
  services: { export: createExportService },
  adminRoutes,
  permissions,
};
