import { standingFr } from '@guichet/contracts/words/standing.fr';
import type { GuideWords } from './guide.js';

export const guideFr: GuideWords = {
  title: 'Guides des droits et des démarches',
  intro: 'Ce que dit la loi, à qui s’adresser, quels documents préparer\u00a0: les guides que publie l’État.',
  audience: 'Vous cherchez en tant que',
  audiences: {
    individuals: 'Particulier',
    professionals: 'Professionnel',
    associations: 'Association',
  },
  themes: 'Thèmes',
  none: 'Il n’y a pas encore de guide ici. Téléphonez-nous ou écrivez-nous\u00a0: nous vous répondrons.',
  trail: 'Vous êtes ici',
  inFrench: null,

  missing: {
    title: 'Ce guide n’est pas ici',
    text: 'Il a pu être retiré ou remplacé par un autre, ou l’adresse est incomplète.',
    link: 'Voir tous les guides',
  },

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
  day: (date) => standingFr.day(date),
  elsewhere: '(autre site)',
};
