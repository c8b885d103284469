import type { Core } from '@strapi/strapi';
import { seedAdministrations } from './seed-administrations';
import { seedAgents } from './seed-agents';
import { seedRequests } from './seed-requests';

/** Fills an empty hosting with four communes, those who work for them, and a few requests. Run again, it changes nothing. */
export async function seedDemo(strapi: Core.Strapi): Promise<void> {
  await seedAdministrations(strapi);
  await seedAgents(strapi);
  await seedRequests(strapi);
}
