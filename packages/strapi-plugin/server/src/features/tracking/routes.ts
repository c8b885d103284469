import { newCorrection } from '@guichet/contracts/correction';
import { routes } from '@guichet/contracts/routes';
import {
  askLink,
  documentQuery,
  newAsk,
  newMessage,
  newWithdrawal,
  openTracking,
} from '@guichet/contracts/tracking';
import { route } from '../../edge/route.js';
import { noBody, noQuery } from '../../edge/schemas.js';
import { getService } from '../../strapi/services.js';

const SMALL = 4 * 1024;
const LIMIT = 64 * 1024;

export const publicRoutes = [
  route({
    method: 'POST',
    path: routes.tracking,
    access: 'origins',
    limit: SMALL,
    schema: openTracking,
    rate: 'track',
    handle: async ({ strapi, tenant, input, network, now }) => ({
      status: 200,
      body: await getService(strapi, 'tracking').open({ tenant, network, now }, input),
    }),
  }),
  route({
    method: 'POST',
    path: routes.trackingLinks,
    access: 'origins',
    limit: SMALL,
    schema: askLink,
    rate: 'track',
    handle: async ({ strapi, tenant, input, network, now }) => {
      await getService(strapi, 'tracking').sendLink({ tenant, network, now }, input);
      return { status: 200, body: { asked: true } };
    },
  }),
  route({
    method: 'GET',
    path: routes.trackedRequest,
    access: 'origins',
    limit: 0,
    schema: noQuery,
    rate: 'track',
    handle: async ({ strapi, tenant, bearer, now }) => ({
      status: 200,
      body: await getService(strapi, 'tracking').read({ tenant, bearer, now }),
    }),
  }),
  route({
    method: 'GET',
    path: routes.trackingDocument,
    access: 'origins',
    limit: 0,
    schema: documentQuery,
    // Drawing takes twenty milliseconds of the thread.
    rate: 'track',
    handle: ({ strapi, tenant, bearer, now, params, input: { language } }) =>
      getService(strapi, 'tracking').document({ tenant, bearer, now, kind: params['id'] ?? '', language }),
  }),
  route({
    method: 'POST',
    path: routes.trackingMessages,
    access: 'origins',
    limit: LIMIT,
    schema: newMessage,
    rate: 'send',
    administrationRate: 'sendToAdministration',
    creates: true,
    handle: async ({ strapi, tenant, input, bearer, idempotencyKey, now }) => ({
      status: 201,
      body: await getService(strapi, 'tracking').addMessage({
        tenant,
        bearer,
        now,
        idempotencyKey,
        message: input.message,
        completes: input.completes,
        attachments: input.attachments,
      }),
    }),
  }),
  route({
    method: 'POST',
    path: routes.trackingCorrection,
    access: 'origins',
    limit: LIMIT,
    schema: newCorrection,
    rate: 'send',
    administrationRate: 'sendToAdministration',
    creates: true,
    handle: async ({ strapi, tenant, input, bearer, idempotencyKey, now }) => ({
      status: 201,
      body: await getService(strapi, 'tracking').correct({
        tenant,
        bearer,
        now,
        idempotencyKey,
        correction: input,
      }),
    }),
  }),
  route({
    method: 'POST',
    path: routes.trackingWithdrawal,
    access: 'origins',
    limit: SMALL,
    schema: newWithdrawal,
    rate: 'send',
    administrationRate: 'sendToAdministration',
    creates: true,
    handle: async ({ strapi, tenant, bearer, idempotencyKey, now }) => ({
      status: 201,
      body: await getService(strapi, 'tracking').withdraw({ tenant, bearer, now, idempotencyKey }),
    }),
  }),
  ...(['askReasons', 'askAttestation'] as const).map((what) =>
    route({
      method: 'POST',
      path: what === 'askReasons' ? routes.trackingReasons : routes.trackingAttestation,
      access: 'origins',
      limit: SMALL,
      schema: newAsk,
      rate: 'send',
      administrationRate: 'sendToAdministration',
      creates: true,
      handle: async ({ strapi, tenant, bearer, idempotencyKey, now }) => ({
        status: 201,
        body: await getService(strapi, 'tracking')[what]({ tenant, bearer, now, idempotencyKey }),
      }),
    }),
  ),
  route({
    method: 'POST',
    path: routes.trackingToken,
    access: 'origins',
    limit: SMALL,
    schema: noBody,
    rate: 'track',
    handle: ({ strapi, tenant, bearer, now }) => ({
      status: 200,
      body: getService(strapi, 'tracking').renew({ tenant, bearer, now }),
    }),
  }),
];
