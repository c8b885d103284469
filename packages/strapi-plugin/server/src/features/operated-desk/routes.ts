import { operatedQuery } from '@guichet/contracts/admin/operated';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

export const adminRoutes = [
  gated('inbox.read', {
    method: 'POST',
    path: adminPaths.operatedSearch,
    handler: adminHandler(operatedQuery, ({ strapi, user, body }) =>
      getService(strapi, 'operatedDesk').search(user, body),
    ),
  }),
];
