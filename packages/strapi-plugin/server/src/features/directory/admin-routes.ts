import { directoryChoices, newOrganisation, organisationChange } from '@guichet/contracts/admin/directory';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Core } from '@strapi/types';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { managerOf } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';

const service = (strapi: Core.Strapi) => getService(strapi, 'directoryAdmin');

export const adminRoutes = [
  gated('administrations.read', {
    method: 'GET',
    path: adminPaths.directory,
    handler: adminHandler(null, (call) => service(call.strapi).list(managerOf(call), call.id)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.directory,
    handler: adminHandler(newOrganisation, (call) =>
      service(call.strapi).create(managerOf(call), call.id, call.body),
    ),
  }),
  gated('administrations.configure', {
    method: 'PUT',
    path: adminPaths.directory,
    handler: adminHandler(directoryChoices, (call) =>
      service(call.strapi).choose(managerOf(call), call.id, call.body),
    ),
  }),
  gated('administrations.read', {
    method: 'GET',
    path: adminPaths.directoryOrganisation,
    handler: adminHandler(null, (call) => service(call.strapi).read(managerOf(call), call.id)),
  }),
  gated('administrations.configure', {
    method: 'PUT',
    path: adminPaths.directoryOrganisation,
    handler: adminHandler(organisationChange, (call) =>
      service(call.strapi).change(managerOf(call), call.id, call.body),
    ),
  }),
  gated('administrations.configure', {
    method: 'DELETE',
    path: adminPaths.directoryOrganisation,
    handler: adminHandler(null, async (call) => {
      await service(call.strapi).remove(managerOf(call), call.id);
      return {};
    }),
  }),
];
