import type { Feature } from '../../strapi/feature.js';
import { adminRoutes } from './routes.js';
import { createAnonymityService } from './service.js';

export const anonymity: Feature = { services: { anonymity: createAnonymityService }, adminRoutes };
