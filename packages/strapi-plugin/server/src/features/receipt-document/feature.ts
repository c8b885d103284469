import type { Feature } from '../../strapi/feature.js';
import { publicRoutes } from './routes.js';
import { createReceiptDocumentService } from './service.js';

export const receiptDocument: Feature = {
  services: { receiptDocument: createReceiptDocumentService },
  publicRoutes,
};
