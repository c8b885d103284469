import type { Problem } from '@guichet/contracts/problem';
import { ApiError } from './api-error.js';

/** What a gateway in front of the hosting means when it answers in our server's place, without our envelope. */
const gatewayCodes: Record<number, ApiError['code'] | undefined> = {
  429: 'rate-limited',
  502: 'unavailable',
  503: 'unavailable',
  504: 'unavailable',
};

/** @param body the parsed body of a refusal, anything where it is not ours */
export function refusal(response: Response, body: unknown): ApiError {
  const problem = body as Partial<Problem> | null | undefined;
  const code = typeof problem?.code === 'string' ? problem.code : gatewayCodes[response.status];
  return new ApiError(
    code ?? 'unexpected-reply',
    Array.isArray(problem?.errors) ? problem.errors : [],
    secondsUntilRetry(response),
  );
}

/** RFC 9110, 10.2.3: `Retry-After` is a number of seconds or a date. */
export function secondsUntilRetry(response: Response): number | null {
  const header = response.headers.get('Retry-After');
  if (!header) return null;
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return seconds >= 0 ? Math.ceil(seconds) : null;
}

/**
 * The least a reply must be before a page builds on it: an object that has these members. The schemas say the rest
 * (`parsed.ts`); they are too heavy for a page.
 */
export function expectMembers<T>(body: unknown, ...members: (keyof T & string)[]): T {
  const reply = body as T | null | undefined;
  if (typeof reply !== 'object' || !reply || members.some((member) => reply[member] === undefined)) {
    throw new ApiError('unexpected-reply');
  }
  return reply;
}
