import { type Permission, permissionUid } from '@guichet/contracts/admin/permissions';
import { type Permission as StrapiPermission, useRBAC } from '@strapi/strapi/admin';
import { useMemo } from 'react';

/** A permission as Strapi's `useRBAC` and `Page.Protect` take it: they compare the action, and no subject. */
export function rbac(permission: Permission): StrapiPermission {
  return { action: permissionUid(permission), subject: null } as StrapiPermission;
}

/** Which of `permissions` (a constant) the agent has. */
export function usePermissions(permissions: readonly Permission[]): {
  has(permission: Permission): boolean;
  isLoading: boolean;
} {
  const asked = useMemo(() => permissions.map(rbac), [permissions]);
  const { permissions: held, isLoading } = useRBAC(asked);
  return { has: (permission) => held.some(({ action }) => action === permissionUid(permission)), isLoading };
}
