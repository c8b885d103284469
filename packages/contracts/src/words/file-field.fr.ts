import { addFiles } from './add-files.js';
import type { FileFieldWords } from './file-field.js';

export const fileFieldFr: FileFieldWords = {
  add: addFiles.fr,
  files: 'Fichiers',
  hint: (count, each, kinds) =>
    `${kinds ? `Acceptés\u00a0: ${kinds}.` : 'Photos, PDF, documents Word, Excel ou LibreOffice\u00a0:'} ${count > 1 ? `${count} au plus, de ${each} chacun` : `un seul, de ${each} au plus`}.`,
};
