import { frenchDay } from './day.js';
import { guideText } from './guide-text.js';
import type { GuideWords } from './guide.js';

export const guideFr: GuideWords = {
  trail: 'Vous êtes ici',
  inFrench: null,
  source: {
    title: 'Source de ce guide',
    untouched: 'Ce guide est publié par l’État\u00a0; il est repris ici sans que son texte soit changé.',
    from: 'Source\u00a0:',
    author: 'Auteur\u00a0:',
    verified: 'Vérifié le',
    file: 'Fichier\u00a0:',
    fetched: 'Récupéré le',
    licence: 'Licence\u00a0:',
  },
  day: frenchDay,
  elsewhere: guideText.elsewhere,
};
