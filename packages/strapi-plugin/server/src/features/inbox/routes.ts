import { forwardQuery, inboxQuery } from '@guichet/contracts/admin/inbox';
import { actOnRequest } from '@guichet/contracts/admin/inbox-actions';
import { bulkQuery, colleagueQuery } from '@guichet/contracts/admin/bulk';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Core } from '@strapi/types';
import { adminHandler, AdminRefusal } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';
import { permissionOf } from './actions.js';

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
    handler: adminHandler(null, ({ strapi, user, can, id }) => inbox(strapi).read({ user, can }, id)),
  }),
  // Each action has a permission of its own.
  gated('inbox.read', {
    method: 'POST',
    path: adminPaths.inboxActions,
    handler: adminHandler(actOnRequest, async ({ strapi, user, can, id, body }) => {
      if (!can(permissionOf(body.action))) throw new AdminRefusal('not-allowed');
      return inbox(strapi).act({ user, can }, id, body);
    }),
  }),
  // As for one.
  gated('inbox.read', {
    method: 'POST',
    path: adminPaths.inboxBulk,
    handler: adminHandler(bulkQuery, async ({ strapi, user, can, body }) => {
      if (!can(permissionOf(body.act.action))) throw new AdminRefusal('not-allowed');
      return inbox(strapi).actOnAll({ user, can }, body);
    }),
  }),
  gated('inbox.assign', {
    method: 'POST',
    path: adminPaths.inboxColleagues,
    handler: adminHandler(colleagueQuery, ({ strapi, user, body }) =>
      inbox(strapi).colleagues(user, body.administrationIds),
    ),
  }),
  gated('inbox.forward', {
    method: 'POST',
    path: adminPaths.inboxAdministrations,
    handler: adminHandler(forwardQuery, ({ strapi, body }) => inbox(strapi).forwardTargets(body.search)),
  }),
];
