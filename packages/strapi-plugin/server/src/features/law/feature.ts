import type { Core } from '@strapi/types';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { createLawService } from './service.js';

/** Hourly, as days begin in twelve zones; once on several nodes; what a stop left behind is caught up at the next slot. */
async function bootstrap(strapi: Core.Strapi): Promise<void> {
  await getService(strapi, 'law').dateOld();
  getService(strapi, 'queue').schedule('keep-deadlines', '7 * * * *', () =>
    getService(strapi, 'law').keepDeadlines(new Date()),
  );
}

export const law: Feature = { services: { law: createLawService }, bootstrap };
