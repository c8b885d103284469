import type { Core } from '@strapi/strapi';

export default ({ env }: Core.Config.Shared.ConfigParams): Core.Config.Server => {
  const proxies = env.int('TRUSTED_PROXIES', 0);
  return {
    host: env('HOST', '127.0.0.1'),
    port: env.int('PORT', 1337),
    url: env('PUBLIC_URL', 'http://localhost:1337'),
    app: { keys: env.array('APP_KEYS') ?? [] },
    // Koa reads the leftmost X-Forwarded-For, which anyone can write, unless the number of one's own proxies is said.
    proxy: proxies > 0 ? { koa: true, maxIpsCount: proxies } : { koa: false },
    logger: { updates: { enabled: false }, startup: { enabled: env.bool('STARTUP_BANNER', true) } },
  };
};
