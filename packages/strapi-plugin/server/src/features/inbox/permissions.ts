import type { PermissionAction } from '../../strapi/feature.js';

export const permissions: readonly PermissionAction[] = [
  {
    uid: 'inbox.read',
    displayName: 'Read the requests of the administrations one serves',
    subCategory: 'inbox',
  },
  {
    uid: 'inbox.answer',
    displayName: 'Answer, ask, prepare decisions, close, reopen and sort them',
    subCategory: 'inbox',
  },
  { uid: 'inbox.decide', displayName: 'Notify decisions that were signed elsewhere', subCategory: 'inbox' },
  { uid: 'inbox.approve', displayName: 'Approve the drafts of decisions', subCategory: 'inbox' },
  { uid: 'inbox.assign', displayName: 'Say who deals with them', subCategory: 'inbox' },
  { uid: 'inbox.forward', displayName: 'Forward them to who is competent', subCategory: 'inbox' },
];
