import type { CallLimits } from './call.js';
import type { ClientOptions, GuichetClient } from './port.js';
import { createReader } from './read.js';
import { createRequestCalls } from './request-calls.js';
import { createTrackingCalls } from './tracking-calls.js';

/**
 * The client of one administration.
 *
 * @example
 * const client = createClient({ baseUrl: 'https://hebergement.example', administration: '28148' });
 * const { reference } = await client.sendRequest(body, { idempotencyKey: newIdempotencyKey() });
 */
export function createClient(options: ClientOptions, limits?: CallLimits): GuichetClient {
  return {
    ...createReader(options),
    ...createRequestCalls(options, limits),
    ...createTrackingCalls(options, limits),
  };
}
