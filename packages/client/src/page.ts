import { late } from './late.js';
import type { ClientOptions, Reading, RequestCalls } from './port.js';
import { createReader } from './read.js';

/**
 * The client for a page that sends requests: what is needed before anybody types is here, the rest is loaded by
 * `prepare()` or by the first call that needs it.
 *
 * @example
 * const client = createPageClient({ baseUrl: 'https://hebergement.example', administration: '28148' });
 * form.addEventListener('input', () => client.prepare?.(), { once: true });
 */
export function createPageClient(options: ClientOptions): Reading & RequestCalls {
  const load = late(async () => (await import('./request-calls.js')).createRequestCalls(options));
  return {
    ...createReader(options),
    formToken: async (...args) => (await load()).formToken(...args),
    sendRequest: async (...args) => (await load()).sendRequest(...args),
    prepare: () => void load().catch(() => {}),
  };
}
