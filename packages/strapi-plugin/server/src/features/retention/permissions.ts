import type { PermissionAction } from '../../strapi/feature.js';

export const permissions: readonly PermissionAction[] = [
  {
    uid: 'inbox.eliminate',
    displayName: 'Propose closed requests to the archives, record what they agree to, end holds',
    subCategory: 'inbox',
  },
];
