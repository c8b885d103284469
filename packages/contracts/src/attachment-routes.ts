/** Where files go and come from: apart from the other routes (`routes.ts`), as the page that sends one loads no others. */
import { ADMINISTRATION_PATH } from './administration-path.js';

export const attachmentRoutes = {
  attachments: `${ADMINISTRATION_PATH}/attachments`,
  trackingAttachments: `${ADMINISTRATION_PATH}/tracking/attachments`,
  /** `:id` is a kind of document (`tracking.ts`). */
  trackingDocument: `${ADMINISTRATION_PATH}/tracking/documents/:id`,
  trackingAttachment: `${ADMINISTRATION_PATH}/tracking/attachments/:id`,
} as const;
