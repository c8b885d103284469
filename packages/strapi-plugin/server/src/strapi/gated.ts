/** Admin routes, closed by default: an agent who is logged in and has the permission, or nobody. */
import type { Context } from 'koa';

/** Where the plugin's admin routes live. Not under `/guichet/`, which is the public's. */
export { ADMIN_PREFIX } from '@guichet/contracts/admin/paths';

export interface AdminRouteInput {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** Below {@link ADMIN_PREFIX}, with a slash in front. */
  path: string;
  handler: (ctx: Context) => Promise<void>;
}

export interface AdminRoute extends AdminRouteInput {
  config: { policies: (string | { name: string; config: { actions: string[] } })[] };
}

/**
 * @param action a permission that a feature declares, without prefix: `inbox.read`
 * @example gated('inbox.read', { method: 'GET', path: '/inbox', handler: list })
 */
export function gated(action: string, route: AdminRouteInput): AdminRoute {
  return {
    ...route,
    config: {
      policies: [
        'admin::isAuthenticatedAdmin',
        { name: 'admin::hasPermissions', config: { actions: [`plugin::guichet.${action}`] } },
      ],
    },
  };
}
