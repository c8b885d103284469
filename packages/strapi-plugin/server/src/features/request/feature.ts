import type { Feature } from '../../strapi/feature.js';
import { publicRoutes } from './routes.js';
import { createRequestService, scheduleForgetting } from './service.js';

export const request: Feature = {
  services: { request: createRequestService },
  publicRoutes,
  bootstrap: scheduleForgetting,
};
