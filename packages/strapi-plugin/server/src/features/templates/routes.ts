import { adminPaths } from '@guichet/contracts/admin/paths';
import { newTemplate, templateChange } from '@guichet/contracts/admin/templates';
import type { Core } from '@strapi/types';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

const templates = (strapi: Core.Strapi) => getService(strapi, 'templates');

export const adminRoutes = [
  gated('inbox.answer', {
    method: 'GET',
    path: adminPaths.inboxTemplates,
    handler: adminHandler(null, ({ strapi, user }) => templates(strapi).list(user)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.inboxTemplates,
    handler: adminHandler(newTemplate, ({ strapi, user, body }) => templates(strapi).add(user, body)),
  }),
  gated('administrations.configure', {
    method: 'PUT',
    path: adminPaths.inboxTemplate,
    handler: adminHandler(templateChange, ({ strapi, user, id, body }) =>
      templates(strapi).change(user, id, body),
    ),
  }),
  gated('administrations.configure', {
    method: 'DELETE',
    path: adminPaths.inboxTemplate,
    handler: adminHandler(null, ({ strapi, user, id }) => templates(strapi).remove(user, id)),
  }),
];
