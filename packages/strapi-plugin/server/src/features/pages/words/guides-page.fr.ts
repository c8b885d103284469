import { guideFr } from '@guichet/contracts/words/guide.fr';
import type { GuidesPageWords } from './guides-page.js';

export const guidesPageFr: GuidesPageWords = {
  ...guideFr,
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

  missing: {
    title: 'Ce guide n’est pas ici',
    text: 'Il a pu être retiré ou remplacé par un autre, ou l’adresse est incomplète.',
    link: 'Voir tous les guides',
  },
};
