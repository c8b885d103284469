import type { Core } from '@strapi/strapi';
import { agents } from './agents';

const AGENT_ROLE = 'guichet-agent';

/** The role of those who answer: the plugin's own pages and nothing of the Content Manager. */
async function agentRole(strapi: Core.Strapi): Promise<{ id: number }> {
  const roles = strapi.service('admin::role');
  const role =
    (await roles.findOne({ code: AGENT_ROLE })) ??
    (await roles.create({
      name: 'Agent de mairie',
      code: AGENT_ROLE,
      description: 'Reçoit les demandes et y répond',
    }));
  return role;
}

/** Creates the demo's logins that are missing. */
export async function seedAgents(strapi: Core.Strapi): Promise<void> {
  const users = strapi.service('admin::user');
  const superAdmin = await strapi.service('admin::role').getSuperAdmin();
  const agent = await agentRole(strapi);
  for (const { email, firstname, lastname, administrations } of agents) {
    if (await users.exists({ email })) continue;
    await users.create({
      email,
      firstname,
      lastname,
      password: process.env.GUICHET_DEMO_PASSWORD,
      preferedLanguage: 'fr',
      isActive: true,
      registrationToken: null,
      roles: [administrations.length ? agent.id : superAdmin.id],
    });
  }
}
