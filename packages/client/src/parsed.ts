import { administration } from '@guichet/contracts/administration';
import { requestCreated } from '@guichet/contracts/request';
import { linkAsked, trackedRequest, trackingOpened, trackingToken } from '@guichet/contracts/tracking';
import { ApiError } from './api-error.js';
import { createClient } from './client.js';
import type { ClientOptions, GuichetClient } from './port.js';

/**
 * The client for use without the widgets (a server, a script): every reply is parsed by its schema, and one that
 * does not fit rejects with `unexpected-reply`. It brings zod, which is why pages use `page.ts`.
 *
 * @example
 * const client = createParsedClient({ baseUrl: 'https://hebergement.example', administration: '28148' });
 * const { human } = await client.readAdministration();
 */
export function createParsedClient(options: ClientOptions): GuichetClient {
  const client = createClient(options);
  return {
    ...client,
    readAdministration: (...args) => parse(administration, client.readAdministration(...args)),
    sendRequest: (...args) => parse(requestCreated, client.sendRequest(...args)),
    openTracking: (...args) => parse(trackingOpened, client.openTracking(...args)),
    askLink: (...args) => parse(linkAsked, client.askLink(...args)),
    readTracked: (...args) => parse(trackedRequest, client.readTracked(...args)),
    sendMessage: (...args) => parse(trackedRequest, client.sendMessage(...args)),
    correct: (...args) => parse(trackedRequest, client.correct(...args)),
    withdraw: (...args) => parse(trackedRequest, client.withdraw(...args)),
    ask: (...args) => parse(trackedRequest, client.ask(...args)),
    renewToken: (...args) => parse(trackingToken, client.renewToken(...args)),
  };
}

/** As much of a zod schema as is used here. */
interface Schema<T> {
  safeParse(reply: unknown): { success: true; data: T } | { success: false };
}

async function parse<T>(schema: Schema<T>, reply: Promise<unknown>): Promise<T> {
  const result = schema.safeParse(await reply);
  if (!result.success) throw new ApiError('unexpected-reply');
  return result.data;
}
