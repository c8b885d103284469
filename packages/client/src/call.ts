import ky, { isHTTPError, isTimeoutError } from 'ky';
import { ApiError } from './api-error.js';
import { isOffline } from './offline.js';
import { refusal } from './reply.js';

/** Milliseconds. */
export interface CallLimits {
  /** For one attempt, its body included. */
  timeout: number;
  /** For the whole call: every attempt and the waiting between them. */
  totalTimeout: number;
  /** The longest `Retry-After` that is waited for; a longer one is told to the caller. */
  maxRetryAfter: number;
}

// A village on 2G (50 kbit/s) carries the largest request, 64 KB, in eleven seconds.
const defaults: CallLimits = { timeout: 20_000, totalTimeout: 60_000, maxRetryAfter: 10_000 };

export interface Call {
  /** Makes the call a POST. */
  json?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/**
 * One call, tried up to four times. A POST may be sent again without harm: a creating one carries its
 * `Idempotency-Key`, the others create nothing.
 *
 * By ky, which the project's owner chose: it stays, and its weight with it.
 *
 * @returns the parsed JSON of the reply
 */
export async function call(
  url: string,
  { json, headers = {}, signal }: Call,
  limits = defaults,
): Promise<unknown> {
  // Ends on the caller's wish, and after the time for the whole call.
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new ApiError('timeout')), limits.totalTimeout);
  const obey = () => end.abort(signal?.reason);
  if (signal?.aborted) obey();
  signal?.addEventListener('abort', obey);
  try {
    const response = await ky(url, {
      method: json === undefined ? 'get' : 'post',
      ...(json !== undefined && { json }),
      headers: { Accept: 'application/json', ...headers },
      credentials: 'omit',
      // Safari before 17.4 cannot join two signals, which ky needs: there neither is heard, the call works.
      ...('any' in AbortSignal && { signal: end.signal }),
      timeout: limits.timeout,
      fetch: fetchWhole,
      retry: {
        limit: 3,
        methods: ['get', 'post'],
        statusCodes: [408, 409, 429, 502, 503, 504],
        afterStatusCodes: [409, 429, 503],
        retryOnTimeout: true,
        jitter: true,
        delay: (attempt) => 300 * 2 ** attempt,
        shouldRetry: async ({ error }) => {
          if (end.signal.aborted) return false;
          // What is no answer and no time-out is the network. Where the browser knows that it is offline, the caller
          // is told at once, and waits for the connection better than we could.
          if (!isHTTPError(error)) return isTimeoutError(error) || !isOffline();
          const { code, retryAfter } = await refusalIn(error.response);
          if (error.response.status === 409 && code !== 'request-in-progress') return false;
          return (retryAfter ?? 0) * 1000 > limits.maxRetryAfter ? false : undefined;
        },
      },
    });
    return await response.json();
  } catch (error) {
    if (end.signal.aborted) throw end.signal.reason;
    if (isHTTPError(error)) throw await refusalIn(error.response);
    if (isTimeoutError(error)) throw new ApiError('timeout');
    throw new ApiError((error as Error).name === 'SyntaxError' ? 'unexpected-reply' : 'network');
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', obey);
  }
}

async function refusalIn(response: Response): Promise<ApiError> {
  return refusal(
    response,
    await response
      .clone()
      .json()
      .catch(() => undefined),
  );
}

/** Reads the body too, so that a connection which breaks within it, or stalls, is an attempt that failed. */
async function fetchWhole(...parameters: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...parameters);
  const body = await response.text();
  return new Response(body || null, response);
}
