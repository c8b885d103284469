import type { MailWords } from './mail.messages.js';

const control = (hasName: boolean) =>
  hasName
    ? 'En ouvrant ce lien, vous devrez indiquer votre nom de famille, le nom de votre organisme ou votre code postal.'
    : 'En ouvrant ce lien, vous devrez indiquer votre adresse électronique.';

const reserved = (hasName: boolean) =>
  `${control(hasName)} Il vous est réservé\u00a0: ne le transmettez pas.`;

const attached = (verification: string) =>
  `Cet accusé est joint à ce courriel, en PDF. Pour prouver qu’il vient bien de nous et n’a pas été modifié, collez le code de l’autre fichier joint sur ${verification} (preuve d’intégrité, ni signature ni cachet qualifié).`;

export const mailFr: MailWords = {
  greeting: 'Madame, Monsieur,',
  prevails: [],
  labels: {
    reference: 'Référence',
    receivedAt: 'Reçu le',
    service: 'Service',
    phone: 'Téléphone',
    email: 'Adresse électronique',
    sentTo: 'Transmise à',
    contact: 'Pour la joindre',
  },
  'registration-receipt': {
    subject: (reference) => `Accusé d’enregistrement ${reference}`,
    title: 'Votre message est enregistré',
    before: () => [
      // CRPA R112-11-2; L112-13: its date is the one that counts.
      'Votre message est bien arrivé. Ce courriel en est l’accusé d’enregistrement électronique : la date de réception indiquée ici fait foi (code des relations entre le public et l’administration, articles L112-13 et R112-11-2).',
    ],
    action: 'Suivre ma demande',
    after: (hasName) => [
      reserved(hasName),
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
    onPaper: [
      'Ce courriel reprend l’accusé de réception de votre demande, que nous avons reçue sur papier ou à l’accueil (code des relations entre le public et l’administration, articles L112-3 et R112-5). Gardez-le.',
    ],
    correction:
      'Il remplace l’accusé de réception que vous avez reçu auparavant. La date de réception de votre message reste la même.',
    action: 'Suivre ma demande',
    after: (hasName, verification) => [
      reserved(hasName),
      ...(verification === null ? [] : [attached(verification)]),
    ],
  },
  'answer-notice': {
    subject: (reference) => `Du nouveau sur votre demande ${reference}`,
    title: 'Du nouveau sur votre demande',
    before: () => ['Une réponse ou une nouvelle étape vous attend dans le suivi de votre demande.'],
    action: 'Ouvrir le suivi',
    after: (hasName) => [
      'Pour protéger vos données, ce courriel ne contient pas le texte de la réponse.',
      reserved(hasName),
    ],
  },
  'tracking-link': {
    subject: (reference) => `Votre lien de suivi ${reference}`,
    title: 'Votre lien de suivi',
    before: () => ['Un nouveau lien a été demandé pour suivre votre demande. Le voici.'],
    action: 'Ouvrir le suivi',
    after: (hasName) => [
      reserved(hasName),
      'Si vous n’avez rien demandé, ne tenez pas compte de ce courriel.',
    ],
  },
  'tracking-links': {
    subject: () => 'Votre lien pour suivre vos demandes',
    title: 'Votre lien de suivi',
    before: () => [
      'Un lien a été demandé pour suivre les demandes faites ici avec cette adresse électronique. Le voici.',
    ],
    action: 'Ouvrir le suivi',
    after: () => [
      'En ouvrant ce lien, vous devrez indiquer votre nom de famille, le nom de votre organisme ou votre code postal. Si vous n’aviez donné qu’une adresse électronique, vous devrez l’indiquer. Ce lien vous est réservé\u00a0: ne le transmettez pas.',
      'Si vous n’avez rien demandé, ne tenez pas compte de ce courriel.',
    ],
  },
  'operated-receipt': {
    subject: (reference) => `Pour suivre votre demande ${reference}`,
    title: 'Pour suivre votre demande',
    before: () => [
      'Vous avez souhaité recevoir la référence de votre demande, et un lien pour la suivre. Les voici.',
      // CRPA L114-4.
      'Le service indiqué ci-dessous traite votre demande\u00a0: c’est lui qui en accuse réception et qui vous répond.',
    ],
    action: 'Suivre ma demande',
    after: (hasName) => [
      reserved(hasName),
      'Si vous n’avez rien demandé, ne tenez pas compte de ce courriel.',
    ],
  },
  'correction-receipt': {
    subject: (reference) => `Correction enregistrée ${reference}`,
    title: 'Votre correction est enregistrée',
    before: (who, at) => [
      `Vous avez corrigé votre demande le ${at}. ${who} lit votre correction à côté de ce que vous aviez envoyé d’abord.`,
      // CRPA L112-13.
      'La date de réception de votre demande, indiquée ci-dessous, reste la même\u00a0: c’est elle qui fait foi.',
    ],
    action: 'Suivre ma demande',
    after: (hasName) => [
      'Pour protéger vos données, ce courriel ne contient pas ce que vous avez écrit.',
      reserved(hasName),
      'Si vous n’avez rien corrigé, téléphonez-nous.',
    ],
  },
  'items-asked': {
    subject: (reference) => `À compléter\u00a0: votre demande ${reference}`,
    title: 'Votre demande est à compléter',
    before: (who, day) => [
      `${who} vous demande des documents ou des informations. Vous en trouverez la liste dans le suivi de votre demande, d’où vous pouvez répondre.`,
      ...(day ? [`Répondez au plus tard le ${day}.`] : []),
    ],
    action: 'Voir ce qui est demandé',
    after: (hasName) => [
      'Pour protéger vos données, ce courriel ne dit pas ce qui vous est demandé.',
      reserved(hasName),
    ],
  },
  forwarded: {
    subject: (reference) => `Votre demande ${reference} est transmise`,
    title: 'Votre demande est transmise',
    // CRPA L114-2.
    before: (who, name) => [
      `${who} ne peut pas répondre elle-même à votre demande\u00a0: elle l’a transmise à ${name}. Vous n’avez rien à refaire\u00a0: c’est de là que viendra la réponse.`,
    ],
    action: 'Suivre ma demande',
    after: (hasName) => [reserved(hasName)],
  },
  decision: {
    subject: (reference) => `Décision sur votre demande ${reference}`,
    title: 'Une décision sur votre demande',
    before: (who) => [
      `${who} a décidé. Lisez sa décision dans le suivi de votre demande\u00a0: si elle ne vous convient pas, vous n’avez qu’un temps limité pour la contester.`,
    ],
    action: 'Lire la décision',
    after: (hasName) => [
      'Pour protéger vos données, ce courriel ne dit pas ce qui a été décidé.',
      reserved(hasName),
    ],
  },
  reasons: {
    subject: (reference) => `Les motifs demandés pour ${reference}`,
    title: 'Les motifs que vous aviez demandés',
    before: (who) => [
      `${who} vous donne les motifs que vous aviez demandés. Lisez-les dans le suivi de votre demande.`,
    ],
    action: 'Lire les motifs',
    after: (hasName) => ['Pour protéger vos données, ce courriel ne les contient pas.', reserved(hasName)],
  },
  attestation: {
    subject: (reference) => `Attestation pour votre demande ${reference}`,
    title: 'Votre attestation',
    before: (who) => [
      `${who} vous délivre l’attestation que vous aviez demandée. Vous la trouverez dans le suivi de votre demande.`,
    ],
    action: 'Voir l’attestation',
    after: (hasName) => [reserved(hasName)],
  },
  foot: 'Ce courriel est envoyé automatiquement.',
};
