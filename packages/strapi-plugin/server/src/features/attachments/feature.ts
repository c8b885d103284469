import type { Core } from '@strapi/types';
import type { Feature } from '../../strapi/feature.js';
import { getService } from '../../strapi/services.js';
import { adminRoutes, publicRoutes } from './routes.js';
import { createAttachmentsService } from './service.js';

function bootstrap(strapi: Core.Strapi): void {
  const queue = getService(strapi, 'queue');
  const attachments = getService(strapi, 'attachments');
  queue.schedule('sweep-attachments', '37 * * * *', () => attachments.sweep(new Date()));
  queue.schedule('read-attachments', '*/5 * * * *', (signal) => attachments.readWaiting(signal));
}

export const attachments: Feature = {
  services: { attachments: createAttachmentsService },
  publicRoutes,
  adminRoutes,
  bootstrap,
};
