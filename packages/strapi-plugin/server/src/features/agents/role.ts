/** The roles of who works with requests: the inbox, and nothing of Strapi's Content Manager. */
import {
  AGENT_ROLE,
  defaultRoles,
  type Permission,
  permissionUid,
} from '@guichet/contracts/admin/permissions';
import type { Core } from '@strapi/types';

interface Role {
  id: number;
  permissions?: { action: string }[];
}

type PermissionsHandler = (permissions: unknown) => Promise<unknown>;

interface RoleService {
  find(where: object, populate: string[]): Promise<Role[]>;
  create(attributes: { name: string; code: string; description: string }): Promise<Role>;
  addPermissions(roleId: number, permissions: { action: string }[]): Promise<unknown>;
  hooks: {
    willResetSuperAdminPermissions: Record<'register' | 'delete', (handler: PermissionsHandler) => unknown>;
  };
}

const descriptions: Readonly<Record<string, string>> = {
  [AGENT_ROLE]: 'Guichet : lit et traite les demandes des administrations servies.',
  'guichet-mayor': 'Guichet : approuve les décisions, et fait tout ce que fait un agent.',
  'guichet-manager': 'Guichet : configure les administrations servies, et fait tout ce que fait un agent.',
};

/** What could be done with `inbox.answer` before each had a permission of its own. */
const formerlyAnswering: readonly Permission[] = ['inbox.decide', 'inbox.assign', 'inbox.forward'];

const of = (permissions: readonly Permission[]) =>
  permissions.map((permission) => ({ action: permissionUid(permission) }));

/** Whoever may answer keeps what this had come to stand for. Once: an administrator may take it back. */
async function giveWhatAnsweringWas(roles: RoleService): Promise<void> {
  for (const { id, permissions = [] } of await roles.find({}, ['permissions'])) {
    const held = permissions.map(({ action }) => action);
    if (!held.includes(permissionUid('inbox.answer'))) continue;
    await roles.addPermissions(
      id,
      of(formerlyAnswering).filter(({ action }) => !held.includes(action)),
    );
  }
}

type Given = Readonly<Record<string, readonly Permission[]>>;

const formerAgent: readonly Permission[] = [
  'inbox.read',
  'inbox.answer',
  ...formerlyAnswering,
  'administrations.read',
  'deliveries.read',
];

/** What the roles were made with before it was written down. */
const firstGiven: Given = {
  [AGENT_ROLE]: formerAgent,
  'guichet-mayor': [...formerAgent, 'inbox.approve', 'inbox.export'],
  'guichet-manager': [...formerAgent, 'inbox.export', 'administrations.configure', 'deliveries.replay'],
};

/**
 * Makes the roles of these codes where they are missing, and gives those that are there what has become theirs since.
 * What was given once is not given again: an administrator may have taken it back.
 */
async function makeOrComplete(roles: RoleService, codes: readonly string[], given: Given): Promise<Given> {
  for (const { code, name, permissions } of defaultRoles) {
    const [role] = await roles.find({ code }, ['permissions']);
    if (role) {
      const had = [
        ...(given[code] ?? []).map(permissionUid),
        ...(role.permissions ?? []).map(({ action }) => action),
      ];
      await roles.addPermissions(
        role.id,
        of(permissions).filter(({ action }) => !had.includes(action)),
      );
    } else if (codes.includes(code)) {
      const { id } = await roles.create({ name, code, description: descriptions[code] ?? '' });
      await roles.addPermissions(id, of(permissions));
    }
  }
  return Object.fromEntries(
    defaultRoles.map(({ code, permissions }) => [
      code,
      [...new Set([...(given[code] ?? []), ...permissions])],
    ]),
  );
}

/**
 * The roles at the first boot, and the agents', whom others invite with it, at any that finds it missing; an
 * administrator may change them afterwards.
 */
export async function settleRoles(strapi: Core.Strapi): Promise<void> {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const store = strapi.store({ type: 'plugin', name: 'guichet', key: 'roles' });
  const kept = (await store.get({})) as { given?: Given } | null;
  if (!kept) await giveWhatAnsweringWas(roles);
  const codes = kept ? [AGENT_ROLE] : defaultRoles.map(({ code }) => code);
  const given = await makeOrComplete(roles, codes, kept?.given ?? firstGiven);
  if (JSON.stringify(given) !== JSON.stringify(kept?.given))
    await store.set({ value: { version: 2, given } });
}

/**
 * Strapi makes its own roles, the super administrator's among them, only where there is none yet, and does so after the
 * plugins' bootstrap: its hook is the first moment after.
 *
 * @returns takes the hook back, which outlives this Strapi
 */
export function createRolesAfterStrapi(strapi: Core.Strapi): () => void {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const hook = roles.hooks.willResetSuperAdminPermissions;
  const handler: PermissionsHandler = async (permissions) => {
    await settleRoles(strapi);
    return permissions;
  };
  hook.register(handler);
  return () => hook.delete(handler);
}
