import { adminPaths } from '@guichet/contracts/admin/paths';
import {
  audienceQuery,
  newOperator,
  newTeleprocedure,
  operatorChange,
  teleprocedureChange,
  teleprocedureChoice,
  teleprocedureReinstatement,
  teleprocedureWithdrawal,
} from '@guichet/contracts/admin/teleprocedures';
import type { Core } from '@strapi/types';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { managerOf } from '../../strapi/manager.js';
import { getService } from '../../strapi/services.js';

const operators = (strapi: Core.Strapi) => getService(strapi, 'operators');
const admin = (strapi: Core.Strapi) => getService(strapi, 'teleproceduresAdmin');
const choices = (strapi: Core.Strapi) => getService(strapi, 'teleprocedureChoices');

/** The allow-list is the hosting's. */
const operatorRoutes = [
  gated('administrations.configure', {
    method: 'GET',
    path: adminPaths.operators,
    handler: adminHandler(null, (call) => operators(call.strapi).list(managerOf(call))),
  }),
  gated('administrations.manage', {
    method: 'POST',
    path: adminPaths.operators,
    handler: adminHandler(newOperator, ({ strapi, body }) => operators(strapi).add(body)),
  }),
  gated('administrations.manage', {
    method: 'PUT',
    path: adminPaths.operator,
    handler: adminHandler(operatorChange, ({ strapi, id, body }) => operators(strapi).change(id, body)),
  }),
  gated('administrations.manage', {
    method: 'POST',
    path: adminPaths.operatorSecret,
    handler: adminHandler(null, ({ strapi, id }) => operators(strapi).rotate(id)),
  }),
];

export const adminRoutes = [
  ...operatorRoutes,
  gated('administrations.read', {
    method: 'GET',
    path: adminPaths.teleprocedures,
    handler: adminHandler(null, (call) => admin(call.strapi).list(managerOf(call))),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.teleprocedures,
    handler: adminHandler(newTeleprocedure, (call) => admin(call.strapi).create(managerOf(call), call.body)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.teleprocedureAudience,
    handler: adminHandler(audienceQuery, (call) => admin(call.strapi).audience(managerOf(call), call.body)),
  }),
  gated('administrations.configure', {
    method: 'GET',
    path: adminPaths.teleprocedure,
    handler: adminHandler(null, (call) => admin(call.strapi).read(managerOf(call), call.id)),
  }),
  gated('administrations.configure', {
    method: 'PUT',
    path: adminPaths.teleprocedure,
    handler: adminHandler(teleprocedureChange, (call) =>
      admin(call.strapi).change(managerOf(call), call.id, call.body),
    ),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.teleprocedureProbe,
    handler: adminHandler(null, (call) => admin(call.strapi).probe(managerOf(call), call.id)),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.teleprocedureWithdrawal,
    handler: adminHandler(teleprocedureWithdrawal, (call) =>
      admin(call.strapi).withdraw(managerOf(call), call.id, call.body),
    ),
  }),
  gated('administrations.configure', {
    method: 'POST',
    path: adminPaths.teleprocedureReinstatement,
    handler: adminHandler(teleprocedureReinstatement, (call) =>
      admin(call.strapi).reinstate(managerOf(call), call.id, call.body),
    ),
  }),
  gated('administrations.read', {
    method: 'GET',
    path: adminPaths.administrationTeleprocedures,
    handler: adminHandler(null, (call) => choices(call.strapi).list(managerOf(call), call.id)),
  }),
  gated('administrations.configure', {
    method: 'PUT',
    path: adminPaths.administrationTeleprocedures,
    handler: adminHandler(teleprocedureChoice, (call) =>
      choices(call.strapi).choose(managerOf(call), call.id, call.body),
    ),
  }),
];
