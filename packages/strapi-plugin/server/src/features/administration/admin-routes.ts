import { administrationQuery } from '@guichet/contracts/admin/administrations';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Core } from '@strapi/types';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { managerOf } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';
import { administrationChange, administrationInput } from './schema.js';

const service = (strapi: Core.Strapi) => getService(strapi, 'administrationAdmin');

export const adminRoutes = [
  gated('administrations.read', {
    method: 'POST',
    path: adminPaths.administrationSearch,
    handler: adminHandler(administrationQuery, (call) =>
      service(call.strapi).search(managerOf(call), call.body),
    ),
  }),
  gated('administrations.read', {
    method: 'GET',
    path: adminPaths.administration,
    handler: adminHandler(null, (call) => service(call.strapi).read(managerOf(call), call.id)),
  }),
  gated('administrations.manage', {
    method: 'POST',
    path: adminPaths.administrations,
    handler: adminHandler(administrationInput, (call) =>
      service(call.strapi).create(managerOf(call), call.body),
    ),
  }),
  gated('administrations.configure', {
    method: 'PUT',
    path: adminPaths.administration,
    handler: adminHandler(administrationChange, (call) =>
      service(call.strapi).change(managerOf(call), call.id, call.body),
    ),
  }),
];
