/** Agents: which administrations they serve, what they may read there, and how their answers are signed. */
import {
  AGENT_PAGE_SIZE,
  type Agent,
  type AgentInvited,
  type AgentPage,
  type agentQuery,
  type agentServices,
  type newAgent,
} from '@guichet/contracts/admin/agents';
import type { AdministrationTag } from '@guichet/contracts/admin/inbox';
import { AGENT_ROLE, type Permission, permissionUid } from '@guichet/contracts/admin/permissions';
import { isEmail } from '@guichet/contracts/identity';
import type { Core } from '@strapi/types';
import type * as z from 'zod';
import {
  agentsOf,
  assignAgent,
  countAgents,
  dismissAgent,
  dismissEverywhere,
  servicesOf,
} from '../../store/agents.js';
import { forgetDigests } from '../../store/digests.js';
import { inTransaction } from '../../store/write.js';
import { AdminRefusal, type AdminUser } from '../../strapi/admin-input.js';
import { getService } from '../../strapi/services.js';

const SUPER_ADMIN = 'strapi-super-admin';

/** An administration whose requests an agent may read. */
export interface ServedAdministration extends AdministrationTag {
  timeZone: string;
  recipients: { slug: string; name: string }[];
  /** The agent's there; that of the successor where this one was merged into what the agent serves. */
  capacity: string;
}

/** An account that can log in and do something for an administration. */
export interface ServingAgent {
  id: number;
  name: string;
  email: string;
}

export interface AgentService {
  /**
   * All that the agent may read: what he serves, and what that has taken over from. Nobody reads anything else, the
   * hosting's administrators included: residents write to the mairie, not to its host.
   */
  scopeOf(adminUserId: number): Promise<ServedAdministration[]>;
  search(query: z.output<typeof agentQuery>): Promise<AgentPage>;
  /** @throws AdminRefusal `not-found` */
  agent(id: number): Promise<Agent>;
  /** Who reads the requests of an administration, for those who work there to see. */
  readersOf(administrationId: string): Promise<{ name: string; capacity: string }[]>;
  /** Those who read the requests of an administration, or of what has taken it over, and have a permission. */
  serving(administrationId: string, permission: Permission): Promise<ServingAgent[]>;
  /** An agent who can log in and read requests; null for any other account. */
  reader(id: number): Promise<{ email: string; can(permission: Permission): boolean } | null>;
  /** Their names, of those whose accounts still are. */
  namesOf(adminUserIds: readonly number[]): Promise<Map<number, string>>;
  /** How many serve each; an administration that nobody serves is absent. */
  countReaders(administrationIds: readonly string[]): Promise<Map<string, number>>;
  /** @throws AdminRefusal `not-found`, `validation-failed` */
  setServices(
    id: number,
    services: z.output<typeof agentServices>['services'],
    by: AdminUser,
  ): Promise<Agent>;
  /** @throws AdminRefusal `validation-failed` */
  invite(input: z.output<typeof newAgent>): Promise<AgentInvited>;
  /** Forgets admin users who are gone. */
  forget(adminUserIds: readonly number[]): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    agents: AgentService;
  }
}

interface Role {
  id: number;
  name: string;
  code: string;
  permissions?: { action: string }[];
}

interface UserRecord {
  id: number;
  firstname: string | null;
  lastname: string | null;
  email: string;
  isActive: boolean;
  blocked: boolean;
  registrationToken: string | null;
  roles?: Role[];
}

/** « Marie Dupont » */
function nameOf(user: Pick<AdminUser, 'firstname' | 'lastname'>): string {
  return [user.firstname, user.lastname].filter(Boolean).join(' ');
}

const WITH_ROLES = { roles: { populate: { permissions: { select: ['action'] } } } };

