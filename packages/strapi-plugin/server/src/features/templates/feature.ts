import type { Feature } from '../../strapi/feature.js';
import { adminRoutes } from './routes.js';
import { createTemplatesService } from './service.js';

export const templates: Feature = { services: { templates: createTemplatesService }, adminRoutes };
