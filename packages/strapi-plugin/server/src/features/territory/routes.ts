import { adminPaths } from '@guichet/contracts/admin/paths';
import {
  creationByCode,
  creationOrder,
  type CreationOrders,
  type CreationResults,
  type DirectorySources,
  territoryQuery,
  type TerritorySearch,
} from '@guichet/contracts/admin/territory';
import { adminHandler } from '../../strapi/admin-input.js';
import { gated } from '../../strapi/gated.js';
import { getService } from '../../strapi/services.js';

/** All of it is the hosting's: what its administrations share, and making new ones. */
export const adminRoutes = [
  gated('administrations.manage', {
    method: 'GET',
    path: adminPaths.directorySources,
    handler: adminHandler(null, async ({ strapi }): Promise<DirectorySources> => ({
      sources: await getService(strapi, 'territory').sources(),
    })),
  }),
  gated('administrations.manage', {
    method: 'POST',
    path: adminPaths.directorySourcesRefresh,
    handler: adminHandler(null, async ({ strapi }): Promise<DirectorySources> => {
      await getService(strapi, 'territory').askAgain(new Date());
      return { sources: await getService(strapi, 'territory').sources() };
    }),
  }),
  gated('administrations.manage', {
    method: 'POST',
    path: adminPaths.territorySearch,
    handler: adminHandler(territoryQuery, ({ strapi, body }): Promise<TerritorySearch> =>
      getService(strapi, 'territory').search(body.search),
    ),
  }),
  gated('administrations.manage', {
    method: 'GET',
    path: adminPaths.territoryCommune,
    handler: adminHandler(null, ({ strapi, id }) => getService(strapi, 'territory').preview(id)),
  }),
  gated('administrations.manage', {
    method: 'POST',
    path: adminPaths.administrationsByCode,
    handler: adminHandler(creationByCode, async ({ strapi, body }): Promise<CreationResults> => ({
      results: await getService(strapi, 'creations').byCode(body.codes),
    })),
  }),
  gated('administrations.manage', {
    method: 'GET',
    path: adminPaths.creations,
    handler: adminHandler(null, async ({ strapi }): Promise<CreationOrders> => ({
      orders: await getService(strapi, 'creations').orders(),
    })),
  }),
  gated('administrations.manage', {
    method: 'POST',
    path: adminPaths.creations,
    handler: adminHandler(creationOrder, async ({ strapi, body, user }): Promise<CreationOrders> => {
      await getService(strapi, 'creations').order(body, user.id, new Date());
      return { orders: await getService(strapi, 'creations').orders() };
    }),
  }),
];
