import { late } from '@guichet/client/late';

/** All that adding files needs, loaded when somebody wants to. Rejects with an `ApiError`, and can be tried again. */
export const loadFiles = late(() => import('./files.js'));
