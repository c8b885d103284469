import type { Feature } from '../../strapi/feature.js';
import { adminRoutes } from './routes.js';
import { createDeadlinesService } from './service.js';

export const deadlines: Feature = { services: { deadlines: createDeadlinesService }, adminRoutes };
