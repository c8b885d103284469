import { late } from '@guichet/client/late';

/** All that files need, loaded when somebody wants to add or fetch one. Rejects with an `ApiError`, and can be tried again. */
export const loadFiles = late(() => import('./files.js'));