export function createAgentService({ strapi }: { strapi: Core.Strapi }): AgentService {
  const knex = () => getService(strapi, 'knex');
  const administration = () => getService(strapi, 'administration');
  const users = () => strapi.db.query('admin::user');

  const may = ({ roles = [] }: UserRecord, permission: Permission) =>
    roles.some(
      ({ code, permissions = [] }) =>
        code === SUPER_ADMIN || permissions.some(({ action }) => action === permissionUid(permission)),
    );

  async function agentsFrom(records: readonly UserRecord[]): Promise<Agent[]> {
    const services = await servicesOf(
      knex(),
      records.map(({ id }) => id),
    );
    const tags = new Map(
      (await administration().records(services.map(({ administrationId }) => administrationId))).map(
        (record) => [
          record.uid,
          {
            id: record.uid,
            code: record.insee ?? record.siren,
            name: record.name,
            accent: record.accent ?? null,
          },
        ],
      ),
    );
    return records.map((record) => ({
      id: record.id,
      name: nameOf(record),
      email: record.email,
      isActive: record.isActive && !record.blocked,
      roles: (record.roles ?? []).map(({ name }) => name),
      mayRead: may(record, 'inbox.read'),
      services: services
        .filter(({ adminUserId }) => adminUserId === record.id)
        .flatMap(({ administrationId, capacity }) => {
          const tag = tags.get(administrationId);
          return tag ? [{ administration: tag, capacity }] : [];
        })
        .sort((a, b) => a.administration.name.localeCompare(b.administration.name, 'fr')),
    }));
  }

  async function recordOf(id: number): Promise<UserRecord> {
    const record = (await users().findOne({ where: { id }, populate: WITH_ROLES })) as UserRecord | null;
    if (!record) throw new AdminRefusal('not-found');
    return record;
  }

  async function agent(id: number): Promise<Agent> {
    return (await agentsFrom([await recordOf(id)]))[0]!;
  }

  return {
    agent,

    async scopeOf(adminUserId) {
      const services = await servicesOf(knex(), [adminUserId]);
      const scope = new Map<string, { capacity: string; recipients: ServedAdministration['recipients'] }>();
      for (const { administrationId, capacity } of services) {
        const tenant = await administration().byId(administrationId);
        if (!tenant) continue;
        const recipients = tenant.administration.recipients.map(({ slug, name }) => ({ slug, name }));
        // Merged away, it answers no more for itself: what it received stays with those who served it, and with those
        // who serve its successor, but they who only served it do not read the successor's.
        const ids = tenant.id === administrationId ? tenant.ids : [administrationId];
        for (const id of ids)
          if (id === administrationId || !scope.has(id)) scope.set(id, { capacity, recipients });
      }
      const records = await administration().records([...scope.keys()]);
      return records.map((record) => ({
        id: record.uid,
        code: record.insee ?? record.siren,
        name: record.name,
        accent: record.accent ?? null,
        timeZone: record.timeZone,
        ...scope.get(record.uid)!,
      }));
    },

    async search({ search, administrationId, page }) {
      const served = administrationId ? await agentsOf(knex(), administrationId) : null;
      const where = {
        ...(served && { id: { $in: served.map(({ adminUserId }) => adminUserId) } }),
        ...(search && {
          $or: (['firstname', 'lastname', 'email'] as const).map((field) => ({
            [field]: { $containsi: search },
          })),
        }),
      };
      const [records, total] = await Promise.all([
        users().findMany({
          where,
          populate: WITH_ROLES,
          orderBy: [{ lastname: 'asc' }, { firstname: 'asc' }, { id: 'asc' }],
          limit: AGENT_PAGE_SIZE,
          offset: (page - 1) * AGENT_PAGE_SIZE,
        }) as Promise<UserRecord[]>,
        users().count({ where }),
      ]);
      return { rows: await agentsFrom(records), total, page, pageSize: AGENT_PAGE_SIZE };
    },

    async readersOf(administrationId) {
      const services = await agentsOf(knex(), administrationId);
      const records = (await users().findMany({
        where: { id: { $in: services.map(({ adminUserId }) => adminUserId) } },
      })) as UserRecord[];
      const names = new Map(records.map((record) => [record.id, nameOf(record) || record.email]));
      return services.flatMap(({ adminUserId, capacity }) => {
        const name = names.get(adminUserId);
        return name ? [{ name, capacity }] : [];
      });
    },

    async serving(administrationId, permission) {
      const successor = await administration().byId(administrationId);
      const ids = new Set([administrationId, successor?.id ?? administrationId]);
      const services = (await Promise.all([...ids].map((id) => agentsOf(knex(), id)))).flat();
      const records = (await users().findMany({
        where: { id: { $in: services.map(({ adminUserId }) => adminUserId) } },
        populate: WITH_ROLES,
        orderBy: [{ lastname: 'asc' }, { firstname: 'asc' }, { id: 'asc' }],
      })) as UserRecord[];
      return records
        .filter((record) => record.isActive && !record.blocked)
        .filter((record) => may(record, 'inbox.read') && may(record, permission))
        .map((record) => ({ id: record.id, name: nameOf(record) || record.email, email: record.email }));
    },

    async reader(id) {
      const record = (await users().findOne({ where: { id }, populate: WITH_ROLES })) as UserRecord | null;
      if (!record?.isActive || record.blocked || !may(record, 'inbox.read')) return null;
      return { email: record.email, can: (permission) => may(record, permission) };
    },

    async namesOf(adminUserIds) {
      if (!adminUserIds.length) return new Map();
      const records = (await users().findMany({
        where: { id: { $in: [...new Set(adminUserIds)] } },
      })) as UserRecord[];
      return new Map(records.map((record) => [record.id, nameOf(record) || record.email]));
    },

    countReaders: (administrationIds) => countAgents(knex(), administrationIds),

    async setServices(id, services, by) {
      await recordOf(id);
      const wanted = new Map(services.map((service) => [service.administrationId, service.capacity]));
      const known = new Set((await administration().records([...wanted.keys()])).map(({ uid }) => uid));
      const unknown = services.flatMap(({ administrationId }, i) =>
        known.has(administrationId)
          ? []
          : [{ path: `services.${i}.administrationId`, code: 'unknown' as const }],
      );
      if (unknown.length) throw new AdminRefusal('validation-failed', unknown);
      const held = new Map(
        (await servicesOf(knex(), [id])).map(({ administrationId, capacity }) => [
          administrationId,
          capacity,
        ]),
      );
      const gone = [...held.keys()].filter((administrationId) => !wanted.has(administrationId));
      const begun = [...wanted].filter(
        ([administrationId, capacity]) => held.get(administrationId) !== capacity,
      );
      if (gone.length || begun.length) {
        await inTransaction(strapi, async (trx) => {
          for (const administrationId of gone) await dismissAgent(trx, id, administrationId);
          for (const [administrationId, capacity] of begun) {
            await assignAgent(trx, { adminUserId: id, administrationId, capacity });
          }
        });
        // Who lets whom read residents' messages leaves a trace outside the database too.
        strapi.log.info(
          `guichet: admin user ${by.id} changed what admin user ${id} serves (from ${[...held.keys()].join(', ') || 'nothing'} to ${[...wanted.keys()].join(', ') || 'nothing'})`,
        );
      }
      return agent(id);
    },

    async invite({ firstname, lastname, email }) {
      const address = email.toLowerCase();
      if (!isEmail(address))
        throw new AdminRefusal('validation-failed', [{ path: 'email', code: 'invalid' }]);
      const accounts = strapi.service('admin::user') as unknown as {
        exists(where: object): Promise<boolean>;
        create(attributes: object): Promise<UserRecord>;
      };
      if (await accounts.exists({ email: address })) {
        throw new AdminRefusal('validation-failed', [{ path: 'email', code: 'taken' }]);
      }
      const role = (await strapi.db
        .query('admin::role')
        .findOne({ where: { code: AGENT_ROLE } })) as Role | null;
      if (!role) throw new Error('the agents’ role is missing');
      const created = await accounts.create({
        firstname,
        lastname,
        email: address,
        roles: [role.id],
        // The panel's, until its owner chooses another.
        preferedLanguage: 'fr',
      });
      const panel = strapi.config.get<string>('admin.absoluteUrl');
      return {
        agent: await agent(created.id),
        invitationUrl: created.registrationToken
          ? `${panel}/auth/register?registrationToken=${created.registrationToken}`
          : null,
      };
    },

    async forget(adminUserIds) {
      await dismissEverywhere(knex(), adminUserIds);
      await forgetDigests(knex(), adminUserIds);
    },
  };
}
