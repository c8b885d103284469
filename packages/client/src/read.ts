import type { Administration } from '@guichet/contracts/administration';
import { ADMINISTRATION_PATH, fillCode } from '@guichet/contracts/administration-path';
import { ApiError } from './api-error.js';
import type { CallOptions, ClientOptions, Reading } from './port.js';
import { expectMembers, refusal } from './reply.js';

/**
 * Reads what the widgets need to know of an administration. A plain `fetch`: this runs before anybody types, where
 * every byte delays the form.
 */
export async function readAdministration(
  { baseUrl, administration }: ClientOptions,
  { signal }: CallOptions = {},
): Promise<Administration> {
  try {
    const response = await fetch(baseUrl + fillCode(ADMINISTRATION_PATH, administration), {
      // As the loader preloads it, so that the page asks once; another origin's cookies stay at home all the same.
      credentials: 'same-origin',
      signal: signal ?? null,
    });
    const body: unknown = await response.json().catch((error: unknown) => {
      // The body is no JSON; a broken connection or an abort is for the outer catch.
      if (!(error instanceof SyntaxError)) throw error;
    });
    if (!response.ok) throw refusal(response, body);
    return expectMembers<Administration>(body, 'code', 'human', 'origins');
  } catch (error) {
    // `fetch` says every failure of the network by a TypeError.
    throw error instanceof TypeError ? new ApiError('network') : error;
  }
}

/** What every widget begins with. */
export function createReader(options: ClientOptions): Reading {
  return { readAdministration: (...args) => readAdministration(options, ...args) };
}
