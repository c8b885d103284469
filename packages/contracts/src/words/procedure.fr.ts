import type { ProcedureWords } from './procedure.js';

export const procedureFr: ProcedureWords = {
  closed: (phone) =>
    `Cette démarche n’est pas ouverte en ligne. Téléphonez-nous au ${phone}, ou écrivez-nous par le formulaire ci-dessous.`,
  reserved:
    'Par internet, cette démarche se fait par son service en ligne\u00a0: un message envoyé d’ici ne compterait pas comme une demande.',
  reservedOthers:
    'Avant d’écrire\u00a0: par internet, ces démarches se font par leur service en ligne. Un message envoyé d’ici ne compterait pas comme une demande.',
  receiptTitle: 'Accusé de réception électronique',
};
