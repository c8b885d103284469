import type { Feature } from '../../strapi/feature.js';
import { createWebhooks } from './service.js';

export const webhooks: Feature = {
  services: { webhooks: createWebhooks },
};
