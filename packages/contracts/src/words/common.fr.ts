import type { CommonWords } from './common.js';

export const commonFr: CommonWords = {
  phone: 'Téléphone :',
  optional: 'facultatif',
  errors: (count) => (count > 1 ? `${count} points sont à corriger` : 'Un point est à corriger'),
  unusable: 'Ce service ne peut pas s’afficher sur cette page.',
  otherPage: 'Ouvrir le service sur une autre page',
};
