/** All that fetching a file needs: loaded when somebody wants one, and not before. */
export { createDownloads } from '@guichet/client/downloads';
export { save } from './save.js';
