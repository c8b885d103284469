import type { ContactOutcomeWords } from './contact-outcome.js';

const email = 'Écrivez l’adresse électronique en entier, par exemple : nom@exemple.fr.';

export const contactOutcomeFr: ContactOutcomeWords = {
  errors: {
    nature: { required: 'Choisissez ce que vous souhaitez faire.' },
    subject: {
      required: 'Écrivez l’objet de votre message.',
      'too-long': 'Raccourcissez l’objet : 150 caractères au plus.',
    },
    message: {
      required: 'Écrivez votre message.',
      'too-long': 'Raccourcissez votre message : 8 000 caractères au plus.',
    },
    'sender.siret': {
      required: 'Écrivez le numéro SIRET ou SIREN.',
      invalid: 'Vérifiez le numéro : un SIRET compte 14 chiffres, un SIREN 9.',
    },
    'sender.rna': {
      required: 'Écrivez le numéro RNA de l’association.',
      invalid: 'Vérifiez le numéro RNA : W suivi de 9 chiffres.',
    },
    'sender.name': { required: 'Écrivez le nom de l’organisme.' },
    'sender.familyName': { required: 'Écrivez votre nom de famille.' },
    'sender.givenName': { required: 'Écrivez votre prénom.' },
    'sender.email': { required: 'Écrivez votre adresse électronique.', invalid: email },
    'sender.postalAddress.lines': {
      required: 'Écrivez votre adresse postale.',
      'too-long': 'Écrivez votre adresse en 4 lignes au plus, de 100 caractères chacune.',
    },
    'sender.postalAddress.postalCode': {
      'too-long': 'Raccourcissez le code postal : 12 caractères au plus.',
      required: 'Écrivez votre code postal.',
      invalid: 'Vérifiez le code postal : 5 chiffres en France. Pour un autre pays, choisissez-le plus bas.',
    },
    'sender.postalAddress.city': { required: 'Écrivez le nom de votre ville ou village.' },
    'sender.phone': { invalid: 'Vérifiez le numéro de téléphone, par exemple : 06 39 98 00 00.' },
    'sender.receiptEmail': { invalid: email },
    'sender.onBehalfOf.name': { required: 'Écrivez le nom de la personne pour qui vous écrivez.' },
  },
  otherErrors: {
    required: 'Remplissez ce champ.',
    'too-long': 'Raccourcissez ce texte : 100 caractères au plus.',
    invalid: 'Écrivez à nouveau ce texte : il contient un caractère que nous ne pouvons pas lire.',
    'not-allowed': 'Ce choix n’est pas possible ici.',
  },

  reviewTitle: 'Relisez votre message',
  reviewIntro: 'Rien n’est encore envoyé.',
  change: 'Modifier',
  send: 'Envoyer',
  sending: 'Envoi en cours…',
  yes: 'Oui',
  from: 'De la part de',
  onBehalfOf: 'Pour',

  waitingTitle: 'Pas encore envoyé',
  waiting: {
    offline: 'La connexion à Internet est coupée.',
    unavailable: 'Le service ne répond pas pour le moment.',
    'rate-limited': 'Trop de messages viennent d’être envoyés depuis votre réseau.',
  },
  waitingNext: (time) =>
    `Gardez cette page ouverte\u00a0: votre message y reste, et partira tout seul ${time ? `à ${time}` : 'dès que possible'}. C’est urgent\u00a0? Téléphonez-nous.`,
  tryNow: 'Essayer maintenant',

  refusedTitle: 'Votre message n’a pas pu être envoyé',
  refusedSite: (site) =>
    `Le site ${site} n’est pas autorisé à envoyer des messages. Vous pouvez nous téléphoner, ou copier votre message pour l’envoyer depuis une autre page.`,
  refusedOther: 'Vous pouvez nous téléphoner, ou copier votre message pour l’envoyer depuis une autre page.',
  copyMessage: 'Copier mon message',

  sentTitle: 'Votre message est enregistré',
  sentIntro: (email) => `L’accusé ci-dessous est aussi envoyé à ${email}.`,
  receiptTitle: 'Accusé d’enregistrement électronique',
  reference: 'Référence',
  trackingCode: 'Code de suivi',
  trackingCodeHint:
    'Gardez le code de suivi : il ne sera plus affiché. Avec la référence, il permet de suivre votre message et de lire la réponse.',
  receivedAt: 'Reçu le',
  service: 'Service',
  copy: 'Copier',
  copied: 'Copié.',
  print: 'Imprimer',
  download: 'Télécharger (PDF)',
  printCode: 'Mettre aussi mon code de suivi dans le PDF',
  track: 'Suivre ce message',
  another: 'Écrire un autre message',

  eraseHint: 'Sur un ordinateur partagé, effacez tout avant de partir.',
  erasedTitle: 'Tout est effacé',
  erased: 'Rien de ce que vous avez écrit n’est gardé sur cet ordinateur.',
};
