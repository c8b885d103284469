import type { FileFieldWords } from './file-field.js';

export const fileFieldFr: FileFieldWords = {
  add: 'Ajouter des fichiers',
  files: 'Fichiers',
  hint: (count, each) =>
    `Photos, PDF, documents Word, Excel ou LibreOffice\u00a0: ${count} au plus, de ${each} chacun.`,
  stuck: 'Vos fichiers n’ont pas été ajoutés\u00a0: la connexion semble coupée. Réessayez dans un instant.',
};
