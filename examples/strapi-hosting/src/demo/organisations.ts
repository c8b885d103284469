/**
 * Who else does something for the residents of the demo's communes. The offices exist; their addresses, numbers, hours
 * and words are invented. Numbers are among those that ARCEP keeps for fiction; `.example` names nobody (RFC 2606).
 */

const nothing = {
  description: '',
  phones: [] as { number: string; label: string }[],
  email: null as string | null,
  contactForm: null as string | null,
  website: null as string | null,
  address: '',
  accessibility: '',
  position: null as { latitude: number; longitude: number } | null,
  openingHours: null as object | null,
  hoursNote: '',
  keywords: [] as string[],
};

type Facts = typeof nothing & { name: string };

export interface DemoOrganisation {
  level: 'intercommunality' | 'department' | 'region' | 'state' | 'association';
  kind: string | null;
  /** Where it is shown. */
  places: readonly string[];
  facts: Facts;
}

const phone = (number: string, label = '') => [{ number, label }];
const range = (from: string, until: string, note = '') => ({ from, until, note });
const hours = (...week: object[][]) => ({ week, closedOnHolidays: true, closings: [], openings: [] });
const day = [range('09:00', '12:00'), range('13:30', '17:00')];
const weekdays = hours(day, day, day, day, day, [], []);

/** Shown in the directories of the communes of their intercommunality. */
export const organisations: readonly DemoOrganisation[] = [
  {
    level: 'intercommunality',
    kind: 'epci',
    places: ['intercommunality:200058360'],
    facts: {
      ...nothing,
      name: 'Communauté de communes Entre Beauce et Perche',
      description:
        'Ordures ménagères et tri, transport scolaire, accueil de loisirs et crèche pour ses trente-trois communes.',
      phones: phone('02 61 91 20 00'),
      email: 'accueil@beauce-perche.example',
      website: 'https://www.beauce-perche.example/',
      address: '2 place de la Halle\n28190 Courville-sur-Eure',
      accessibility: 'Entrée de plain-pied à gauche du bâtiment.',
      openingHours: weekdays,
      keywords: ['poubelles', 'bacs', 'crèche', 'centre de loisirs', 'car scolaire'],
    },
  },
  {
    level: 'intercommunality',
    kind: null,
    places: ['intercommunality:200058360'],
    facts: {
      ...nothing,
      name: 'Déchetterie de Courville',
      description:
        'Encombrants, végétaux, gravats, appareils. Gratuit pour les habitants, sur présentation de la carte.',
      phones: phone('02 61 91 20 10'),
      address: 'Route de Chartres\n28190 Courville-sur-Eure',
      openingHours: hours(
        [range('14:00', '18:00')],
        [],
        [range('09:00', '12:00'), range('14:00', '18:00')],
        [],
        [range('14:00', '18:00')],
        [range('09:00', '12:00'), range('14:00', '18:00')],
        [],
      ),
      keywords: ['déchets', 'encombrants', 'gravats', 'végétaux', 'tontes', 'pneus', 'peinture'],
    },
  },
  {
    level: 'state',
    kind: 'msap',
    places: ['intercommunality:200058360'],
    facts: {
      ...nothing,
      name: 'France services de Courville-sur-Eure',
      description:
        'Une personne vous aide, sur place et gratuitement, pour vos démarches en ligne\u00a0: impôts, santé, allocations, retraite, emploi, carte grise.',
      phones: phone('02 61 91 20 20'),
      email: 'france-services@beauce-perche.example',
      address: '5 rue de l’Écluse\n28190 Courville-sur-Eure',
      accessibility: 'Accessible en fauteuil roulant. Boucle magnétique à l’accueil.',
      openingHours: hours(day, day, [range('09:00', '12:00')], day, day, [], []),
      hoursNote: 'L’après-midi, sur rendez-vous de préférence.',
      keywords: ['aide numérique', 'ordinateur', 'impôts', 'retraite', 'carte grise'],
    },
  },
  {
    level: 'department',
    kind: 'cg',
    places: ['department:28'],
    facts: {
      ...nothing,
      name: 'Conseil départemental d’Eure-et-Loir',
      description:
        'Collèges, routes départementales, aide aux personnes âgées ou handicapées, protection de l’enfance, RSA.',
      phones: phone('02 61 91 28 00'),
      website: 'https://www.departement-28.example/',
      address: '1 place du Départ\n28000 Chartres',
      openingHours: weekdays,
    },
  },
  {
    level: 'state',
    kind: 'prefecture',
    places: ['department:28'],
    facts: {
      ...nothing,
      name: 'Préfecture d’Eure-et-Loir',
      description:
        'Titres de séjour et associations au guichet. Carte grise et permis de conduire\u00a0: en ligne seulement.',
      phones: phone('02 61 91 28 01'),
      website: 'https://www.prefecture-28.example/',
      address: 'Place de la Liberté\n28000 Chartres',
      openingHours: hours(
        [range('09:00', '12:00', 'sur rendez-vous')],
        [range('09:00', '12:00', 'sur rendez-vous')],
        [range('09:00', '12:00', 'sur rendez-vous')],
        [range('09:00', '12:00', 'sur rendez-vous')],
        [range('09:00', '12:00', 'sur rendez-vous')],
        [],
        [],
      ),
    },
  },
  {
    level: 'state',
    kind: 'caf',
    places: ['department:28'],
    facts: {
      ...nothing,
      name: 'Caisse d’allocations familiales d’Eure-et-Loir',
      phones: phone('02 61 91 28 02'),
      website: 'https://www.caf-28.example/',
      address: '10 rue des Tanneurs\n28000 Chartres',
      hoursNote: 'Sur rendez-vous.',
    },
  },
  {
    level: 'association',
    kind: null,
    places: ['commune:28148'],
    facts: {
      ...nothing,
      name: 'Les Amis du lavoir',
      description: 'Entretien du patrimoine du village, fête du pain le premier dimanche de juin.',
      phones: phone('02 61 91 28 30', 'Mme Aubry, présidente'),
      hoursNote: 'Permanence au foyer rural, le premier samedi du mois à 10 h.',
    },
  },
  {
    level: 'intercommunality',
    kind: 'epci',
    places: ['intercommunality:200072130'],
    facts: {
      ...nothing,
      name: 'Communauté d’agglomération du Pays de Meaux',
      description: 'Déchets, eau et assainissement, bus, piscine, logement.',
      phones: phone('01 99 00 77 00'),
      website: 'https://www.pays-de-meaux.example/',
      address: '2 place du Cours\n77100 Meaux',
      openingHours: weekdays,
      keywords: ['poubelles', 'eau', 'piscine', 'bus'],
    },
  },
  {
    level: 'state',
    kind: 'prefecture',
    places: ['department:77'],
    facts: {
      ...nothing,
      name: 'Préfecture de Seine-et-Marne',
      phones: phone('01 99 00 77 01'),
      address: '12 rue du Parc\n77000 Melun',
      openingHours: weekdays,
    },
  },
];

