import { commonFr } from './common.fr.js';
import type { TeleprocedureWords } from './teleprocedure.js';

export const teleprocedureFr: TeleprocedureWords = {
  ...commonFr,
  operator: 'Service assuré par',
  competent: 'Qui décide',
  audience: 'Pour qui',
  delay: 'Délai',
  documents: 'Ce qu’il faut avoir',
  cost: 'Prix',
  otherwise: 'Sans internet',
  ways: {
    counter: 'Au guichet',
    phone: 'Par téléphone',
    post: 'Par courrier',
  },
  contact: 'Une question sur cette démarche\u00a0?',
  isReserved:
    'Par internet, seule cette démarche en ligne compte comme une demande\u00a0: un message ordinaire ne suffit pas.',

  begin: 'Commencer la démarche',
  beginning: 'Ouverture…',
  before: {
    frame: (operator) =>
      `Vous restez sur ce site. Le service est assuré par un autre organisme\u00a0: ${operator}.`,
    'hand-off': (operator) =>
      `Vous allez continuer sur un autre site\u00a0: ${operator}. Vous pourrez revenir ici ensuite.`,
    link: (operator) => `La démarche se fait sur un autre site\u00a0: ${operator}.`,
  },

  notFound: 'Cette démarche n’est pas proposée ici.',
  services: 'Voir les services et les démarches',

  offline:
    'La connexion à internet est coupée. Gardez cette page ouverte et recommencez quand elle sera revenue.',
};
