import { ApiError } from './api-error.js';
import { isOffline } from './offline.js';

/** Loads code once, when it is first needed. Rejects with an `ApiError`, and then can be tried again. */
export function late<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    // Firefox remembers for the life of the page a module that it could not load: better not to try.
    if (!loaded && isOffline()) return Promise.reject(new ApiError('network'));
    return (loaded ??= load().catch(() => {
      // Not kept where it failed, so that a next call tries again.
      loaded = undefined;
      throw new ApiError('network');
    }));
  };
}
