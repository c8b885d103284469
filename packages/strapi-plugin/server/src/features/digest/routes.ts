import { type Digest, digestChange } from '@guichet/contracts/admin/digest';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

export const adminRoutes = [
  gated('inbox.read', {
    method: 'GET',
    path: adminPaths.inboxDigest,
    handler: adminHandler(null, async ({ strapi, user }): Promise<Digest> => ({
      isOn: await getService(strapi, 'digest').isOn(user),
    })),
  }),
  gated('inbox.read', {
    method: 'PUT',
    path: adminPaths.inboxDigest,
    handler: adminHandler(digestChange, async ({ strapi, user, body }): Promise<Digest> => {
      await getService(strapi, 'digest').set(user, body.isOn);
      return body;
    }),
  }),
];
