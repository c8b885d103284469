import { ApiError } from './api-error.js';
import { isOffline } from './offline.js';
import type { ClientOptions, GuichetClient } from './port.js';
import { readAdministration } from './read.js';

/**
 * The client for a page: what is needed before anybody types is here, the rest is loaded by `prepare()` or by the
 * first call that needs it.
 *
 * @example
 * const client = createPageClient({ baseUrl: 'https://hebergement.example', administration: '28148' });
 * form.addEventListener('input', () => client.prepare?.(), { once: true });
 */
export function createPageClient(options: ClientOptions): GuichetClient {
  let loaded: Promise<GuichetClient> | undefined;
  const load = () => {
    // Firefox remembers for the life of the page a module that it could not load: better not to try.
    if (!loaded && isOffline()) return Promise.reject(new ApiError('network'));
    // Not kept where it failed, so that a next call tries again.
    return (loaded ??= import('./client.js').then(
      ({ createClient }) => createClient(options),
      () => {
        loaded = undefined;
        throw new ApiError('network');
      },
    ));
  };
  return {
    readAdministration: (...args) => readAdministration(options, ...args),
    formToken: async (...args) => (await load()).formToken(...args),
    sendRequest: async (...args) => (await load()).sendRequest(...args),
    openTracking: async (...args) => (await load()).openTracking(...args),
    askLink: async (...args) => (await load()).askLink(...args),
    readTracked: async (...args) => (await load()).readTracked(...args),
    sendMessage: async (...args) => (await load()).sendMessage(...args),
    withdraw: async (...args) => (await load()).withdraw(...args),
    renewToken: async (...args) => (await load()).renewToken(...args),
    prepare: () => void load().catch(() => {}),
  };
}
