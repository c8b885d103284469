import { frenchDay } from './day.js';
import type { TeleprocedureCourseWords } from './teleprocedure-course.js';

export const teleprocedureCourseFr: TeleprocedureCourseWords = {
  withdrawn: (date) => `Cette démarche n’est plus proposée en ligne depuis le ${frenchDay(date)}.`,
  instead: 'À la place\u00a0:',

  handedOver: (operator) =>
    `Ces informations que vous avez déjà écrites seront transmises à l’organisme qui assure le service (${operator}). Décochez celles que vous préférez ne pas transmettre.`,
  data: {
    familyName: 'Nom de famille',
    givenName: 'Prénom',
    email: 'Adresse électronique',
    phone: 'Téléphone',
    addressLines: 'Adresse postale',
  },

  refused: {
    offline:
      'La connexion à internet est coupée. Gardez cette page ouverte et recommencez quand elle sera revenue.',
    unavailable: 'Le service ne répond pas pour le moment. Réessayez dans quelques minutes.',
    throttled: (minutes) =>
      `Trop d’essais viennent d’être faits depuis votre réseau. Réessayez dans ${minutes > 1 ? `${minutes}\u00a0minutes` : 'une minute'}.`,
    closed: 'Cette démarche vient d’être fermée en ligne. Téléphonez-nous pour savoir comment faire.',
    refused: 'Cette démarche ne peut pas commencer sur cette page. Ouvrez-la sur une autre page\u00a0:',
  },
  back: 'La connexion est revenue\u00a0: vous pouvez continuer.',

  frame: (title, operator) => `${title} (${operator})`,
  opening: 'Le service s’ouvre…',
  confirmation: 'La page du service',
  step: (index, count, title) => `Étape ${index} sur ${count}\u00a0: ${title}`,
  quit: 'Quitter la démarche',
  quitQuestion:
    'Quitter la démarche\u00a0? Ce que vous avez écrit depuis le dernier enregistrement sera perdu.',
  fullScreen: 'Plein écran',
  endFullScreen: 'Quitter le plein écran',
  newTab: 'Ouvrir dans un nouvel onglet',
  newTabQuestion:
    'Continuer dans un nouvel onglet\u00a0? Ce que vous avez écrit depuis le dernier enregistrement sera perdu.',
  print: 'Imprimer',
  sessionEnds: (time) =>
    `Continuez la démarche ou enregistrez-la avant ${time}\u00a0: sans action de votre part, ce que vous avez écrit sera perdu.`,
  sessionEnded:
    'Le temps est écoulé\u00a0: la démarche s’est fermée pour protéger vos données. Vous pouvez la recommencer, ou nous téléphoner.',
  again: 'Recommencer',
  silent:
    'La démarche continue sur une autre page, affichée ci-dessous. Si cette page est vide ou ne fonctionne pas, ouvrez la démarche dans un nouvel onglet, ou téléphonez-nous.',
  offline:
    'La connexion à internet est coupée. Gardez cette page ouverte\u00a0: vous pourrez continuer quand elle sera revenue.',

  leaving: {
    title: (operator) => `Continuez sur un autre site\u00a0: ${operator}`,
    intro: 'La page s’ouvre à la place de celle-ci. Vous pourrez revenir ici ensuite.',
    fellBack:
      'Ce service s’affiche sur sa propre page. Elle s’ouvre à la place de celle-ci\u00a0; vous pourrez revenir ici ensuite.',
    tracked: 'Avant de continuer, notez votre référence et votre code de suivi.',
    go: 'Aller sur cet autre site',
  },

  elsewhere: {
    title: 'La démarche est ouverte dans un autre onglet',
    intro: (operator) =>
      `Terminez-la sur l’autre site (${operator}), puis revenez ici pour voir où en est votre demande.`,
    ask: 'Voir où en est ma demande',
  },

  reference: 'Référence',
  trackingCode: 'Code de suivi',
  trackingCodeHint:
    'Gardez le code de suivi\u00a0: il ne sera plus affiché. Avec la référence, il permet de suivre votre demande.',
  operatorReference: (operator) => `Référence donnée par l’autre service (${operator})`,
  copy: 'Copier',
  copied: 'Copié.',

  mail: 'Recevoir la référence et un lien de suivi par courriel',

  sentTitle: 'Votre demande est envoyée',
  isConfirmed: (operator) => `Le service qui la reçoit nous l’a confirmé\u00a0: ${operator}.`,
  isSaid:
    'Le service indique qu’elle est envoyée. Nous attendons encore sa confirmation\u00a0: d’ici là, gardez aussi la référence qu’il vous a donnée.',
  nextTitle: 'Et ensuite',
  next: (competent) =>
    `Qui s’occupe de votre demande\u00a0: ${competent}. C’est de là que viendront l’accusé de réception, puis la réponse.`,
  track: 'Suivre ma demande',

  asking: 'Nous demandons votre code de suivi…',
  notRegistered:
    'Votre demande n’est pas perdue, mais nous n’avons pas encore pu obtenir votre code de suivi. Gardez cette page ouverte\u00a0: nous réessayons dès que possible.',
  retry: 'Réessayer maintenant',

  awaitedTitle: 'Nous n’avons pas encore de nouvelles de votre demande',
  awaited:
    'Si vous l’avez terminée sur l’autre site, la confirmation peut prendre quelques minutes\u00a0: gardez la référence qu’on vous y a donnée. Si vous ne l’avez pas terminée, retournez-y pour la continuer.',
  notFollowed: (operator) =>
    `Cette démarche se suit sur l’autre site (${operator})\u00a0: gardez la référence qu’on vous y a donnée.`,
  check: 'Vérifier à nouveau',

  lostTitle: 'Ce lien de retour n’est plus valable',
  lost: (operator) =>
    `Si vous avez terminé votre demande, rien n’est perdu\u00a0: gardez la référence que l’autre site (${operator}) vous a donnée.`,

  erase: 'Effacer et quitter',
  eraseHint: 'Sur un ordinateur partagé, effacez tout avant de partir.',
  erased: 'Tout est effacé.',
};
