import type { Core } from '@strapi/types';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { adminRoutes } from './admin-routes.js';
import { createProceduresAdminService } from './admin-service.js';
import { publicRoutes } from './routes.js';
import { contentTypes, PROCEDURE } from './schema.js';
import { createProceduresService } from './service.js';

/** An administration is kept in memory with its procedures: what is changed is seen at once in this node. */
function watchProcedures(strapi: Core.Strapi): void {
  const forget = () => getService(strapi, 'administration').refresh();
  strapi.db.lifecycles.subscribe({
    models: [PROCEDURE],
    afterCreate: forget,
    afterCreateMany: forget,
    afterUpdate: forget,
    afterUpdateMany: forget,
    afterDelete: forget,
    afterDeleteMany: forget,
  });
}

export const procedures: Feature = {
  services: { procedures: createProceduresService, proceduresAdmin: createProceduresAdminService },
  contentTypes,
  publicRoutes,
  adminRoutes,
  register: watchProcedures,
};
