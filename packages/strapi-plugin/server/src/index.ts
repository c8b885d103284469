/** Folds the features into the object that Strapi reads. A new feature is one folder, and one line here. */
import type { Core } from '@strapi/types';
import { createEdge } from './edge/router.js';
import { drain } from './edge/drain.js';
import { absences } from './features/absences/feature.js';
import { administration } from './features/administration/feature.js';
import { assets } from './features/assets/feature.js';
import { agents } from './features/agents/feature.js';
import { anonymity } from './features/anonymity/feature.js';
import { attachments } from './features/attachments/feature.js';
import { bounces } from './features/bounces/feature.js';
import { deadlines } from './features/deadlines/feature.js';
import { delivery } from './features/delivery/feature.js';
import { digest } from './features/digest/feature.js';
import { directory } from './features/directory/feature.js';
import { entry } from './features/entry/feature.js';
import { exportFeature } from './features/export/feature.js';
import { guides } from './features/guides/feature.js';
import { health } from './features/health/feature.js';
import { inbox } from './features/inbox/feature.js';
import { law } from './features/law/feature.js';
import { operated } from './features/operated/feature.js';
import { operatedDesk } from './features/operated-desk/feature.js';
import { openapi } from './features/openapi/feature.js';
import { pages } from './features/pages/feature.js';
import { procedures } from './features/procedures/feature.js';
import { receiptDocument } from './features/receipt-document/feature.js';
import { request } from './features/request/feature.js';
import { retention } from './features/retention/feature.js';
import { signature } from './features/signature/feature.js';
import { teleprocedures } from './features/teleprocedures/feature.js';
import { templates } from './features/templates/feature.js';
import { territory } from './features/territory/feature.js';
import { tracking } from './features/tracking/feature.js';
import { webhooks } from './features/webhooks/feature.js';
import { createQueue } from './jobs/create-queue.js';
import { anonymityKeyIds } from './store/anonymities.js';
import { checkDurability, makeDurable } from './store/durability.js';
import { registerMigrations } from './store/migrations.js';
import { operatorKeyIds } from './store/operators.js';
import { operatedKeyIds } from './store/operated.js';
import { persistTables } from './store/persisted-tables.js';
import { teleprocedureKeyIds } from './store/teleprocedures.js';
import { endpointKeyIds } from './store/webhooks.js';
import { parseConfig } from './strapi/config.js';
import { coreServices, QUEUE } from './strapi/core-services.js';
import type { Feature } from './strapi/feature.js';
import { ADMIN_PREFIX } from './strapi/gated.js';
import { getService } from './strapi/services.js';
import { warnOfOldStrapi } from './strapi/version.js';

export type { GuichetConfig } from './strapi/public.js';

const features: readonly Feature[] = [
  administration,
  procedures,
  teleprocedures,
  directory,
  signature,
  receiptDocument,
  law,
  attachments,
  request,
  operated,
  operatedDesk,
  tracking,
  agents,
  anonymity,
  absences,
  inbox,
  deadlines,
  entry,
  templates,
  exportFeature,
  retention,
  delivery,
  digest,
  bounces,
  webhooks,
  guides,
  territory,
  pages,
  assets,
  health,
  openapi,
];

const merge = <K extends 'services' | 'contentTypes'>(member: K) =>
  Object.assign({}, ...features.map((feature) => feature[member])) as NonNullable<Feature[K]>;

/** Every public route, for the router and for the tests that enumerate it. */
export const publicRoutes = features.flatMap(({ publicRoutes }) => publicRoutes ?? []);
/** Every admin route, likewise. */
export const adminRoutes = features.flatMap(({ adminRoutes }) => adminRoutes ?? []);

/** What is used of Strapi's own service, which its types leave open. */
interface AdminPermissions {
  actionProvider: { registerMany: (actions: object[]) => Promise<void> };
}

async function register({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  makeDurable(strapi);
  registerMigrations(strapi);
  strapi.server.use(createEdge(strapi, publicRoutes));
  for (const feature of features) await feature.register?.(strapi);
}

async function bootstrap({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  warnOfOldStrapi(strapi);
  const knex = getService(strapi, 'knex');
  const vault = getService(strapi, 'vault');
  vault.selfTest();
  await checkDurability(knex);
  const used = [
    ...(await getService(strapi, 'store').keyIds()),
    ...(await endpointKeyIds(knex)),
    ...(await anonymityKeyIds(knex)),
    ...(await operatorKeyIds(knex)),
    ...(await teleprocedureKeyIds(knex)),
    ...(await operatedKeyIds(knex)),
  ];
  const missing = [...new Set(used)].filter((id) => !vault.canOpen(id));
  if (missing.length) {
    throw new Error(
      `Guichet does not start: guichet.config.keys lacks ${missing.join(', ')}, which requests, secrets of webhooks or operators, or reasons of an anonymity were encrypted with.`,
    );
  }
  await persistTables(strapi);
  const { actionProvider } = strapi.service('admin::permission') as AdminPermissions;
  await actionProvider.registerMany(
    features
      .flatMap(({ permissions }) => permissions ?? [])
      .map((action) => ({ section: 'plugins', pluginName: 'guichet', ...action })),
  );
  const queue = await createQueue({ knex, log: strapi.log });
  strapi.add(QUEUE, () => queue);
  for (const feature of features) await feature.bootstrap?.(strapi);
  await queue.start();
}

async function destroy({ strapi }: { strapi: Core.Strapi }): Promise<void> {
  await drain(strapi.server.httpServer);
  // Strapi destroys as well what did not get as far as its queue.
  if (strapi.has(QUEUE)) await getService(strapi, 'queue').stop();
  for (const feature of features) await feature.destroy?.(strapi);
}

export default {
  register,
  bootstrap,
  destroy,
  config: { default: {}, validator: (config: unknown) => void parseConfig(config) },
  contentTypes: merge('contentTypes'),
  services: { ...coreServices, ...merge('services') },
  routes: { admin: { type: 'admin', prefix: ADMIN_PREFIX, routes: adminRoutes } },
};
