import { inboxQuery } from '@guichet/contracts/admin/inbox';
import { actOnRequest } from '@guichet/contracts/admin/inbox-actions';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Core } from '@strapi/types';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

const inbox = (strapi: Core.Strapi) => getService(strapi, 'inbox');

export const adminRoutes = [
  gated('inbox.read', {
    method: 'GET',
    path: adminPaths.inboxScope,
    handler: adminHandler(null, ({ strapi, user }) => inbox(strapi).scope(user)),
  }),
  gated('inbox.read', {
    method: 'POST',
    path: adminPaths.inboxSearch,
    handler: adminHandler(inboxQuery, ({ strapi, user, body }) => inbox(strapi).search(user, body)),
  }),
  gated('inbox.read', {
    method: 'GET',
    path: adminPaths.inboxRequest,
    handler: adminHandler(null, ({ strapi, user, id }) => inbox(strapi).read(user, id)),
  }),
  gated('inbox.answer', {
    method: 'POST',
    path: adminPaths.inboxActions,
    handler: adminHandler(actOnRequest, ({ strapi, user, id, body }) => inbox(strapi).act(user, id, body)),
  }),
];
