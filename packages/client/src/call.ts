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

const ATTEMPTS = 4;
/** What may be over a moment later; 409 only while the same request is being dealt with. */
const passing = [408, 409, 429, 502, 503, 504];

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
 * By `fetch` alone: a library for the same is more than half of what a page loads once somebody types.
 *
 * @returns the parsed JSON of the reply
 */
export async function call(
  url: string,
  { json, headers = {}, signal }: Call,
  { timeout, totalTimeout, maxRetryAfter } = defaults,
): Promise<unknown> {
  const init: RequestInit = {
    headers: {
      Accept: 'application/json',
      ...(json !== undefined && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    credentials: 'omit',
    ...(json !== undefined && { method: 'POST', body: JSON.stringify(json) }),
  };
  // Ends on the caller's wish, and after the time for the whole call.
  const end = new AbortController();
  const timer = setTimeout(() => end.abort(new ApiError('timeout')), totalTimeout);
  const obey = () => end.abort(signal?.reason);
  if (signal?.aborted) obey();
  signal?.addEventListener('abort', obey);
  try {
    for (let count = 1; ; count++) {
      const tried = await attempt(url, init, timeout, end.signal);
      if (!tried.error) return tried.body;
      const { error, mayPass } = tried;
      const asked = error.retryAfter === null ? null : error.retryAfter * 1000;
      if (!mayPass || count === ATTEMPTS || (asked ?? 0) > maxRetryAfter) throw error;
      // Not all at the same moment, when a hosting comes back.
      await pause(asked ?? Math.random() * 300 * 2 ** count, end.signal);
    }
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', obey);
  }
}

type Tried = { body: unknown; error?: never } | { error: ApiError; mayPass: boolean };

/** @throws the reason of `end` */
async function attempt(url: string, init: RequestInit, timeout: number, end: AbortSignal): Promise<Tried> {
  // Joined by hand: Safari before 17.4 has no `AbortSignal.any`.
  const abort = new AbortController();
  const stop = () => abort.abort();
  const timer = setTimeout(stop, timeout);
  end.addEventListener('abort', stop);
  try {
    if (end.aborted) stop();
    const response = await fetch(url, { ...init, signal: abort.signal });
    // The body too, so that a connection which breaks within it, or stalls, is an attempt that failed.
    const body = parsed(await response.text());
    if (response.ok) return body === undefined ? failed(new ApiError('unexpected-reply'), false) : { body };
    const error = refusal(response, body);
    const { status } = response;
    return failed(
      error,
      passing.includes(status) && (status !== 409 || error.code === 'request-in-progress'),
    );
  } catch {
    if (end.aborted) throw end.reason;
    if (abort.signal.aborted) return failed(new ApiError('timeout'), true);
    // What is no answer and no time-out is the network. Where the browser knows that it is offline, the caller is told
    // at once, and waits for the connection better than we could.
    return failed(new ApiError('network'), !isOffline());
  } finally {
    clearTimeout(timer);
    end.removeEventListener('abort', stop);
  }
}

const failed = (error: ApiError, mayPass: boolean): Tried => ({ error, mayPass });

/** @returns undefined where it is no JSON */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** @throws the reason of `end`, once it is aborted */
function pause(milliseconds: number, end: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    end.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(end.reason as Error);
    });
  });
}
