import type { PermissionAction } from '../../strapi/feature.js';

export const permissions: readonly PermissionAction[] = [
  { uid: 'agents.manage', displayName: 'Say who serves which administration', subCategory: 'agents' },
];
