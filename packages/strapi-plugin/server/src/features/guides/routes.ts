import { guidesQuery } from '@guichet/contracts/guide-schema';
import { routes } from '@guichet/contracts/routes';
import { cacheable } from '../../edge/cacheable.js';
import { ProblemError } from '../../edge/problem-error.js';
import { route } from '../../edge/route.js';
import { getService } from '../../strapi/services.js';

/** The guides are the same for all administrations of the hosting; each has them at its own address. */
export const publicRoutes = [
  route({
    method: 'GET',
    path: routes.guides,
    access: 'anyone',
    limit: 0,
    schema: guidesQuery,
    rate: 'read',
    handle: async (call) => {
      const index = await getService(call.strapi, 'guides').index(call.input.audience ?? 'individuals');
      return cacheable(call, index, 'application/json');
    },
  }),
  route({
    method: 'GET',
    path: routes.guide,
    access: 'anyone',
    limit: 0,
    schema: guidesQuery,
    rate: 'read',
    handle: async (call) => {
      const { strapi, input, params } = call;
      const shown = await getService(strapi, 'guides').byId(params['id'] ?? '', input.audience ?? null);
      if (!shown) throw new ProblemError('guide-not-found');
      return cacheable(call, shown, 'application/json');
    },
  }),
];
