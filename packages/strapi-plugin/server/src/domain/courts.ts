/** The administrative court of each département: that of the seat of who decided (CJA R312-1), by CJA R221-3. */

export interface Court {
  /** `Tribunal administratif d’Orléans`. */
  name: string;
  /** The départements and collectivities of its jurisdiction; overseas, its seat's comes first. */
  departements: readonly string[];
}

// Seat: départements (CJA R221-3).
const seats: Readonly<Record<string, string>> = {
  Amiens: '02 60 80',
  Bastia: '2A 2B',
  Besançon: '25 39 70 90',
  Bordeaux: '24 33 47',
  Caen: '14 50 61',
  'Cergy-Pontoise': '92 95',
  'Châlons-en-Champagne': '08 10 51 52',
  'Clermont-Ferrand': '03 15 43 63',
  Dijon: '21 58 71 89',
  Grenoble: '26 38 73 74',
  Lille: '59 62',
  Limoges: '19 23 36 87',
  Lyon: '01 07 42 69',
  Marseille: '04 05 13',
  Melun: '77 94',
  Montpellier: '11 34 66',
  Montreuil: '93',
  Nancy: '54 55 88',
  Nantes: '44 49 53 72 85',
  Nice: '06',
  Nîmes: '30 48 84',
  Orléans: '18 28 37 41 45',
  Paris: '75',
  Pau: '32 40 64 65',
  Poitiers: '16 17 79 86',
  Rennes: '22 29 35 56',
  Rouen: '27 76',
  Strasbourg: '57 67 68',
  Toulon: '83',
  Toulouse: '09 12 31 46 81 82',
  Versailles: '78 91',
  'Basse-Terre': '971',
  Cayenne: '973',
  Mamoudzou: '976',
  'Mata-Utu': '986',
  Nouméa: '988',
  Papeete: '987 989',
  'Saint-Denis': '974 984',
  'Saint-Barthélemy': '977',
  'Saint-Martin': '978',
  'Saint-Pierre': '975',
  Schœlcher: '972',
};

const courts: readonly Court[] = Object.entries(seats).map(([seat, departements]) => ({
  name: `Tribunal administratif ${/^[AO]/.test(seat) ? 'd’' : 'de '}${seat}`,
  departements: departements.split(' '),
}));

/** @param departement two or three characters (`28`, `2A`, `971`) @returns null where there is no such département */
export function courtOf(departement: string | null): Court | null {
  return courts.find(({ departements }) => departements.some((one) => one === departement)) ?? null;
}
