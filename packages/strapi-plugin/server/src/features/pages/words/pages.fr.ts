import type { PageWords } from './pages.js';

const minutes = (count: number) => (count > 1 ? `${count}\u00a0minutes` : 'une minute');

export const pagesFr: PageWords = {
  skip: 'Aller au contenu',
  errorPrefix: 'Erreur\u00a0: ',
  navigation: 'Services en ligne',
  services: 'Services',
  write: 'Nous écrire',
  follow: 'Suivre une demande',
  terms: 'Modalités d’utilisation et vos droits',
  otherLanguage: 'English',
  reachUs: 'Nous joindre',
  phone: 'Téléphone',
  email: 'Adresse électronique',
  address: 'Adresse',
  hours: 'Horaires d’ouverture',

  contact: {
    onlyFor: {
      individual: 'Si vous écrivez en votre nom',
      company: 'Si vous écrivez pour une entreprise',
      association: 'Si vous écrivez pour une association',
      organisation: 'Si vous écrivez pour une entreprise, une association ou un autre organisme',
      minimal: 'seulement pour poser une question',
    },
    onlyIndividuals:
      'Si vous écrivez en votre nom ou pour un organisme qui n’est ni une entreprise ni une association',
    onlyOnBehalf: 'Si vous écrivez pour une autre personne',
    countryHint: 'En toutes lettres, par exemple\u00a0: Belgique',
    countryInvalid: 'Écrivez le nom du pays en toutes lettres, par exemple\u00a0: Belgique.',
    yourMessage: 'Votre message',
    you: 'Vous',
    tooMany: (count) =>
      `Votre message n’est pas encore parti\u00a0: trop de messages viennent d’être envoyés depuis votre réseau. Gardez cette page ouverte et appuyez de nouveau sur «\u00a0Envoyer\u00a0» dans ${minutes(count)}.`,
    unavailable:
      'Votre message n’est pas encore parti\u00a0: le service ne répond pas pour le moment. Gardez cette page ouverte et appuyez de nouveau sur «\u00a0Envoyer\u00a0» dans quelques minutes. C’est urgent\u00a0? Téléphonez-nous.',
    inProgress:
      'Votre message est en cours d’enregistrement. Attendez quelques secondes, puis appuyez de nouveau sur «\u00a0Envoyer\u00a0»\u00a0: il ne partira qu’une fois.',
    receiptHint: 'Imprimez cette page, ou notez la référence et le code de suivi.',
    another: 'Écrire un autre message',
    leave:
      'Sur un ordinateur partagé, fermez toutes les fenêtres du navigateur avant de partir\u00a0: la page précédente garde ce que vous avez écrit.',
  },

  files: {
    refused: (name, why) => `«\u00a0${name}\u00a0»\u00a0: ${why}`,
    throttled: (count) =>
      `Trop de fichiers ont été envoyés depuis votre réseau. Ajoutez-le à nouveau dans ${minutes(count)}.`,
    removeHint: 'Ils partiront avec votre message, sauf ceux que vous cochez.',
    kept: 'Les fichiers que vous avez ajoutés sont conservés.',
  },

  tracking: {
    mailedLink:
      'Vous avez suivi le lien reçu par courriel et cette page vous demande la référence et le code\u00a0? Le lien ne s’ouvre que dans un navigateur où JavaScript est activé. Saisissez ici la référence et le code de suivi, ou téléphonez-nous.',
    draftKept: 'Le message que vous écriviez est conservé ci-dessous. Il n’est pas encore parti.',
    leave:
      'Sur un ordinateur partagé, fermez toutes les fenêtres du navigateur avant de partir\u00a0: sans cela, la page précédente pourrait montrer votre demande.',
    inProgress:
      'Votre message est en cours d’enregistrement. Attendez quelques secondes, puis envoyez-le de nouveau\u00a0: il ne partira qu’une fois.',
    askAgain: 'Ce n’est pas encore demandé. Appuyez de nouveau sur le bouton.',
    askInProgress:
      'Votre demande est en cours d’enregistrement. Attendez quelques secondes, puis appuyez de nouveau sur le bouton\u00a0: ce ne sera demandé qu’une fois.',
    withdrawalInProgress:
      'Votre retrait est en cours d’enregistrement. Attendez quelques secondes, puis confirmez-le de nouveau\u00a0: il ne sera fait qu’une fois.',
  },

  problems: {
    administrationNotFound: {
      title: 'Cette administration n’est pas ici',
      text: 'Aucune administration ne porte ce code sur ce service. L’adresse est peut-être incomplète\u00a0: revenez au site de votre mairie et suivez à nouveau le lien.',
    },
    tooMany: {
      title: 'Trop d’envois en peu de temps',
      text: (count) =>
        `Pour que le service reste ouvert à chacun, patientez ${minutes(count)}, puis revenez à la page précédente\u00a0: ce que vous avez écrit y est encore.`,
    },
    tooLarge: {
      title: 'Votre envoi est trop lourd',
      text: 'Il n’a pas été envoyé. Revenez à la page précédente, où il est encore, et raccourcissez-le (8\u00a0000\u00a0caractères au plus) ou ajoutez moins de fichiers à la fois.',
    },
    origin: {
      title: 'Cette page ne peut pas recevoir votre envoi',
      text: 'Rien n’a été envoyé\u00a0: le site où cette page s’affiche ne le permet pas. Revenez à la page précédente pour copier ce que vous avez écrit, puis ouvrez le service dans sa propre fenêtre.',
      link: 'Ouvrir le service dans une nouvelle fenêtre',
    },
    https: {
      title: 'La connexion n’est pas protégée',
      text: 'Pour que personne ne lise vos messages en chemin, ce service ne s’ouvre que par une adresse qui commence par https://.',
      link: 'Ouvrir la page protégée',
    },
    unreadable: {
      title: 'Votre envoi n’a pas été compris',
      text: 'Rien n’a été enregistré. Revenez à la page précédente, où ce que vous avez écrit est encore, et réessayez.',
    },
    unavailable: {
      title: 'Le service ne répond pas pour le moment',
      text: 'Rien n’a été enregistré. Revenez à la page précédente, où ce que vous avez écrit est encore, et réessayez dans quelques minutes.',
    },
    callYourTownHall: 'Vous pouvez aussi téléphoner à votre mairie.',
    back: 'Revenir au formulaire vide',
  },
};
