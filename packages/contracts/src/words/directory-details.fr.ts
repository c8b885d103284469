import type { DirectoryDetailsWords } from './directory-details.js';

export const directoryDetailsFr: DirectoryDetailsWords = {
  contact: 'Coordonnées',
  address: 'Adresse',
  phones: 'Téléphone',
  email: 'Adresse électronique',
  contactForm: 'Formulaire de contact',
  website: 'Site internet',
  hours: 'Horaires',
  noHours: 'Les horaires ne sont pas connus\u00a0: mieux vaut téléphoner avant de vous déplacer.',
  accessibility: 'Accessibilité',
  map: 'Voir sur la carte (OpenStreetMap)',
  write: 'Écrire à ce service',
  startHere: 'Démarches',

  audience: 'Pour qui',
  documents: 'Ce qu’il faut avoir',
  cost: 'Prix',
  delay: 'Délai',
  howTo: 'Comment faire',
  ways: {
    online: 'En ligne',
    counter: 'Au guichet',
    phone: 'Par téléphone',
    post: 'Par courrier',
  },
  organisation: 'Qui s’en occupe',
  start: 'Commencer la démarche',
  guide: 'Lire la fiche pratique sur ce sujet',

  source: (updated) => ({
    before: 'Source\u00a0: ',
    after: `${updated && `, mise à jour le ${updated}`} (Licence Ouverte 2.0)`,
  }),

  print: 'Imprimer',
  share: 'Partager',
  copied: 'L’adresse est copiée\u00a0: vous pouvez la coller dans un message.',
  copyThis: 'Adresse à copier',
};
