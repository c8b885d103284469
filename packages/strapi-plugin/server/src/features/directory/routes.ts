import { routes } from '@guichet/contracts/routes';
import { cacheable } from '../../edge/cacheable.js';
import { route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';
import { getService } from '../../strapi/services.js';

export const publicRoutes = [
  route({
    method: 'GET',
    path: routes.directory,
    access: 'anyone',
    limit: 0,
    schema: noQuery,
    rate: 'read',
    handle: async (call) =>
      cacheable(call, await getService(call.strapi, 'directory').read(call.tenant), 'application/json'),
  }),
];
