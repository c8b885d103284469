import type { Feature } from '../../strapi/feature.js';
import { adminRoutes } from './routes.js';
import { createOperatedDeskService } from './service.js';

export const operatedDesk: Feature = {
  services: { operatedDesk: createOperatedDeskService },
  adminRoutes,
};
