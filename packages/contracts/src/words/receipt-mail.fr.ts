import type { ReceiptMailWords } from './receipt-mail.js';

export const receiptMailFr: ReceiptMailWords = {
  intro:
    'C’est facultatif. Votre adresse sert à vous envoyer ce courriel, puis à retrouver votre demande si vous perdez le code de suivi. Elle est effacée un an après les dernières nouvelles de votre demande.',
  email: 'Adresse électronique',
  emailHint: 'Par exemple\u00a0: nom@exemple.fr',
  ask: 'Recevoir ce courriel',
  sending: 'Envoi en cours…',
  asked:
    'Le courriel part dans quelques minutes. Rien n’arrive\u00a0? Vérifiez l’adresse, et regardez parmi les courriels indésirables.',
  emailRequired: 'Saisissez votre adresse électronique.',
  emailInvalid:
    'Cette adresse est incomplète ou contient une erreur de frappe. Elle ressemble à nom@exemple.fr.',
};
