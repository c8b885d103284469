export interface DemoAgent {
  email: string;
  firstname: string;
  lastname: string;
  /** Shown beside the login by `npm start`. */
  serves: string;
  /** INSEE codes of the communes that this agent works for; none for the hosting's administrator. */
  administrations: readonly string[];
  /** As answers show it beside the name (CRPA L111-2). */
  capacity: string;
  /** May configure, and propose closed requests to the archives, besides what every agent may. */
  isManager?: boolean;
}

/** Who can log in to the demo; all share the password that `npm start` prints. */
export const agents: readonly DemoAgent[] = [
  {
    email: 'camille.amarre@hebergement.example',
    firstname: 'Camille',
    lastname: 'Amarre',
    serves: 'toute la plate-forme · the whole hosting',
    administrations: [],
    capacity: 'Administratrice de la plate-forme',
  },
  {
    email: 'mahaut.belleverte@le-favril.example',
    firstname: 'Mahaut',
    lastname: 'Belleverte',
    serves: 'Le Favril',
    administrations: ['28148'],
    capacity: 'Secrétaire de mairie',
  },
  {
    email: 'ninon.passerelle@trilport.example',
    firstname: 'Ninon',
    lastname: 'Passerelle',
    serves: 'Trilport + Moussy-le-Neuf',
    administrations: ['77475', '77322'],
    capacity: 'Responsable de l’accueil',
    isManager: true,
  },
  {
    email: 'idriss.clairmatin@igny.example',
    firstname: 'Idriss',
    lastname: 'Clairmatin',
    serves: 'Igny',
    administrations: ['91312'],
    capacity: 'Agent d’accueil',
  },
];
