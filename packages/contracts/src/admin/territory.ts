/** Where the directory comes from, and administrations by their INSEE code: for who looks after the hosting. */
import * as z from 'zod';
import { isInseeCode } from '../identity.js';
import type { OpeningHours } from '../opening-hours.js';

export interface DirectorySourceView {
  part: 'annuaire' | 'communes';
  /** As it is configured: an address, or the path of a file; null: what comes with the plugin. */
  location: string | null;
  /** The name of the file that what is there came with; null where nothing came yet. */
  file: string | null;
  /** Instant, RFC 3339: when what is shown was fetched; null where nothing was yet. */
  fetchedAt: string | null;
  /** Instant: when the source is asked next; null where it is asked of nobody. */
  nextAt: string | null;
  /** Why it could not be reached or read, since `failures` times in a row; a few words in English. */
  failure: string | null;
  failures: number;
  /** What there is now: offices, or communes. */
  total: number;
  /** In the latest import. */
  changed: number;
  removed: number;
  /** What of its records did not come in; `detail` is a few words in English. */
  faults: { record: string; fault: string; detail: string }[];
  /** How many there were, of which `faults` has the first. */
  faultCount: number;
}

/** `GET /directory-sources`, and `POST /directory-sources/refresh`, which has them asked again within ten minutes. */
export interface DirectorySources {
  sources: DirectorySourceView[];
}

/** `POST /territory/search`: by the beginning of a name, a postal code or an INSEE code; by the code of a territory. */
export const territoryQuery = z.strictObject({ search: z.string().trim().max(100) });

export type TerritoryQuery = z.input<typeof territoryQuery>;

export interface CommuneFound {
  /** INSEE; of a commune that has merged, that of before. */
  code: string;
  name: string;
  postalCodes: string[];
  department: { code: string; name: string };
  population: number | null;
  /** The commune that answers for it now, where it has merged. */
  present: { code: string; name: string } | null;
  /** Id of the administration that is there already. */
  administrationId: string | null;
}

/** What communes belong to. */
const territoryLevels = ['intercommunality', 'department', 'region'] as const;

export interface TerritoryFound {
  level: (typeof territoryLevels)[number];
  /** Of an intercommunality, its SIREN; else that of the official code of geography. */
  code: string;
  name: string;
  /** How many it has. */
  communes: number;
  /** The names of the départements where these are, the one that has most of them first. */
  departments: string[];
}

export interface TerritorySearch {
  communes: CommuneFound[];
  territories: TerritoryFound[];
}

/** What is needed of an administration that the sources do not know: it is not made without. */
export const creationLacks = ['siren', 'phone', 'email', 'address'] as const;
export type CreationLack = (typeof creationLacks)[number];

/** `GET /territory/:code`: what would be made of a commune. */
export interface TerritoryPreview {
  commune: CommuneFound;
  /** `Mairie du Favril`. */
  name: string;
  siren: string | null;
  timeZone: string;
  departement: string;
  phone: string | null;
  email: string | null;
  address: string | null;
  openingHours: OpeningHours | null;
  hours: string[];
  lacks: CreationLack[];
  intercommunality: { siren: string; name: string } | null;
  /** The names of the prefecture, and of the France services, that its directory would show. */
  prefecture: string | null;
  franceServices: string[];
  /** How many of the State's guides it would show. */
  guides: number;
}

/** `POST /administrations/by-code`: a few at once. */
export const creationByCode = z.strictObject({
  codes: z.array(z.string().refine(isInseeCode, 'invalid')).min(1, 'required').max(50, 'too-many'),
});

export type CreationByCode = z.input<typeof creationByCode>;

export interface CreationResult {
  code: string;
  /** `exists`: untouched. `lacking`: not made, as the sources do not know what it needs. */
  outcome: 'created' | 'exists' | 'unknown' | 'lacking';
  /** Of the administration that there is now. */
  administrationId: string | null;
  name: string;
  lacks: CreationLack[];
}

export interface CreationResults {
  results: CreationResult[];
}

/** `POST /creations`: all the communes of a territory, one after another, in the background. */
export const creationOrder = z.strictObject({
  level: z.enum(territoryLevels),
  /** Of an intercommunality, its SIREN; else the code of the département or the region. */
  code: z.string().regex(/^(?:\d{2,3}|2[AB]|\d{9})$/, 'invalid'),
});

export type CreationOrder = z.input<typeof creationOrder>;

export interface CreationOrderView {
  id: string;
  level: TerritoryFound['level'];
  code: string;
  /** Of the territory. */
  name: string;
  /** Instants. */
  askedAt: string;
  /** Null while it goes on. */
  doneAt: string | null;
  communes: number;
  done: number;
  created: number;
  existing: number;
  /** Those that were not made, in order; up to a few hundred. */
  lacking: { code: string; name: string; lacks: CreationLack[] }[];
  lackingCount: number;
}

/** `GET /creations`: the latest first. */
export interface CreationOrders {
  orders: CreationOrderView[];
}
