import type { Health } from '@guichet/contracts/health';
import { routes } from '@guichet/contracts/routes';
import { type Reply, route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';

type Check = Health['checks'][string];

async function check(look: () => Promise<boolean>): Promise<Check> {
  try {
    return (await look()) ? 'ok' : 'down';
  } catch {
    return 'down';
  }
}

export const health: Feature = {
  publicRoutes: [
    route({
      method: 'GET',
      path: routes.health,
      access: 'anyone',
      limit: 0,
      schema: noQuery,
      rate: 'read',
      async handle({ strapi }): Promise<Reply> {
        const checks = {
          database: await check(async () => Boolean(await getService(strapi, 'knex').raw('select 1'))),
          storage: await check(() => getService(strapi, 'freeSpace').isEnough()),
        };
        const isDown = Object.values(checks).includes('down');
        const body: Health = { status: isDown ? 'down' : 'ok', checks };
        return { status: isDown ? 503 : 200, body };
      },
    }),
  ],
};
