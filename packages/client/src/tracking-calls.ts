import { routes } from '@guichet/contracts/routes';
import type { LinkAsked, TrackedRequest, TrackingOpened, TrackingToken } from '@guichet/contracts/tracking';
import type { CallLimits } from './call.js';
import { createCaller } from './caller.js';
import type { ClientOptions, CreateOptions, TrackingCalls } from './port.js';
import { expectMembers } from './reply.js';

const expectRequest = (reply: unknown) => expectMembers<TrackedRequest>(reply, 'reference', 'timeline');

/** What follows a request. */
export function createTrackingCalls(options: ClientOptions, limits?: CallLimits): TrackingCalls {
  const ask = createCaller(options, limits);

  /** Adds a fact to the opened request. */
  const add = async (path: string, json: object, token: string, opts: CreateOptions) =>
    expectRequest(await ask(path, { ...opts, json, token }));

  return {
    async openTracking(json, opts) {
      const reply = await ask(routes.tracking, { ...opts, json });
      const opened = expectMembers<TrackingOpened>(reply, 'token', 'expiresAt', 'request');
      expectRequest(opened.request);
      return opened;
    },

    async askLink(json, opts) {
      return expectMembers<LinkAsked>(await ask(routes.trackingLinks, { ...opts, json }), 'asked');
    },

    readTracked: async (token, opts) => expectRequest(await ask(routes.trackedRequest, { ...opts, token })),

    sendMessage: (token, message, opts) => add(routes.trackingMessages, message, token, opts),
    correct: (token, correction, opts) => add(routes.trackingCorrection, correction, token, opts),
    withdraw: (token, opts) => add(routes.trackingWithdrawal, {}, token, opts),
    ask: (token, what, opts) =>
      add(what === 'reasons' ? routes.trackingReasons : routes.trackingAttestation, {}, token, opts),

    async renewToken(token, opts) {
      const reply = await ask(routes.trackingToken, { ...opts, json: {}, token });
      return expectMembers<TrackingToken>(reply, 'token', 'expiresAt');
    },
  };
}
