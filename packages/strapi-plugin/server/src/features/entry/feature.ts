import type { Feature } from '../../strapi/feature.js';
import { adminRoutes } from './routes.js';
import { createEntryService } from './service.js';

export const entry: Feature = { services: { entry: createEntryService }, adminRoutes };
