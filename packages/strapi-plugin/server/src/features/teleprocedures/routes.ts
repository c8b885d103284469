import { routes } from '@guichet/contracts/routes';
import { cacheable } from '../../edge/cacheable.js';
import { ProblemError } from '../../edge/problem-error.js';
import { route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';
import { getService } from '../../strapi/services.js';

export const publicRoutes = [
  route({
    method: 'GET',
    path: routes.teleprocedure,
    access: 'anyone',
    limit: 0,
    schema: noQuery,
    rate: 'read',
    handle: async (call) => {
      const told = await getService(call.strapi, 'teleprocedures').read(call.tenant, call.params['id']!);
      if (!told) throw new ProblemError('teleprocedure-not-found');
      return cacheable(call, told, 'application/json');
    },
  }),
];
