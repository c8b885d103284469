/** The hosting's own pages: the services without JavaScript, and the terms of use. */
import type { Feature } from '../../strapi/feature.js';
import { publicRoutes } from './routes.js';

export const pages: Feature = { publicRoutes };
