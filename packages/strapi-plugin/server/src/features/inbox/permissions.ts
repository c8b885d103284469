import type { PermissionAction } from '../../strapi/feature.js';

export const permissions: readonly PermissionAction[] = [
  {
    uid: 'inbox.read',
    displayName: 'Read the requests of the administrations one serves',
    subCategory: 'inbox',
  },
  { uid: 'inbox.answer', displayName: 'Answer, close, reopen and sort them', subCategory: 'inbox' },
];
