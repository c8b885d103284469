import type { PermissionAction } from '../../strapi/feature.js';

export const permissions: readonly PermissionAction[] = [
  { uid: 'deliveries.read', displayName: 'See mails that could not be delivered', subCategory: 'deliveries' },
  { uid: 'deliveries.replay', displayName: 'Send them again', subCategory: 'deliveries' },
];
