import type { Feature } from '../../strapi/feature.js';
import { watchAdministrations } from './lifecycles.js';
import { publicRoutes } from './routes.js';
import { contentTypes } from './schema.js';
import { createAdministrationService } from './service.js';

export const administration: Feature = {
  services: { administration: createAdministrationService },
  contentTypes,
  publicRoutes,
  register: watchAdministrations,
};
