import type { Core } from '@strapi/strapi';
import { agents, type DemoAgent } from './agents';

interface User {
  id: number;
}

/** Made by the plugin when it boots: its own pages, and nothing of the Content Manager. */
const AGENT_ROLE = 'guichet-agent';
const MANAGER_ROLE = 'guichet-manager';

/** Creates the demo's logins that are missing, and says which communes each one serves. */
export async function seedAgents(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.service('admin::role');
  const adminRole = await roles.getSuperAdmin();
  const agentRole = await roles.findOne({ code: AGENT_ROLE });
  const managerRole = await roles.findOne({ code: MANAGER_ROLE });
  const administrations = await strapi.plugin('guichet').service('administration').all();
  const service = strapi.plugin('guichet').service('agents');

  const host = await ensureUser(strapi, agents.find(isHost)!, adminRole.id);
  for (const agent of agents.filter((one) => !isHost(one))) {
    const { id } = await ensureUser(strapi, agent, agent.isManager ? managerRole.id : agentRole.id);
    const { services } = await service.agent(id);
    // Whoever tries the demo may have changed what an agent serves.
    if (services.length > 0) continue;
    await service.setServices(
      id,
      administrations
        .filter(({ insee }: { insee: string }) => agent.administrations.includes(insee))
        .map(({ uid }: { uid: string }) => ({ administrationId: uid, capacity: agent.capacity })),
      host,
    );
  }
}

const isHost = ({ administrations }: DemoAgent) => administrations.length === 0;

async function ensureUser(strapi: Core.Strapi, agent: DemoAgent, role: number): Promise<User> {
  const { email, firstname, lastname } = agent;
  const present = await strapi.db.query('admin::user').findOne({ where: { email } });
  if (present) return present;
  return strapi.service('admin::user').create({
    email,
    firstname,
    lastname,
    password: process.env.GUICHET_DEMO_PASSWORD,
    preferedLanguage: 'fr',
    isActive: true,
    registrationToken: null,
    roles: [role],
  });
}
