import { receiptRoutes } from '@guichet/contracts/routes';
import { LONGEST_JWS, newVerification } from '@guichet/contracts/verification';
import { cacheable } from '../../edge/cacheable.js';
import { route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';
import { getService } from '../../strapi/services.js';

export const publicRoutes = [
  route({
    method: 'GET',
    path: receiptRoutes.jwks,
    access: 'anyone',
    limit: 0,
    schema: noQuery,
    rate: 'read',
    // RFC 7517, 8.5.1
    handle: async (call) =>
      cacheable(call, await getService(call.strapi, 'signature').jwks(), 'application/jwk-set+json'),
  }),
  route({
    method: 'POST',
    path: receiptRoutes.receiptVerification,
    access: 'own',
    limit: 2 * LONGEST_JWS,
    schema: newVerification,
    rate: 'read',
    handle: async ({ strapi, input }) => ({
      status: 200,
      body: await getService(strapi, 'signature').verify(input.jws),
    }),
  }),
];
