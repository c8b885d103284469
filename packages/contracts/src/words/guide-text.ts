/** What is said inside a guide, which is French whatever the language of the page around it. */
import type { Block, GuideService } from '../guide.js';

type Look = Extract<Block, { is: 'box' }>['look'];

export const guideText = {
  contents: 'Sur cette page',
  updating: 'Cette fiche est en cours de mise à jour',
  updatingWhy: 'La loi ou les règles ont changé\u00a0: tout n’est peut-être pas encore à jour ici.',
  warnedOn: 'Publié le',
  boxes: { note: 'À noter', know: 'À savoir', warning: 'Attention', reminder: 'Rappel' } satisfies Record<
    Look,
    string
  >,
  /** Above cases of which only one is the reader's. */
  choose: 'Choisissez votre cas\u00a0:',
  table: 'Tableau',
  picture: 'Illustration\u00a0:',
  pictureAtSource: 'Une illustration est à voir sur le site de la source',

  services: 'Services en ligne et formulaires',
  types: {
    online: 'Démarche en ligne',
    form: 'Formulaire',
    template: 'Modèle de document',
    simulator: 'Simulateur',
    search: 'Outil de recherche',
  } satisfies Record<GuideService['type'], string>,
  actions: {
    online: 'Faire la démarche en ligne',
    form: 'Ouvrir le formulaire',
    template: 'Ouvrir le modèle',
    simulator: 'Ouvrir le simulateur',
    search: 'Ouvrir l’outil de recherche',
  } satisfies Record<GuideService['type'], string>,
  annexes: 'À joindre ou à consulter\u00a0:',
  inGuides: 'Dans ces guides',

  contacts: 'Où s’adresser\u00a0?',
  find: 'Trouver',
  site: 'Voir le site',
  findOther: 'En trouver un autre',
  otherTownHall: 'Trouver une autre mairie',
  phone: 'Téléphone\u00a0:',
  hours: 'Horaires d’ouverture',
  write: 'Écrire à la mairie',

  definitions: 'Définitions',
  /** Button: the explanation of a term, which stands under its line. */
  close: 'Fermer l’explication',
  abbreviations: 'Sigles',
  back: 'Revenir au texte',
  questions: 'Questions fréquentes',
  howTo: 'Comment faire si…',
  seeAlso: 'Voir aussi',
  learnMore: 'Pour en savoir plus',
  references: 'Textes de référence',
  /** A guide that is nowhere to be read here, and whose title is not known. */
  guide: (id: string) => `la fiche ${id}`,
  elsewhere: '(autre site)',
};
