import { addFiles } from './add-files.js';
import type { FileFieldWords } from './file-field.js';

export const fileFieldEn: FileFieldWords = {
  add: addFiles.en,
  files: 'Files',
  hint: (count, each, kinds) => `Accepted types: ${kinds}. ${count} at most, ${each} each.`,
};
