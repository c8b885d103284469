import { type Permission, permissionUid } from '@guichet/contracts/admin/permissions';
import { type Permission as StrapiPermission, useAuth } from '@strapi/strapi/admin';

/** A permission as Strapi's `Page.Protect` takes it: it compares the action, and no subject. */
export function rbac(permission: Permission): StrapiPermission {
  return { action: permissionUid(permission), subject: null };
}

/**
 * Which permissions the agent has. Strapi's `useRBAC` names what it found by the last part of the action alone, which
 * cannot tell `inbox.read` from `administrations.read`.
 */
export function usePermissions(): { has(permission: Permission): boolean; isLoading: boolean } {
  const held = useAuth('Guichet', ({ permissions }) => permissions);
  const isLoading = useAuth('Guichet', (auth) => auth.isLoading);
  return { has: (permission) => held.some(({ action }) => action === permissionUid(permission)), isLoading };
}
