import type { Feature } from '../../strapi/feature.js';
import { adminRoutes } from './routes.js';
import { createAbsencesService } from './service.js';

export const absences: Feature = { services: { absences: createAbsencesService }, adminRoutes };
