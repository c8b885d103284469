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
  findOne(where: object): Promise<Role | null>;
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

/** @param codes the roles to make where they are missing */
async function makeMissing(roles: RoleService, codes: readonly string[]): Promise<void> {
  for (const { code, name, permissions } of defaultRoles) {
    if (!codes.includes(code) || (await roles.findOne({ code }))) continue;
    const { id } = await roles.create({ name, code, description: descriptions[code] ?? '' });
    await roles.addPermissions(id, of(permissions));
  }
}

/**
 * Makes the roles at the first boot, and the agents', whom others invite with it, at any that finds it missing; an
 * administrator may change them afterwards. Strapi makes its own roles, the super administrator's among them, only
 * where there is none yet, and does so after the plugins' bootstrap: its hook is the first moment after.
 *
 * @returns takes the hook back, which outlives this Strapi
 */
export function createRolesAfterStrapi(strapi: Core.Strapi): () => void {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const hook = roles.hooks.willResetSuperAdminPermissions;
  const made = { type: 'plugin', name: 'guichet', key: 'roles' } as const;
  const handler: PermissionsHandler = async (permissions) => {
    const store = strapi.store(made);
    const isFirst = (await store.get({})) === null;
    if (isFirst) await giveWhatAnsweringWas(roles);
    await makeMissing(roles, isFirst ? defaultRoles.map(({ code }) => code) : [AGENT_ROLE]);
    if (isFirst) await store.set({ value: { version: 1 } });
    return permissions;
  };
  hook.register(handler);
  return () => hook.delete(handler);
}
