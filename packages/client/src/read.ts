import type { Administration } from '@guichet/contracts/administration';
import { ADMINISTRATION_PATH, fillCode } from '@guichet/contracts/administration-path';
import { ApiError } from './api-error.js';
import type { CallOptions, ClientOptions, Reading } from './port.js';
import { expectMembers, refusal } from './reply.js';

/**
 * Reads what is public of an administration. A plain `fetch`: this runs before anybody types, where every byte delays
 * the form.
 *
 * @param path with `:code` in it
 * @param members the least that the reply must have
 */
export async function read<T>(
  { baseUrl, administration }: ClientOptions,
  path: string,
  options?: CallOptions,
  ...members: (keyof T & string)[]
): Promise<T> {
  try {
    // With the credentials that `fetch` has by itself, as the loader preloads it: so the page asks once.
    const response = await fetch(baseUrl + fillCode(path, administration), options as RequestInit);
    const body: unknown = await response.json().catch((error: unknown) => {
      // The body is no JSON; a broken connection or an abort is for the outer catch.
      if (!(error instanceof SyntaxError)) throw error;
    });
    if (!response.ok) throw refusal(response, body);
    return expectMembers<T>(body, ...members);
  } catch (error) {
    // `fetch` says every failure of the network by a TypeError.
    throw error instanceof TypeError ? new ApiError('network') : error;
  }
}

/** What every widget begins with. */
export function createReader(options: ClientOptions): Reading {
  return {
    readAdministration: (opts) =>
      read<Administration>(options, ADMINISTRATION_PATH, opts, 'code', 'human', 'origins'),
  };
}
