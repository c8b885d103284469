import { adminPaths } from '@guichet/contracts/admin/paths';
import { endpointChange, newEndpoint } from '@guichet/contracts/admin/webhooks';
import type { Core } from '@strapi/types';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

const endpoints = (strapi: Core.Strapi) => getService(strapi, 'webhookEndpoints');

export const adminRoutes = [
  gated('administrations.configure', {
    method: 'GET',
    path: adminPaths.webhooks,
    handler: adminHandler(null, ({ strapi, user }) => endpoints(strapi).list(user)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.webhooks,
    handler: adminHandler(newEndpoint, ({ strapi, user, body }) => endpoints(strapi).add(user, body)),
  }),
  gated('administrations.configure', {
    method: 'PUT',
    path: adminPaths.webhook,
    handler: adminHandler(endpointChange, ({ strapi, user, id, body }) =>
      endpoints(strapi).change(user, id, body),
    ),
  }),
  gated('administrations.configure', {
    method: 'DELETE',
    path: adminPaths.webhook,
    handler: adminHandler(null, ({ strapi, user, id }) => endpoints(strapi).remove(user, id)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.webhookSecret,
    handler: adminHandler(null, ({ strapi, user, id }) => endpoints(strapi).rotate(user, id)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.webhookTest,
    handler: adminHandler(null, ({ strapi, user, id }) => endpoints(strapi).test(user, id)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.webhookReplay,
    handler: adminHandler(null, async ({ strapi, user, id }) => {
      await endpoints(strapi).replay(user, id);
      return {};
    }),
  }),
];
