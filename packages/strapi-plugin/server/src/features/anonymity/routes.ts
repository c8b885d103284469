import { anonymityEnd, newAnonymity } from '@guichet/contracts/admin/anonymity';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { type AdminCall, adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

/** As on the administration's page: the hosting's own administrators configure all of them. */
const manager = ({ user, can }: AdminCall<unknown>) => ({ user, managesAll: can('administrations.manage') });

export const adminRoutes = [
  gated('administrations.configure', {
    method: 'GET',
    path: adminPaths.anonymities,
    handler: adminHandler(null, (call) => getService(call.strapi, 'anonymity').read(manager(call), call.id)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.anonymities,
    handler: adminHandler(newAnonymity, (call) =>
      getService(call.strapi, 'anonymity').begin(manager(call), call.id, call.body),
    ),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.anonymityEnd,
    handler: adminHandler(anonymityEnd, (call) =>
      getService(call.strapi, 'anonymity').end(manager(call), call.id, call.body),
    ),
  }),
];
