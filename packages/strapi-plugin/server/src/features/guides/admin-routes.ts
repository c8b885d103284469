import type { GuideSources } from '@guichet/contracts/admin/guides';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

/** The guides are the hosting's, the same for all its administrations. */
export const adminRoutes = [
  gated('administrations.manage', {
    method: 'GET',
    path: adminPaths.guides,
    handler: adminHandler(null, async ({ strapi }): Promise<GuideSources> => ({
      sources: await getService(strapi, 'guides').sources(),
    })),
  }),
  gated('administrations.manage', {
    method: 'POST',
    path: adminPaths.guidesRefresh,
    handler: adminHandler(null, async ({ strapi }): Promise<GuideSources> => {
      await getService(strapi, 'guides').askAgain(new Date());
      return { sources: await getService(strapi, 'guides').sources() };
    }),
  }),
];
