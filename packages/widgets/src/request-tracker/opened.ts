import { ApiError } from '@guichet/client/api-error';
import { isOffline } from '@guichet/client/offline';

export type Opened = typeof import('./opened.view.js');

/** Loads the view of an opened request. Rejects with an `ApiError`, and can be tried again. */
export async function loadOpened(): Promise<Opened> {
  // Firefox remembers for the life of the page a module that it could not load: better not to try.
  if (isOffline()) throw new ApiError('network');
  return import('./opened.view.js').catch(() => {
    throw new ApiError('network');
  });
}
