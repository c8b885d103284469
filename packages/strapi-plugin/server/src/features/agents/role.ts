/** The agents' role: the inbox, and nothing of Strapi's Content Manager. */
import { AGENT_ROLE, agentPermissions, permissionUid } from '@guichet/contracts/admin/permissions';
import type { Core } from '@strapi/types';

interface Role {
  id: number;
}

type PermissionsHandler = (permissions: unknown) => Promise<unknown>;

interface RoleService {
  findOne(where: object): Promise<Role | null>;
  create(attributes: { name: string; code: string; description: string }): Promise<Role>;
  assignPermissions(roleId: number, permissions: { action: string }[]): Promise<unknown>;
  hooks: {
    willResetSuperAdminPermissions: Record<'register' | 'delete', (handler: PermissionsHandler) => unknown>;
  };
}

/**
 * Makes the role where it is missing; an administrator may change it afterwards. Strapi makes its own roles, the
 * super administrator's among them, only where there is none yet, and does so after the plugins' bootstrap: its hook
 * is the first moment after.
 *
 * @returns takes the hook back, which outlives this Strapi
 */
export function createAgentRoleAfterStrapi(strapi: Core.Strapi): () => void {
  const roles = strapi.service('admin::role') as unknown as RoleService;
  const hook = roles.hooks.willResetSuperAdminPermissions;
  const handler: PermissionsHandler = async (permissions) => {
    if (!(await roles.findOne({ code: AGENT_ROLE }))) {
      const { id } = await roles.create({
        name: 'Agent',
        code: AGENT_ROLE,
        description: 'Guichet : lit et traite les demandes des administrations servies.',
      });
      await roles.assignPermissions(
        id,
        agentPermissions.map((permission) => ({ action: permissionUid(permission) })),
      );
    }
    return permissions;
  };
  hook.register(handler);
  return () => hook.delete(handler);
}
