import type { FailedDeliveries } from '@guichet/contracts/admin/deliveries';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { adminHandler, type AdminCall } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';
import type { DeliveryReader } from './service.js';

/** Who looks after every administration of the hosting sees that mails fail, whoever's they are. */
const readerOf = (call: AdminCall<unknown>): DeliveryReader => ({
  user: call.user,
  seesAll: call.can('administrations.manage'),
});

export const adminRoutes = [
  gated('deliveries.read', {
    method: 'GET',
    path: adminPaths.deliveries,
    handler: adminHandler(null, async (call): Promise<FailedDeliveries> => ({
      deliveries: await getService(call.strapi, 'delivery').failed(readerOf(call)),
    })),
  }),
  gated('deliveries.replay', {
    method: 'POST',
    path: adminPaths.deliveryReplay,
    handler: adminHandler(null, async (call) => {
      await getService(call.strapi, 'delivery').replay(readerOf(call), call.id);
      return {};
    }),
  }),
];
