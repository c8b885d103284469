/** All that comes with the first file: loaded when somebody wants to add one, and not before. */
export { openFileField } from './file-field.js';