/** What a resident of Le Favril can start beside writing. */
export const procedures = [
  {
    title: 'Inscrire un enfant à la cantine',
    description: 'Pour l’année scolaire, ou pour quelques jours.',
    nature: 'request',
    recipient: 'ecole',
    silence: 'local-enrolment',
    facts: {
      audience: 'Les familles dont un enfant est inscrit à l’école du Favril.',
      documents: [
        'Une attestation d’assurance scolaire',
        'Le quotient familial, si vous demandez le tarif réduit',
      ],
      cost: '3,20\u00a0€ le repas\u00a0; 1,00\u00a0€ selon le quotient familial.',
      delay: 'L’inscription vaut à partir du lundi qui suit notre réponse.',
      ways: ['online', 'counter'],
      keywords: ['restaurant scolaire', 'repas', 'déjeuner'],
      guide: null,
    },
  },
  {
    title: 'Réserver la salle des fêtes',
    description: 'Pour une fête de famille, une réunion, une association.',
    nature: 'request',
    recipient: null,
    silence: 'lending-of-premises',
    facts: {
      audience: 'Tout le monde\u00a0; les habitants et les associations du Favril ont un tarif réduit.',
      documents: ['Une attestation d’assurance responsabilité civile'],
      cost: '120\u00a0€ le week-end\u00a0; 60\u00a0€ pour les habitants.',
      delay: 'Réponse sous une semaine.',
      ways: ['online', 'phone', 'counter'],
      keywords: ['location', 'mariage', 'anniversaire', 'foyer rural'],
      guide: null,
    },
  },
] as const;
