export interface DemoRequest {
  /** Null: by the general form. */
  procedure: 'lamps' | null;
  nature: 'information' | 'request';
  subject: string;
  message: string;
  sender: { givenName: string; familyName: string; email: string; street: string };
  /** How many days ago it came. */
  daysAgo: number;
  /** What the mairie answered two days later, and closed it; null where it still waits. */
  answer: string | null;
}

/** Whose requests these are: the commune that the demo's manager serves, and no journey begins at. */
export const commune = { insee: '77322', postalCode: '77230', city: 'Moussy-le-Neuf' };

/** What Guichet makes of the title, and never changes. */
export const lampsSlug = 'signaler-un-lampadaire-en-panne';

/** A procedure whose agreement with the archives is invented, as all of the demo is. */
export const lamps = {
  title: 'Signaler un lampadaire en panne',
  description: 'Indiquez la rue et, si vous le voyez, le numéro inscrit sur le mât.',
  nature: 'information',
  recipient: 'voirie',
  silence: null,
  attachments: null,
  isOpen: true,
  retention: {
    here: {
      period: { count: 1, unit: 'years' },
      finalAction: 'destroy',
      agreement: { reference: 'Tableau de gestion 2024-07', date: '2024-07-01' },
    },
    transit: null,
  },
} as const;

/** Two that the archives may be told of, and two whose days are counted. */
export const requests: readonly DemoRequest[] = [
  {
    procedure: 'lamps',
    nature: 'information',
    subject: 'Lampadaire éteint rue des Tilleuls',
    message: 'Le lampadaire devant le 12 rue des Tilleuls ne s’allume plus depuis dimanche.',
    sender: {
      givenName: 'Odile',
      familyName: 'Chantreine',
      email: 'odile.chantreine@example.org',
      street: '12 rue des Tilleuls',
    },
    daysAgo: 450,
    answer: 'Merci de l’avoir signalé : l’ampoule a été changée ce matin.',
  },
  {
    procedure: 'lamps',
    nature: 'information',
    subject: 'Éclairage du passage piéton de l’école',
    message: 'Le mât n° 48, au passage piéton de l’école, clignote toute la nuit.',
    sender: {
      givenName: 'Bastien',
      familyName: 'Longuépée',
      email: 'bastien.longuepee@example.org',
      street: '4 rue de l’École',
    },
    daysAgo: 400,
    answer: 'Le mât n° 48 est réparé. Merci pour votre vigilance.',
  },
  {
    procedure: null,
    nature: 'request',
    subject: 'Place de stationnement pour mon commerce',
    message: 'Je demande une place d’arrêt minute devant mon commerce, 2 place du Marché.',
    sender: {
      givenName: 'Amina',
      familyName: 'Rocquefeuil',
      email: 'amina.rocquefeuil@example.org',
      street: '2 place du Marché',
    },
    daysAgo: 57,
    answer: null,
  },
  {
    procedure: null,
    nature: 'request',
    subject: 'Remboursement d’un ticket de cantine',
    message: 'Je demande le remboursement du repas du 4, mon fils était absent et vous étiez prévenus.',
    sender: {
      givenName: 'Jules',
      familyName: 'Farfouillon',
      email: 'jules.farfouillon@example.org',
      street: '9 rue du Lavoir',
    },
    daysAgo: 75,
    answer: null,
  },
];
