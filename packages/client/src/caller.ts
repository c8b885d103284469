import { fillCode } from '@guichet/contracts/administration-path';
import { IDEMPOTENCY_KEY } from '@guichet/contracts/request-routes';
import { call, type CallLimits } from './call.js';
import type { CallOptions, ClientOptions } from './port.js';

interface Asked extends CallOptions {
  /** Makes it a POST. */
  json?: unknown;
  /** The bearer. */
  token?: string;
  idempotencyKey?: string;
}

/** Calls what is at a path (`:code` is filled in) of one administration. */
export function createCaller({ baseUrl, administration, origin }: ClientOptions, limits?: CallLimits) {
  return (path: string, { json, token, idempotencyKey, signal }: Asked = {}): Promise<unknown> => {
    const headers = {
      ...(origin && { Origin: origin }),
      ...(token && { Authorization: `Bearer ${token}` }),
      ...(idempotencyKey && { [IDEMPOTENCY_KEY]: idempotencyKey }),
    };
    return call(baseUrl + fillCode(path, administration), { json, headers, signal }, limits);
  };
}
