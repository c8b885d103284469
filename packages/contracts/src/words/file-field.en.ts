import type { FileFieldWords } from './file-field.js';

export const fileFieldEn: FileFieldWords = {
  add: 'Add files',
  files: 'Files',
  hint: (count, each) => `Photos, PDF, Word, Excel or LibreOffice documents: ${count} at most, ${each} each.`,
  stuck: 'Your files were not added: the connection seems to be down. Try again in a moment.',
};
