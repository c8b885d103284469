import type { Core } from '@strapi/strapi';
import { seedAdministrations } from './seed-administrations';
import { seedAgents } from './seed-agents';

/** Fills an empty hosting with four communes and those who work for them. Run again, it changes nothing. */
export async function seedDemo(strapi: Core.Strapi): Promise<void> {
  await seedAdministrations(strapi);
  await seedAgents(strapi);
}
