/** All that comes with the first file: loaded when somebody wants to add one, and not before. */
export { createFileCalls } from '@guichet/client/files';
export { openFileField } from './file-field.js';
export { save } from './save.js';
