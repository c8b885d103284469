import type { Core } from '@strapi/strapi';

const self = "'self'";

// Strapi's usual chain, for its admin panel: the plugin's public addresses are answered before it.
const middlewares: Core.Config.Middlewares = [
  'strapi::logger',
  'strapi::errors',
  {
    name: 'strapi::security',
    config: {
      contentSecurityPolicy: {
        useDefaults: true,
        // Nothing from a third party. Strapi merges these lists into its own by position, which is why 'self' comes
        // again where its own list goes on with `https:` or the marketplace's address.
        directives: {
          'connect-src': [self, self],
          'img-src': [self, 'data:', 'blob:', self],
          'font-src': [self, 'data:'],
          'style-src': [self, "'unsafe-inline'"],
          upgradeInsecureRequests: null,
        },
      },
    },
  },
  // The admin panel is on the same origin: nobody else is let in.
  { name: 'strapi::cors', config: { origin: [] } },
  'strapi::query',
  'strapi::body',
  'strapi::session',
  'strapi::favicon',
  'strapi::public',
];

export default middlewares;
