import type { Feature } from '../../strapi/feature.js';
import { publicRoutes } from './routes.js';
import { createTrackingService } from './service.js';

export const tracking: Feature = { services: { tracking: createTrackingService }, publicRoutes };
