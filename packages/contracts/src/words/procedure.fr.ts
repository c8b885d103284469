import type { ProcedureWords } from './procedure.js';

export const procedureFr: ProcedureWords = {
  closed: (phone) =>
    `Cette démarche n’est pas ouverte en ligne. Téléphonez-nous au ${phone}, ou écrivez-nous par le formulaire ci-dessous.`,
  receiptTitle: 'Accusé de réception électronique',
};
