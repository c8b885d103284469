import { anonymityEnd, newAnonymity } from '@guichet/contracts/admin/anonymity';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { managerOf } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';

export const adminRoutes = [
  gated('administrations.configure', {
    method: 'GET',
    path: adminPaths.anonymities,
    handler: adminHandler(null, (call) =>
      getService(call.strapi, 'anonymity').read(managerOf(call), call.id),
    ),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.anonymities,
    handler: adminHandler(newAnonymity, (call) =>
      getService(call.strapi, 'anonymity').begin(managerOf(call), call.id, call.body),
    ),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.anonymityEnd,
    handler: adminHandler(anonymityEnd, (call) =>
      getService(call.strapi, 'anonymity').end(managerOf(call), call.id, call.body),
    ),
  }),
];
