import { administrationQuery } from '@guichet/contracts/admin/administrations';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Core } from '@strapi/types';
import { type AdminCall, adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';
import { administrationChange, administrationForm, type Manager } from './admin-service.js';

const service = (strapi: Core.Strapi) => getService(strapi, 'administrationAdmin');

const manager = ({ user, can }: AdminCall<unknown>): Manager => ({
  user,
  managesAll: can('administrations.manage'),
  configures: can('administrations.configure'),
});

export const adminRoutes = [
  gated('administrations.read', {
    method: 'POST',
    path: adminPaths.administrationSearch,
    handler: adminHandler(administrationQuery, (call) =>
      service(call.strapi).search(manager(call), call.body),
    ),
  }),
  gated('administrations.read', {
    method: 'GET',
    path: adminPaths.administration,
    handler: adminHandler(null, (call) => service(call.strapi).read(manager(call), call.id)),
  }),
  gated('administrations.manage', {
    method: 'POST',
    path: adminPaths.administrations,
    handler: adminHandler(administrationForm, (call) =>
      service(call.strapi).create(manager(call), call.body),
    ),
  }),
  gated('administrations.configure', {
    method: 'PUT',
    path: adminPaths.administration,
    handler: adminHandler(administrationChange, (call) =>
      service(call.strapi).change(manager(call), call.id, call.body),
    ),
  }),
];
