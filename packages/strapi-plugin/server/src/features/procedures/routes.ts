import { routes } from '@guichet/contracts/routes';
import { cacheable } from '../../edge/cacheable.js';
import { ProblemError } from '../../edge/problem-error.js';
import { route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';
import { getService } from '../../strapi/services.js';

export const publicRoutes = [
  route({
    method: 'GET',
    path: routes.procedure,
    access: 'anyone',
    limit: 0,
    schema: noQuery,
    rate: 'read',
    handle: (call) => {
      const { strapi, tenant, params } = call;
      const procedure = tenant.procedures.find(({ slug }) => slug === params['id']);
      if (!procedure) throw new ProblemError('procedure-not-found');
      const told = getService(strapi, 'procedures').publicOf(tenant, procedure);
      return cacheable(call, told, 'application/json');
    },
  }),
];
