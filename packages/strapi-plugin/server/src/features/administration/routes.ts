import { routes } from '@guichet/contracts/routes';
import { cacheable } from '../../edge/cacheable.js';
import { route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';

export const publicRoutes = [
  route({
    method: 'GET',
    path: routes.administration,
    access: 'anyone',
    limit: 0,
    schema: noQuery,
    rate: 'read',
    handle: (call) => cacheable(call, call.tenant.administration, 'application/json'),
  }),
];
