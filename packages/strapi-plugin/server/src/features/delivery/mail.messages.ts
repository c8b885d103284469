/** The words of the mails. Nothing in them comes from what the resident wrote, nor from what an agent answered. */
import type { Language } from '@guichet/contracts/administration';

interface Words {
  greeting: string;
  /** In a mail of two languages, which one counts. */
  prevails: string[];
  labels: { reference: string; receivedAt: string; service: string; phone: string; email: string };
  receipt: {
    subject(reference: string): string;
    title: string;
    before: string[];
    action: string;
    /** @param hasName false for a question asked without a name */
    after(hasName: boolean): string[];
  };
  /** The *accusé de réception électronique*. */
  acknowledgement: {
    subject(reference: string): string;
    title: string;
    before: string[];
    /** It replaces a former one. */
    correction: string;
    action: string;
    /** @param verification where its attached code is verified */
    after(hasName: boolean, verification: string): string[];
  };
  answer: {
    subject(reference: string): string;
    title: string;
    before: string[];
    action: string;
    after(hasName: boolean): string[];
  };
  link: {
    subject(reference: string): string;
    title: string;
    before: string[];
    action: string;
    after(hasName: boolean): string[];
  };
  foot: string;
}

interface ServiceWords {
  subject(reference: string): string;
  title: string;
  before: string[];
  action: string;
}

const controlFr = (hasName: boolean) =>
  hasName
    ? 'En ouvrant ce lien, vous devrez indiquer votre nom de famille, le nom de votre organisme ou votre code postal.'
    : 'En ouvrant ce lien, vous devrez indiquer votre adresse électronique.';

const controlEn = (hasName: boolean) =>
  hasName
    ? 'When you open this link, you will be asked for your family name, the name of your organisation or your postal code.'
    : 'When you open this link, you will be asked for your e-mail address.';

const fr: Words = {
  greeting: 'Madame, Monsieur,',
  prevails: [],
  labels: {
    reference: 'Référence',
    receivedAt: 'Reçu le',
    service: 'Service',
    phone: 'Téléphone',
    email: 'Adresse électronique',
  },
  receipt: {
    subject: (reference) => `Accusé d’enregistrement ${reference}`,
    title: 'Votre message est enregistré',
    before: [
      // CRPA R112-11-2; L112-13: its date is the one that counts.
      'Votre message est bien arrivé. Ce courriel en est l’accusé d’enregistrement électronique : la date de réception indiquée ici fait foi (code des relations entre le public et l’administration, articles L112-13 et R112-11-2).',
    ],
    action: 'Suivre ma demande',
    after: (hasName) => [
      `${controlFr(hasName)} Il vous est réservé : ne le transmettez pas.`,
      'Vous pouvez aussi suivre votre demande avec cette référence et le code de suivi affiché après l’envoi.',
      'Si vous n’avez rien envoyé, ne tenez pas compte de ce courriel.',
    ],
  },
  acknowledgement: {
    subject: (reference) => `Accusé de réception ${reference}`,
    title: 'Accusé de réception de votre message',
    before: [
      'Ce courriel est l’accusé de réception électronique de votre message (code des relations entre le public et l’administration, articles L112-11 et R112-11-1). Gardez-le.',
    ],
    correction:
      'Il remplace l’accusé de réception que vous avez reçu auparavant. La date de réception de votre message reste la même.',
    action: 'Suivre ma demande',
    after: (hasName, verification) => [
      `${controlFr(hasName)} Il vous est réservé\u00a0: ne le transmettez pas.`,
      `Pour prouver que cet accusé vient bien de nous et n’a pas été modifié, collez le code du fichier joint sur ${verification} (preuve d’intégrité, ni signature ni cachet qualifié).`,
    ],
  },
  answer: {
    subject: (reference) => `Du nouveau sur votre demande ${reference}`,
    title: 'Du nouveau sur votre demande',
    before: ['Une réponse ou une nouvelle étape vous attend dans le suivi de votre demande.'],
    action: 'Ouvrir le suivi',
    after: (hasName) => [
      'Pour protéger vos données, ce courriel ne contient pas le texte de la réponse.',
      `${controlFr(hasName)} Il vous est réservé : ne le transmettez pas.`,
    ],
  },
  link: {
    subject: (reference) => `Votre lien de suivi ${reference}`,
    title: 'Votre lien de suivi',
    before: ['Un nouveau lien a été demandé pour suivre votre demande. Le voici.'],
    action: 'Ouvrir le suivi',
    after: (hasName) => [
      `${controlFr(hasName)} Il vous est réservé : ne le transmettez pas.`,
      'Si vous n’avez rien demandé, ne tenez pas compte de ce courriel.',
    ],
  },
  foot: 'Ce courriel est envoyé automatiquement.',
};

