import { agentQuery, agentServices, newAgent } from '@guichet/contracts/admin/agents';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Core } from '@strapi/types';
import { adminHandler, AdminRefusal } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

const agents = (strapi: Core.Strapi) => getService(strapi, 'agents');

/** @throws AdminRefusal `not-found`, as for a number that nobody has */
function numberOf(id: string): number {
  if (!/^\d{1,9}$/.test(id)) throw new AdminRefusal('not-found');
  return Number(id);
}

export const adminRoutes = [
  gated('agents.manage', {
    method: 'POST',
    path: adminPaths.agentSearch,
    handler: adminHandler(agentQuery, ({ strapi, body }) => agents(strapi).search(body)),
  }),
  gated('agents.manage', {
    method: 'POST',
    path: adminPaths.agents,
    handler: adminHandler(newAgent, ({ strapi, body }) => agents(strapi).invite(body)),
  }),
  gated('agents.manage', {
    method: 'GET',
    path: adminPaths.agent,
    handler: adminHandler(null, async ({ strapi, id }) => agents(strapi).agent(numberOf(id))),
  }),
  gated('agents.manage', {
    method: 'PUT',
    path: adminPaths.agentServices,
    handler: adminHandler(agentServices, async ({ strapi, user, id, body }) =>
      agents(strapi).setServices(numberOf(id), body.services, user),
    ),
  }),
];
