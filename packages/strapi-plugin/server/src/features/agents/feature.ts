import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { permissions } from './permissions.js';
import { createRolesAfterStrapi } from './role.js';
import { adminRoutes } from './routes.js';
import { createAgentService } from './service.js';

let removeHook: (() => void) | undefined;

export const agents: Feature = {
  services: { agents: createAgentService },
  adminRoutes,
  permissions,
  bootstrap(strapi) {
    removeHook = createRolesAfterStrapi(strapi);
    strapi.db.lifecycles.subscribe({
      models: ['admin::user'],
      async afterDelete(event) {
        const { id } = event.result as { id: number };
        await getService(strapi, 'agents').forget([id]);
      },
    });
  },
  destroy: () => removeHook?.(),
};
