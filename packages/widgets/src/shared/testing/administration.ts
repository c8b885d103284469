import type { Administration } from '@guichet/contracts/administration';

/** A commune with fictitious desks, whose widgets may stand on the page that runs the test or the story. */
export const leFavril: Administration = {
  code: '28148',
  siren: '212801480',
  insee: '28148',
  name: 'Mairie du Favril',
  kind: 'commune',
  timeZone: 'Europe/Paris',
  human: {
    // From the range that ARCEP keeps for fiction.
    phone: '02 61 91 00 10',
    email: 'mairie@le-favril.example',
    address: '3 rue de la Mairie, 28190 Le Favril',
    hours: ['Lundi et jeudi : 9 h – 12 h', 'Mardi : 14 h – 18 h'],
  },
  openingHours: null,
  holidays: [],
  theme: { accent: null },
  languages: ['fr', 'en'],
  origins: [location.origin],
  procedures: [
    {
      slug: 'contact',
      title: 'Nous écrire',
      description: '',
      nature: null,
      recipient: null,
      attachments: null,
    },
  ],
  recipients: [],
  attachments: { maxFiles: 10, maxFileBytes: 26_214_400, maxTotalBytes: 104_857_600 },
  links: {
    contact: 'https://hebergement.example/guichet/administrations/28148/contact',
    tracking: 'https://hebergement.example/guichet/administrations/28148/tracking',
    terms: 'https://hebergement.example/guichet/administrations/28148/terms',
    services: 'https://hebergement.example/guichet/administrations/28148/services',
  },
};

/** The same, larger: one chooses a service there. */
export const trilport: Administration = {
  ...leFavril,
  code: '77475',
  insee: '77475',
  siren: '217704758',
  name: 'Mairie de Trilport',
  theme: { accent: '#8a1538' },
  recipients: [
    { slug: 'voirie', name: 'Voirie et éclairage', phone: '01 99 00 00 11' },
    { slug: 'etat-civil', name: 'État civil', phone: '01 99 00 00 12' },
  ],
};

/** The same, with procedures of its own. */
export const withProcedures: Administration = {
  ...trilport,
  human: { ...trilport.human, phone: '01 99 00 00 10' },
  procedures: [
    ...trilport.procedures,
    {
      slug: 'salle',
      title: 'Réserver la salle des fêtes',
      description: 'Pour une fête de famille ou une réunion. La clé se retire à la mairie.',
      nature: 'request',
      recipient: 'voirie',
      attachments: null,
    },
    {
      slug: 'libre',
      title: 'Occuper le domaine public',
      description: '',
      nature: null,
      recipient: null,
      attachments: null,
    },
  ],
};

/** The same, beside téléprocédures that alone count as requests (CRPA L112-9). */
export const withReserved: Administration = {
  ...withProcedures,
  reserved: [
    { slug: 'permis', title: 'Permis de construire', link: 'https://hebergement.example/permis' },
    { slug: 'creche', title: 'Inscription en crèche', link: 'https://hebergement.example/creche' },
  ],
};

/** The same; one of them takes few files. */
export const withFileLimits: Administration = {
  ...withProcedures,
  procedures: withProcedures.procedures.map((each) =>
    each.slug === 'salle'
      ? { ...each, attachments: { maxFiles: 2, maxFileBytes: 1_048_576, kinds: ['pdf', 'image'] } }
      : each,
  ),
};
