import type { RequestCreated } from '@guichet/contracts/request';
import { requestRoutes } from '@guichet/contracts/request-routes';
import type { CallLimits } from './call.js';
import { createCaller } from './caller.js';
import type { ClientOptions, RequestCalls } from './port.js';
import { expectMembers } from './reply.js';

/** What sends a request. */
export function createRequestCalls(options: ClientOptions, limits?: CallLimits): RequestCalls {
  const ask = createCaller(options, limits);
  return {
    async formToken(opts) {
      const reply = await ask(requestRoutes.formToken, opts);
      return expectMembers<{ formToken: string }>(reply, 'formToken').formToken;
    },

    async sendRequest(json, opts) {
      const reply = await ask(requestRoutes.requests, { ...opts, json });
      return expectMembers<RequestCreated>(reply, 'reference', 'trackingCode', 'receivedAt', 'receipt');
    },
  };
}
