import type { RequestCreated } from '@guichet/contracts/request';
import { IDEMPOTENCY_KEY, pathOf, type Route } from '@guichet/contracts/routes';
import type { LinkAsked, TrackedRequest, TrackingOpened, TrackingToken } from '@guichet/contracts/tracking';
import { call, type CallLimits } from './call.js';
import type { ClientOptions, CreateOptions, GuichetClient } from './port.js';
import { readAdministration } from './read.js';
import { expectMembers } from './reply.js';

/**
 * The client of one administration.
 *
 * @example
 * const client = createClient({ baseUrl: 'https://hebergement.example', administration: '28148' });
 * const { reference } = await client.sendRequest(body, { idempotencyKey: newIdempotencyKey() });
 */
export function createClient(options: ClientOptions, limits?: CallLimits): GuichetClient {
  const at = (route: Route) => options.baseUrl + pathOf(route, options.administration);
  const origin = options.origin && { Origin: options.origin };
  const bearer = (token: string) => ({ ...origin, Authorization: `Bearer ${token}` });
  const key = ({ idempotencyKey }: CreateOptions) => ({ ...origin, [IDEMPOTENCY_KEY]: idempotencyKey });

  /** Adds a fact to the opened request. */
  const add = async (route: Route, json: object, token: string, opts: CreateOptions) => {
    const headers = { ...bearer(token), ...key(opts) };
    const reply = await call(at(route), { ...opts, json, headers }, limits);
    return expectMembers<TrackedRequest>(reply, 'reference', 'timeline');
  };

  return {
    readAdministration: (opts) => readAdministration(options, opts),

    async formToken(opts) {
      const reply = await call(at('formToken'), { ...opts }, limits);
      return expectMembers<{ formToken: string }>(reply, 'formToken').formToken;
    },

    async sendRequest(json, opts) {
      const reply = await call(at('requests'), { ...opts, json, headers: key(opts) }, limits);
      return expectMembers<RequestCreated>(reply, 'reference', 'trackingCode', 'receivedAt', 'receipt');
    },

    async openTracking(json, opts) {
      const reply = await call(at('tracking'), { ...opts, json, headers: { ...origin } }, limits);
      const opened = expectMembers<TrackingOpened>(reply, 'token', 'expiresAt', 'request');
      expectMembers<TrackedRequest>(opened.request, 'reference', 'timeline');
      return opened;
    },

    async askLink(json, opts) {
      const reply = await call(at('trackingLinks'), { ...opts, json, headers: { ...origin } }, limits);
      return expectMembers<LinkAsked>(reply, 'asked');
    },

    async readTracked(token, opts) {
      const reply = await call(at('trackedRequest'), { ...opts, headers: bearer(token) }, limits);
      return expectMembers<TrackedRequest>(reply, 'reference', 'timeline');
    },

    sendMessage: (token, message, opts) => add('trackingMessages', { message }, token, opts),
    withdraw: (token, opts) => add('trackingWithdrawal', {}, token, opts),

    async renewToken(token, opts) {
      const reply = await call(at('trackingToken'), { ...opts, json: {}, headers: bearer(token) }, limits);
      return expectMembers<TrackingToken>(reply, 'token', 'expiresAt');
    },
  };
}
