/** `fetch` for connectors, whose addresses somebody has typed: it never reaches a private network, nor follows a redirect. */
import { type Reach, refusalOf } from './addresses.js';
import { call, CallFailure, type CallOptions } from './call.js';

/** What connectors ask for is a few lines of JSON. */
const MOST_BYTES = 1024 * 1024;

export type FetchReach = Reach & Pick<CallOptions, 'resolve'>;

/** As the platform's: a URL, a method, headers, a text, a signal; the reply is read whole before it is answered. */
export type Fetch = (
  url: URL,
  init?: { method?: 'GET' | 'POST'; headers?: Record<string, string>; body?: string; signal?: AbortSignal },
) => Promise<Response>;

/** Statuses of replies that have no body. */
const isEmpty = (status: number) => status === 204 || status === 205 || status === 304;

/** @throws what `call` throws */
export function createFetch(reach: FetchReach): Fetch {
  return async (
    url,
    { method = 'GET', headers = {}, body = '', signal = new AbortController().signal } = {},
  ) => {
    if (refusalOf(url, reach)) throw new CallFailure('private-address');
    const answer = await call(url, { method, headers, body }, { ...reach, signal, most: MOST_BYTES });
    const told = Object.entries(answer.headers).map(([name, value]): [string, string] => [
      name,
      String(value),
    ]);
    // Nobody switches protocols here, and a `Response` cannot be told of it.
    const status = answer.status < 200 ? 502 : answer.status;
    return new Response(isEmpty(status) ? null : new Uint8Array(answer.body), { status, headers: told });
  };
}
