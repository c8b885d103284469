import type { Feature, PermissionAction } from '../../strapi/feature.js';
import { adminRoutes } from './routes.js';
import { createExportService } from './service.js';

const permissions: readonly PermissionAction[] = [
  { uid: 'inbox.export', displayName: 'Take lists of requests out as files', subCategory: 'inbox' },
];

export const exportFeature: Feature = {
  services: { export: createExportService },
  adminRoutes,
  permissions,
};
