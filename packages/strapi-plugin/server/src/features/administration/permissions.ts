import type { PermissionAction } from '../../strapi/feature.js';

export const permissions: readonly PermissionAction[] = [
  {
    uid: 'administrations.read',
    displayName: 'See the administrations one serves',
    subCategory: 'administrations',
  },
  { uid: 'administrations.configure', displayName: 'Configure them', subCategory: 'administrations' },
  {
    uid: 'administrations.manage',
    displayName: 'Add administrations, and see and configure all of the hosting',
    subCategory: 'administrations',
  },
];
