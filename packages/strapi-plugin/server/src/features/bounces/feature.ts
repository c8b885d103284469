import type { Feature } from '../../strapi/feature.js';
import { publicRoutes } from './routes.js';
import { createBouncesService } from './service.js';

export const bounces: Feature = { services: { bounces: createBouncesService }, publicRoutes };
