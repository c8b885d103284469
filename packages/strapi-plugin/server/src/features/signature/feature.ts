import type { Core } from '@strapi/types';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { publicRoutes } from './routes.js';
import { createSignatureService } from './service.js';

const HOUR_MS = 3_600_000;

const watches = new WeakMap<Core.Strapi, NodeJS.Timeout>();

/**
 * Every node looks every hour, rather than one by a schedule of the queue: each has to learn of the new key to sign
 * with it, and whichever comes first makes it.
 */
async function bootstrap(strapi: Core.Strapi): Promise<void> {
  const signature = getService(strapi, 'signature');
  await signature.renew(new Date());
  const look = () =>
    signature.renew(new Date()).catch((error: unknown) => {
      // The next hour comes; until then the old key signs.
      strapi.log.error(`guichet: the keys of receipts could not be read: ${(error as Error).name}`);
    });
  watches.set(strapi, setInterval(() => void look(), HOUR_MS).unref());
}

function destroy(strapi: Core.Strapi): void {
  clearInterval(watches.get(strapi));
}

export const signature: Feature = {
  services: { signature: createSignatureService },
  publicRoutes,
  bootstrap,
  destroy,
};
