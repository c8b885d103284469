import { deadlinesQuery } from '@guichet/contracts/admin/deadlines';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

export const adminRoutes = [
  gated('inbox.read', {
    method: 'POST',
    path: adminPaths.inboxDeadlines,
    handler: adminHandler(deadlinesQuery, ({ strapi, user, body }) =>
      getService(strapi, 'deadlines').list(user, body),
    ),
  }),
];
