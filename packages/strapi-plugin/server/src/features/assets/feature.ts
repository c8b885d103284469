import type { Feature } from '../../strapi/feature.js';
import { publicRoutes } from './routes.js';
import { assetStore, prepareAssets } from './service.js';

export const assets: Feature = { services: { assets: assetStore }, publicRoutes, bootstrap: prepareAssets };
