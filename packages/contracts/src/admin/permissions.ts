/** What Strapi's administrators can give to a role, and the path of each admin route. */

/** Each permission, without Strapi's prefix. Reading requests also needs to serve the administration. */
export const permissions = [
  'inbox.read',
  'inbox.answer',
  /** Notify a decision that was taken, and signed, without a draft here. */
  'inbox.decide',
  /** Approve the drafts of decisions, in one's own name. */
  'inbox.approve',
  'inbox.assign',
  'inbox.forward',
  /** Take lists out as files, where nothing here protects them any more. */
  'inbox.export',
  /** Propose closed requests to the archives, record what they say, end a hold. */
  'inbox.eliminate',
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

/** The role that agents are invited with. */
export const AGENT_ROLE = 'guichet-agent';

const agent: readonly Permission[] = [
  'inbox.read',
  'inbox.answer',
  'inbox.decide',
  'inbox.assign',
  'inbox.forward',
  'administrations.read',
  'deliveries.read',
];

/** The roles made at the first boot where they are missing: code, name, and what each may do. */
export const defaultRoles: readonly { code: string; name: string; permissions: readonly Permission[] }[] = [
  { code: AGENT_ROLE, name: 'Agent', permissions: agent },
  { code: 'guichet-mayor', name: 'Maire', permissions: [...agent, 'inbox.approve', 'inbox.export'] },
  {
    code: 'guichet-manager',
    name: 'Responsable',
    permissions: [
      ...agent,
      'inbox.export',
      'inbox.eliminate',
      'administrations.configure',
      'deliveries.replay',
    ],
  },
];
