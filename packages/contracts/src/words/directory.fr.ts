import { commonFr } from './common.fr.js';
import type { DirectoryWords } from './directory.js';

const many = (count: number, one: string, several: string) => `${count}\u00a0${count > 1 ? several : one}`;

export const directoryFr: DirectoryWords = {
  ...commonFr,
  title: 'Services et démarches',
  intro: 'Trouvez qui peut vous aider, où et quand.',

  search: 'Que cherchez-vous\u00a0?',
  searchHint: 'Un mot suffit. Par exemple\u00a0: poubelle, passeport, cantine.',
  find: 'Rechercher',
  clear: 'Effacer la recherche',
  searching: 'Recherche…',
  results: (count) => many(count, 'résultat', 'résultats'),
  noResult: (text) => `Aucun résultat pour «\u00a0${text}\u00a0».`,
  noResultHelp:
    'Essayez un autre mot. Vous pouvez aussi nous demander à qui vous adresser, par écrit ou par téléphone.',
  write: 'Nous écrire',
  kinds: { procedure: 'Démarche', guide: 'Fiche pratique' },
  searchStuck:
    'La recherche n’a pas pu se charger\u00a0: la connexion semble coupée. Les services restent affichés plus bas.',

  organisations: 'Services',
  procedures: 'Démarches',
  guides: 'Fiches pratiques',
  themes: 'Par thème',
  lifeEvents: 'Comment faire si…',

  filters: 'Choisir ce qui est affiché',
  level: 'Qui s’en occupe',
  levels: {
    commune: 'Mairie',
    intercommunality: 'Intercommunalité',
    department: 'Département',
    region: 'Région',
    state: 'État',
    association: 'Association',
  },
  conditions: 'Seulement',
  openNow: 'Ouvert maintenant',
  online: 'En ligne',
  show: 'Afficher',
  reset: 'Tout afficher',
  listed: (organisations, procedures) =>
    [
      organisations && many(organisations, 'service', 'services'),
      procedures && many(procedures, 'démarche', 'démarches'),
    ]
      .filter(Boolean)
      .join(' et '),
  nothingListed: 'Rien ne correspond à ces choix.',
  more: (left) => `Afficher la suite (encore ${left})`,

  back: 'Tous les services et démarches',
  backToResults: 'Retour aux résultats',
  loading: 'Chargement…',
  notLoaded: 'Cette page n’a pas pu se charger\u00a0: la connexion semble coupée.',
  retry: 'Réessayer',
  notFound: 'Cette page n’existe pas, ou n’existe plus.',
};
