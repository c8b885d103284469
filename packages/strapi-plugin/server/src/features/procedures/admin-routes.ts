import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Core } from '@strapi/types';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { managerOf } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';
import { newProcedure, procedureChange, readyMadeChoice } from './schema.js';

const service = (strapi: Core.Strapi) => getService(strapi, 'proceduresAdmin');

export const adminRoutes = [
  gated('administrations.read', {
    method: 'GET',
    path: adminPaths.procedures,
    handler: adminHandler(null, (call) => service(call.strapi).list(managerOf(call), call.id)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.procedures,
    handler: adminHandler(newProcedure, (call) =>
      service(call.strapi).create(managerOf(call), call.id, call.body),
    ),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.readyMadeProcedures,
    handler: adminHandler(readyMadeChoice, (call) =>
      service(call.strapi).createReadyMade(managerOf(call), call.id, call.body.readyMade),
    ),
  }),
  gated('administrations.configure', {
    method: 'PUT',
    path: adminPaths.procedures,
    handler: adminHandler(procedureChange, (call) =>
      service(call.strapi).change(managerOf(call), call.id, call.body),
    ),
  }),
];
