import { newEntry } from '@guichet/contracts/admin/entries';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

export const adminRoutes = [
  gated('inbox.answer', {
    method: 'POST',
    path: adminPaths.inboxEntries,
    handler: adminHandler(newEntry, ({ strapi, user, body }) =>
      getService(strapi, 'entry').enter(user, body, new Date()),
    ),
  }),
];
