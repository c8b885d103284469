/** What Strapi's administrators can give to a role, and the path of each admin route. */

/** Each permission, without Strapi's prefix. Reading requests also needs to serve the administration. */
export const permissions = [
  'inbox.read',
  'inbox.answer',
  /** Of the administrations one serves. */
  'administrations.read',
  'administrations.configure',
  /** Of every administration of the hosting: identity, creation, merger. Opens no request. */
  'administrations.manage',
  'agents.manage',
  'deliveries.read',
  'deliveries.replay',
] as const;

export type Permission = (typeof permissions)[number];

/** As Strapi names it: `plugin::guichet.inbox.read`. */
export function permissionUid(permission: Permission): string {
  return `plugin::guichet.${permission}`;
}

/** The role made for agents at the first boot: its code, and what it may do. */
export const AGENT_ROLE = 'guichet-agent';
export const agentPermissions: readonly Permission[] = [
  'inbox.read',
  'inbox.answer',
  'administrations.read',
  'deliveries.read',
];
