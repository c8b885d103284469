import type { PermissionAction } from '../../strapi/feature.js';

export const permissions: readonly PermissionAction[] = [
  { uid: 'inbox.export', displayName: 'Take lists of requests out as files', subCategory: 'inbox' },
];
