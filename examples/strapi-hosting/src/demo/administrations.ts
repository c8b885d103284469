/** Something of a mairie that one can write to. */
export interface DemoDesk {
  slug: string;
  name: string;
  phone: string;
  email: string;
}

interface DemoRange {
  from: string;
  until: string;
  note: string;
}

/** As `@guichet/contracts/opening-hours` has them: seven days, Monday first. */
interface DemoOpeningHours {
  week: DemoRange[][];
  closedOnHolidays: boolean;
  closings: { from: string; until: string; reason: string }[];
  openings: [];
}

/** @param times `09:00-12:00` */
function range(times: string, note = ''): DemoRange {
  const [from = '', until = ''] = times.split('-');
  return { from, until, note };
}

/** The first Monday from a week on: what the demo announces stays ahead of whoever starts it. */
function comingMonday(): string {
  const day = new Date();
  day.setUTCDate(day.getUTCDate() + 7 + ((8 - day.getUTCDay()) % 7));
  return day.toISOString().slice(0, 10);
}

export interface DemoAdministration {
  insee: string;
  siren: string;
  name: string;
  phone: string;
  email: string;
  address: string;
  /** Free lines, where there are no hours by the day. */
  hours?: readonly string[];
  openingHours?: DemoOpeningHours;
  accent: string;
  desks: readonly DemoDesk[];
}

/**
 * Four communes that exist, with their INSEE codes and SIREN; every desk, address and hour is invented. Telephone
 * numbers are among those that ARCEP keeps for fiction (02 61 91, 01 99 00); `.example` names nobody (RFC 2606).
 */
export const administrations: readonly DemoAdministration[] = [
  {
    insee: '28148',
    siren: '212801484',
    name: 'Mairie du Favril',
    phone: '02 61 91 28 14',
    email: 'mairie@le-favril.example',
    address: '2 place de la Mairie, 28190 Le Favril',
    openingHours: {
      // As the commune's own site says.
      week: [[range('09:00-12:00')], [], [range('16:00-18:30')], [range('09:00-12:00')], [], [], []],
      closedOnHolidays: true,
      closings: [],
      openings: [],
    },
    accent: '#3f6b1f',
    desks: [
      {
        slug: 'voirie',
        name: 'Voirie et chemins',
        phone: '02 61 91 28 15',
        email: 'voirie@le-favril.example',
      },
      {
        slug: 'etat-civil',
        name: 'État civil',
        phone: '02 61 91 28 16',
        email: 'etat-civil@le-favril.example',
      },
      { slug: 'ecole', name: 'École et cantine', phone: '02 61 91 28 17', email: 'ecole@le-favril.example' },
      { slug: 'urbanisme', name: 'Urbanisme', phone: '02 61 91 28 18', email: 'urbanisme@le-favril.example' },
    ],
  },
  {
    insee: '77475',
    siren: '217704758',
    name: 'Mairie de Trilport',
    phone: '01 99 00 77 47',
    email: 'mairie@trilport.example',
    address: '5 rue du Port-aux-Pommes, 77470 Trilport',
    openingHours: {
      week: [
        [range('08:30-12:00'), range('13:30-17:30')],
        [range('08:30-12:00'), range('13:30-17:30'), range('17:30-19:00', 'sur rendez-vous')],
        [range('08:30-12:00'), range('13:30-17:30')],
        [range('08:30-12:00'), range('13:30-17:30')],
        [range('08:30-12:00'), range('13:30-17:30')],
        [range('09:00-12:00')],
        [],
      ],
      closedOnHolidays: true,
      closings: [{ from: comingMonday(), until: comingMonday(), reason: 'formation des agents' }],
      openings: [],
    },
    accent: '#0f5c63',
    desks: [
      {
        slug: 'voirie',
        name: 'Voirie et propreté',
        phone: '01 99 00 77 48',
        email: 'voirie@trilport.example',
      },
      {
        slug: 'enfance',
        name: 'Enfance et cantine',
        phone: '01 99 00 77 49',
        email: 'enfance@trilport.example',
      },
      {
        slug: 'etat-civil',
        name: 'État civil',
        phone: '01 99 00 77 50',
        email: 'etat-civil@trilport.example',
      },
      { slug: 'urbanisme', name: 'Urbanisme', phone: '01 99 00 77 51', email: 'urbanisme@trilport.example' },
      {
        slug: 'vie-locale',
        name: 'Vie locale et associations',
        phone: '01 99 00 77 52',
        email: 'vie-locale@trilport.example',
      },
    ],
  },
  {
    insee: '91312',
    siren: '219103124',
    name: 'Mairie d’Igny',
    phone: '01 99 00 91 30',
    email: 'mairie@igny.example',
    address: '1 allée des Bièvres, 91430 Igny',
    hours: ['Du lundi au vendredi : 8 h 30 – 12 h et 13 h 30 – 17 h', 'Samedi : 9 h – 12 h'],
    accent: '#2b4a9b',
    desks: [
      { slug: 'voirie', name: 'Voirie', phone: '01 99 00 91 31', email: 'voirie@igny.example' },
      {
        slug: 'etat-civil',
        name: 'État civil et élections',
        phone: '01 99 00 91 32',
        email: 'etat-civil@igny.example',
      },
      { slug: 'ecole', name: 'Écoles et cantines', phone: '01 99 00 91 33', email: 'ecole@igny.example' },
      { slug: 'urbanisme', name: 'Urbanisme', phone: '01 99 00 91 34', email: 'urbanisme@igny.example' },
      {
        slug: 'mediatheque',
        name: 'Médiathèque',
        phone: '01 99 00 91 35',
        email: 'mediatheque@igny.example',
      },
    ],
  },
  {
    insee: '77322',
    siren: '217703222',
    name: 'Mairie de Moussy-le-Neuf',
    phone: '01 99 00 73 22',
    email: 'mairie@moussy-le-neuf.example',
    address: '3 rue des Tilleuls, 77230 Moussy-le-Neuf',
    hours: ['Lundi, mardi, jeudi et vendredi : 9 h – 12 h et 14 h – 17 h 30', 'Mercredi : 9 h – 12 h'],
    accent: '#7a2f4f',
    desks: [
      { slug: 'voirie', name: 'Voirie', phone: '01 99 00 73 23', email: 'voirie@moussy-le-neuf.example' },
      {
        slug: 'etat-civil',
        name: 'État civil',
        phone: '01 99 00 73 24',
        email: 'etat-civil@moussy-le-neuf.example',
      },
      {
        slug: 'ecole',
        name: 'École et périscolaire',
        phone: '01 99 00 73 25',
        email: 'ecole@moussy-le-neuf.example',
      },
      {
        slug: 'urbanisme',
        name: 'Urbanisme',
        phone: '01 99 00 73 26',
        email: 'urbanisme@moussy-le-neuf.example',
      },
    ],
  },
];
