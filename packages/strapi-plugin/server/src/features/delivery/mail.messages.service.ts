/** The words of the mails to those who answer. Nothing in them comes from what the resident wrote. */
interface ServiceWords {
  subject(reference: string): string;
  title: string;
  before: string[];
  action: string;
}

/** To the service: agents work in French (CRPA L111-1). */
export const serviceWords = {
  'service-notice': {
    subject: (reference) => `Nouvelle demande ${reference}`,
    title: 'Une nouvelle demande vous attend',
    before: ['Une personne a écrit à votre service.'],
    answerBy: (day: string, basis: string) => `Elle attend une réponse au plus tard le ${day} (${basis}).`,
    action: 'Lire et répondre',
  },
  'message-notice': {
    subject: (reference) => `Du nouveau dans la demande ${reference}`,
    title: 'Du nouveau dans une demande',
    before: [
      'La personne qui vous avait écrit a ajouté un message à sa demande, l’a corrigée ou retirée, ou a demandé des motifs ou une attestation.',
    ],
    action: 'Lire et répondre',
  },
  'deadline-notice': {
    subject: (reference) => `Échéance proche : demande ${reference}`,
    title: 'Une échéance approche',
    before: [],
    due: (effect: 'acceptance' | 'rejection' | 'reasons' | 'answer', day: string) =>
      effect === 'reasons'
        ? // CRPA L232-4.
          `La personne a demandé les motifs du refus que la loi a tiré de votre silence. Ils sont dus avant la fin du ${day}.`
        : effect === 'answer'
          ? `Cette demande attend une réponse avant la fin du ${day}.`
          : `Cette demande attend une réponse. Sans réponse avant la fin du ${day}, la loi considérera que c’est ${effect === 'rejection' ? 'non' : 'oui'}.`,
    action: 'Lire et répondre',
  },
  'transit-notice': {
    subject: (reference) => `Demande non prise en charge\u00a0: ${reference}`,
    title: 'Une demande n’a pas été prise en charge',
    before: [
      'Cette demande devait être traitée dans vos propres outils. Dix semaines après son arrivée, personne n’a confirmé l’avoir\u00a0: elle est désormais gardée dans Guichet.',
      'Si vous l’avez, dites-le sur sa page. Sinon, répondez-y depuis la boîte de réception.',
    ],
    action: 'Ouvrir la demande',
  },
  'approval-notice': {
    subject: (reference) => `Décision à approuver\u00a0: demande ${reference}`,
    title: 'Une décision attend votre approbation',
    before: ['Un projet de décision a été préparé. Il ne part pas sans votre accord.'],
    action: 'Lire et approuver',
  },
  'assignment-notice': {
    subject: (reference) => `Demande confiée\u00a0: ${reference}`,
    title: 'Une demande vous est confiée',
    before: [
      'Une demande vient de vous être confiée. Toutes les vôtres sont dans la boîte «\u00a0À moi\u00a0».',
    ],
    action: 'Lire et répondre',
  },
} satisfies Record<
  string,
  ServiceWords & {
    due?: (effect: 'acceptance' | 'rejection' | 'reasons' | 'answer', day: string) => string;
    answerBy?: (day: string, basis: string) => string;
  }
>;

export const serviceGreeting = 'Bonjour,';

export const serviceAfter = [
  'Pour protéger les personnes, ce courriel ne contient ni leur message ni leurs coordonnées.',
  'Répondez depuis la boîte de réception de Guichet : une réponse à ce courriel n’arriverait pas à la personne.',
];
