import { addFiles } from './add-files.js';
import type { FileFieldWords } from './file-field.js';

export const fileFieldEn: FileFieldWords = {
  add: addFiles.en,
  files: 'Files',
  hint: (count, each, kinds) =>
    `${kinds ? `Accepted: ${kinds}.` : 'Photos, PDF, Word, Excel or LibreOffice documents:'} ${count > 1 ? `${count} at most, ${each} each` : `one, ${each} at most`}.`,
};
