import { newRequest } from '@guichet/contracts/request';
import { routes } from '@guichet/contracts/routes';
import { route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';
import { getService } from '../../strapi/services.js';

/** 64 KB of JSON: the longest message, in the widest characters, fits twice. */
const LIMIT = 64 * 1024;

export const publicRoutes = [
  route({
    method: 'GET',
    path: routes.formToken,
    access: 'anyone',
    limit: 0,
    schema: noQuery,
    rate: 'read',
    handle: ({ strapi, tenant, now }) => ({
      status: 200,
      body: { formToken: getService(strapi, 'request').formToken(tenant, now) },
    }),
  }),
  route({
    method: 'POST',
    path: routes.requests,
    access: 'origins',
    limit: LIMIT,
    schema: newRequest,
    rate: 'send',
    administrationRate: 'sendToAdministration',
    creates: true,
    handle: async ({ strapi, tenant, input, idempotencyKey, now }) => ({
      status: 201,
      body: await getService(strapi, 'request').submit({ tenant, submission: input, idempotencyKey, now }),
    }),
  }),
];
