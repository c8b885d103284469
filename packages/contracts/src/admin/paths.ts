/** Every admin path, once; below Strapi's own origin. */
export const ADMIN_PREFIX = '/guichet-admin';

export const adminPaths = {
  inboxScope: '/inbox/scope',
  inboxSearch: '/inbox/search',
  inboxRequest: '/inbox/requests/:id',
  inboxActions: '/inbox/requests/:id/actions',
  inboxAdministrations: '/inbox/administrations',
  administrations: '/administrations',
  administrationSearch: '/administrations/search',
  administration: '/administrations/:id',
  inboxDeadlines: '/inbox/deadlines',
  agents: '/agents',
  agentSearch: '/agents/search',
  agent: '/agents/:id',
  agentServices: '/agents/:id/services',
  deliveries: '/deliveries',
  deliveryReplay: '/deliveries/:id/replay',
} as const;

export type AdminPath = keyof typeof adminPaths;

/** As the panel calls it. */
export function adminUrl(path: AdminPath, id = ''): string {
  return ADMIN_PREFIX + adminPaths[path].replace(':id', encodeURIComponent(id));
}
