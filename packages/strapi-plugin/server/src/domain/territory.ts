/** Communes and what they belong to, as the official code of geography and the list of intercommunalities have them. */
import type { TerritoryFound } from '@guichet/contracts/admin/territory';

/** Where something of a territory is shown. */
export type TerritoryPlace =
  'everywhere' | `${'commune' | 'intercommunality' | 'department' | 'region'}:${string}`;

export interface Commune {
  /** INSEE code. */
  code: string;
  /** Empty of a code that is only remembered. */
  name: string;
  /** INSEE's type of name, by which `ofCommune` contracts; null where the source does not say. */
  liaison: number | null;
  /** The commune that answers for it now: it has merged, or is an arrondissement of Paris, Lyon or Marseille; else null. */
  present: string | null;
  siren: string | null;
  postalCodes: readonly string[];
  department: string;
  region: string;
  /** SIREN of the intercommunality that levies taxes; null where it is in none. */
  intercommunality: string | null;
  /** SIREN of its établissement public territorial, within the Métropole du Grand Paris; null elsewhere. */
  district: string | null;
  population: number | null;
  /** WGS 84, in degrees; null where the source does not say. */
  position: { latitude: number; longitude: number } | null;
}

/** Where a commune is. */
export type PlacedCommune = Pick<
  Commune,
  'code' | 'present' | 'department' | 'region' | 'intercommunality' | 'district' | 'position'
>;

/** What communes belong to. An intercommunality's code is its SIREN. */
export type Territory = Pick<TerritoryFound, 'level' | 'code' | 'name'>;

/** What belongs together in a directory: all that is shown in a commune, the widest first. */
export function placesOfCommune({
  code,
  intercommunality,
  district,
  department,
  region,
}: Pick<Commune, 'code' | 'intercommunality' | 'district' | 'department' | 'region'>): TerritoryPlace[] {
  return [
    'everywhere',
    `region:${region}`,
    `department:${department}`,
    ...(intercommunality ? [`intercommunality:${intercommunality}` as const] : []),
    ...(district ? [`intercommunality:${district}` as const] : []),
    `commune:${code}`,
  ];
}

/** The département that a département's own SIREN names (22, then its number); null of any other. */
export function departmentOfSiren(siren: string): string | null {
  const [, department] = /^22(97\d|0[1-9]|[1-8]\d|9[0-5])/.exec(siren) ?? [];
  return department ?? null;
}
