import type { Core } from '@strapi/strapi';

/** The secrets are required: Strapi refuses to start where one is empty. `npm start` draws them for the demo. */
export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Admin => ({
  auth: { secret: env('ADMIN_JWT_SECRET', ''), sessions: { maxSessionLifespan: 12 * 60 * 60 } },
  apiToken: { salt: env('API_TOKEN_SALT', '') },
  transfer: { token: { salt: env('TRANSFER_TOKEN_SALT', '') } },
  secrets: { encryptionKey: env('ENCRYPTION_KEY', '') },
  // Another node than the one that serves residents may carry the admin panel.
  serveAdminPanel: env.bool('SERVE_ADMIN', true),
  autoOpen: false,
  flags: { nps: false, promoteEE: false, docLinks: false },
});
