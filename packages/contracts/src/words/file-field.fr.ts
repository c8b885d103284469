import { addFiles } from './add-files.js';
import type { FileFieldWords } from './file-field.js';

export const fileFieldFr: FileFieldWords = {
  add: addFiles.fr,
  files: 'Fichiers',
  hint: (count, each, kinds) => `Types acceptés\u00a0: ${kinds}. ${count} au plus, de ${each} chacun.`,
};
