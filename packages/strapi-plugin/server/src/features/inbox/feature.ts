import type { Feature } from '../../strapi/feature.js';
import { adminRoutes } from './routes.js';
import { createInboxService } from './service.js';

export const inbox: Feature = {
  services: { inbox: createInboxService },
  adminRoutes,
  permissions: [
    {
      uid: 'inbox.read',
      displayName: 'Read the requests of the administrations one serves',
      subCategory: 'inbox',
    },
    { uid: 'inbox.answer', displayName: 'Answer, close, reopen and sort them', subCategory: 'inbox' },
  ],
};