const en: Words = {
  greeting: 'Dear Sir or Madam,',
  // CRPA L111-1.
  prevails: ['A French text follows; in law, it prevails.'],
  labels: {
    reference: 'Reference',
    receivedAt: 'Received on',
    service: 'Service',
    phone: 'Telephone',
    email: 'E-mail address',
  },
  receipt: {
    subject: (reference) => `Registration receipt – Accusé d’enregistrement ${reference}`,
    title: 'Your message has been registered',
    before: [
      'Your message has arrived. This e-mail is its registration receipt; the date of reception below is authoritative.',
    ],
    action: 'Follow my request',
    after: (hasName) => [
      `${controlEn(hasName)} It is for you alone: please do not pass it on.`,
      'You can also follow your request with this reference and the tracking code that was shown once it was sent.',
      'If you did not send anything, please disregard this e-mail.',
    ],
  },
  acknowledgement: {
    subject: (reference) => `Acknowledgement – Accusé de réception ${reference}`,
    title: 'Acknowledgement of your message',
    before: [
      'This e-mail is the acknowledgement of your message (code des relations entre le public et l’administration, articles L112-11 and R112-11-1). Please keep it.',
    ],
    correction:
      'It replaces the acknowledgement that you received before. The date of reception of your message stays the same.',
    action: 'Follow my request',
    after: (hasName, verification) => [
      `${controlEn(hasName)} It is for you alone: please do not pass it on.`,
      `To prove that this acknowledgement is ours and unaltered, paste the code of the attached file on ${verification} (a proof of integrity, neither a qualified signature nor a qualified seal).`,
    ],
  },
  answer: {
    subject: (reference) => `News of your request ${reference}`,
    title: 'There is news of your request',
    before: ['An answer or a new step awaits you where you follow your request.'],
    action: 'Follow my request',
    after: (hasName) => [
      'To protect your data, this e-mail does not contain the text of the answer.',
      `${controlEn(hasName)} It is for you alone: please do not pass it on.`,
    ],
  },
  link: {
    subject: (reference) => `Your link to follow ${reference}`,
    title: 'Your link to follow your request',
    before: ['A fresh link was asked for, to follow your request. Here it is.'],
    action: 'Follow my request',
    after: (hasName) => [
      `${controlEn(hasName)} It is for you alone: please do not pass it on.`,
      'If you did not ask for it, please disregard this e-mail.',
    ],
  },
  foot: 'This e-mail was sent automatically.',
};

export const residentWords: Record<Language, Words> = { fr, en };

/** To the service: agents work in French (CRPA L111-1). */
export const serviceWords = {
  'service-notice': {
    subject: (reference) => `Nouvelle demande ${reference}`,
    title: 'Une nouvelle demande vous attend',
    before: ['Une personne a écrit à votre service.'],
    action: 'Lire et répondre',
  },
  'message-notice': {
    subject: (reference) => `Du nouveau dans la demande ${reference}`,
    title: 'Du nouveau dans une demande',
    before: ['La personne qui vous avait écrit a ajouté un message à sa demande, ou l’a retirée.'],
    action: 'Lire et répondre',
  },
  'deadline-notice': {
    subject: (reference) => `Échéance proche : demande ${reference}`,
    title: 'Une échéance approche',
    before: [],
    due: (effect: 'acceptance' | 'rejection', day: string) =>
      `Cette demande attend une réponse. Sans réponse avant la fin du ${day}, la loi considérera que c’est ${effect === 'rejection' ? 'non' : 'oui'}.`,
    action: 'Lire et répondre',
  },
} satisfies Record<
  string,
  ServiceWords & { due?: (effect: 'acceptance' | 'rejection', day: string) => string }
>;

export const serviceGreeting = 'Bonjour,';

export const serviceAfter = [
  'Pour protéger les personnes, ce courriel ne contient ni leur message ni leurs coordonnées.',
  'Répondez depuis la boîte de réception de Guichet : une réponse à ce courriel n’arriverait pas à la personne.',
];
