import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Core } from '@strapi/types';
import { type AdminCall, adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';
import { newProcedure, procedureChange, readyMadeChoice } from './schema.js';

const service = (strapi: Core.Strapi) => getService(strapi, 'proceduresAdmin');

const manager = ({ user, can }: AdminCall<unknown>) => ({
  user,
  managesAll: can('administrations.manage'),
  configures: can('administrations.configure'),
});

export const adminRoutes = [
  gated('administrations.read', {
    method: 'GET',
    path: adminPaths.procedures,
    handler: adminHandler(null, (call) => service(call.strapi).list(manager(call), call.id)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.procedures,
    handler: adminHandler(newProcedure, (call) =>
      service(call.strapi).create(manager(call), call.id, call.body),
    ),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.readyMadeProcedures,
    handler: adminHandler(readyMadeChoice, (call) =>
      service(call.strapi).createReadyMade(manager(call), call.id, call.body.readyMade),
    ),
  }),
  gated('administrations.configure', {
    method: 'PUT',
    path: adminPaths.procedures,
    handler: adminHandler(procedureChange, (call) =>
      service(call.strapi).change(manager(call), call.id, call.body),
    ),
  }),
];
