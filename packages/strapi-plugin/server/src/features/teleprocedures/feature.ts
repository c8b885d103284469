import type { Core } from '@strapi/types';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { adminRoutes } from './admin-routes.js';
import { createTeleproceduresAdminService } from './admin-service.js';
import { createTeleprocedureChoicesService } from './choices.js';
import { createOperatorsService } from './operators.js';
import { probeDue } from './probing.js';
import { publicRoutes } from './routes.js';
import { createTeleproceduresService } from './service.js';

function bootstrap(strapi: Core.Strapi): void {
  // Each every hour, those that are due every ten minutes: they are spread over the hour.
  getService(strapi, 'queue').schedule('teleprocedure-probes', '*/10 * * * *', async (signal) => {
    await probeDue(strapi, new Date(), signal);
  });
}

export const teleprocedures: Feature = {
  services: {
    teleprocedures: createTeleproceduresService,
    teleproceduresAdmin: createTeleproceduresAdminService,
    teleprocedureChoices: createTeleprocedureChoicesService,
    operators: createOperatorsService,
  },
  publicRoutes,
  adminRoutes,
  bootstrap,
};
