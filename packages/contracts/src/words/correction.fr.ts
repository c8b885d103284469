import type { CorrectionWords } from './correction.js';

export const correctionFr: CorrectionWords = {
  title: 'Corriger votre demande',
  intro: [
    'La date de réception de votre demande ne change pas\u00a0: celle de votre accusé fait foi.',
    'Ce que vous aviez écrit d’abord est conservé\u00a0: l’administration le lit à côté de votre correction.',
    'Votre adresse électronique ne se change pas ici\u00a0: les accusés et le lien de suivi y partent. Pour en changer, téléphonez-nous.',
  ],
  labels: {
    subject: 'Objet',
    message: 'Message',
    'sender.name': 'Nom de l’organisme',
    'sender.familyName': 'Nom de famille',
    'sender.givenName': 'Prénom',
    'sender.preferredName': 'Nom d’usage',
    'sender.postalAddress.lines': 'Adresse postale',
    'sender.postalAddress.postalCode': 'Code postal',
    'sender.postalAddress.city': 'Ville ou village',
    'sender.postalAddress.country': 'Pays',
    'sender.phone': 'Téléphone',
  },
  hints: {
    'sender.postalAddress.lines': 'Numéro et rue, puis bâtiment ou lieu-dit',
    'sender.phone': 'Par exemple\u00a0: 06 39 98 00 00',
  },
  errors: {
    subject: { 'too-long': 'Raccourcissez l’objet\u00a0: 150\u00a0caractères au plus.' },
    message: { 'too-long': 'Raccourcissez votre message\u00a0: 8\u00a0000 caractères au plus.' },
    'sender.postalAddress.lines': {
      'too-long': 'Écrivez votre adresse en 4 lignes au plus, de 100\u00a0caractères chacune.',
    },
    'sender.postalAddress.postalCode': {
      'too-long': 'Raccourcissez le code postal\u00a0: 12\u00a0caractères au plus.',
      invalid:
        'Vérifiez le code postal\u00a0: 5 chiffres en France. Pour un autre pays, choisissez-le plus bas.',
    },
    'sender.phone': { invalid: 'Vérifiez le numéro de téléphone, par exemple\u00a0: 06 39 98 00 00.' },
  },
  otherErrors: {
    required: (label) => `Remplissez le champ «\u00a0${label}\u00a0».`,
    'too-long': (label) =>
      `Raccourcissez le texte du champ «\u00a0${label}\u00a0»\u00a0: 100\u00a0caractères au plus.`,
    invalid: (label) =>
      `Écrivez à nouveau le champ «\u00a0${label}\u00a0»\u00a0: il contient un caractère que nous ne pouvons pas lire.`,
    'not-allowed': (label) => `Le champ «\u00a0${label}\u00a0» ne peut pas être corrigé ici.`,
  },
  send: 'Envoyer ma correction',
  cancel: 'Ne rien corriger',
  unchanged: 'Vous n’avez encore rien changé. Corrigez ce qui doit l’être, puis envoyez.',
  kept: 'Votre correction n’est pas encore partie. Relisez-la, puis envoyez-la.',
};
