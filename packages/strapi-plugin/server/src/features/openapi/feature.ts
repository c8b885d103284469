import { openapi as describe } from '@guichet/contracts/openapi';
import { routes } from '@guichet/contracts/routes';
import { route } from '../../edge/route.js';
import { noQuery } from '../../edge/schemas.js';
import type { Feature } from '../../strapi/feature.js';
import { pluginVersion } from '../../strapi/plugin-version.js';

const document = Buffer.from(JSON.stringify(describe(pluginVersion)));

export const openapi: Feature = {
  publicRoutes: [
    route({
      method: 'GET',
      path: routes.openapi,
      access: 'anyone',
      limit: 0,
      schema: noQuery,
      rate: 'read',
      handle: () => ({
        status: 200,
        body: document,
        headers: { 'Content-Type': 'application/json', 'Cache-Control': 'public, max-age=300' },
      }),
    }),
  ],
};
