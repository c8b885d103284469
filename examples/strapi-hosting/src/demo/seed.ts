import type { Core } from '@strapi/strapi';
import { seedAdministrations } from './seed-administrations';
import { seedAgents } from './seed-agents';
import { seedDirectory } from './seed-directory';
import { seedRequests } from './seed-requests';
import { seedTeleprocedures } from './seed-teleprocedures';

/**
 * Fills an empty hosting with four communes, their directories, those who work for them, a few requests, and what another
 * operates for them. Run again, it changes nothing.
 */
export async function seedDemo(strapi: Core.Strapi): Promise<void> {
  await seedAdministrations(strapi);
  await seedDirectory(strapi);
  await seedAgents(strapi);
  await seedRequests(strapi);
  await seedTeleprocedures(strapi);
  // What the first to read a directory would wait for.
  await strapi.plugin('guichet').service('territory').ready();
  // A hosting waits for the next slot of its schedule; whoever tries the demo would not.
  const { signal } = new AbortController();
  for (const source of ['guides', 'territory'])
    void strapi
      .plugin('guichet')
      .service(source)
      .refresh(new Date(), signal)
      .catch((error: Error) => strapi.log.warn(`${source}: ${error.message}`));
}
