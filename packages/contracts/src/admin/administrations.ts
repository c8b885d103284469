/** Administrations as the plugin's own pages read and write them. */
import * as z from 'zod';
import type { Administration, Language } from '../administration.js';
import type { HolidayOn } from '../holidays.js';
import type { OpeningHours } from '../opening-hours.js';
import type { AdministrationTag } from './inbox.js';
import type { RetentionSettings } from './retention.js';

export const ADMINISTRATION_PAGE_SIZE = 20;

/** `POST /administrations/search`. */
export const administrationQuery = z.strictObject({
  /** Part of a name, or the beginning of a code. */
  search: z.string().trim().max(200).default(''),
  page: z.int().min(1).max(10_000).default(1),
});

export type AdministrationQuery = z.input<typeof administrationQuery>;

export interface AdministrationRow extends AdministrationTag {
  siren: string;
  kind: Administration['kind'];
  /** How many agents read its requests: none is a mairie that nobody answers for. */
  readers: number;
  /** Civil date from which another one answers for it. */
  successorFrom: string | null;
}

export interface AdministrationPage {
  rows: AdministrationRow[];
  total: number;
  page: number;
  pageSize: number;
}

/** What an agent may configure where he serves. */
export interface AdministrationSettings {
  phone: string;
  email: string;
  address: string;
  /** Free text, a line each: shown while there are no `openingHours`. */
  hours: string[];
  openingHours: OpeningHours | null;
  /** `#rrggbb`, or null for the neutral theme. */
  accent: string | null;
  origins: string[];
  /** Absolute URL of the attestation that its information system is secured (ordonnance 2005-1516, art. 9). */
  securityAttestation: string | null;
  languages: Language[];
  /** Of what comes by the general form. */
  retention: RetentionSettings;
}

/** What only the hosting's administrators change. */
export interface AdministrationIdentity {
  name: string;
  kind: Administration['kind'];
  siren: string;
  insee: string | null;
  timeZone: string;
  departement: string | null;
  /** After a merger: who takes over, from which civil date. */
  successorUid: string | null;
  successorFrom: string | null;
}

/** `POST /administrations`. */
export type AdministrationForm = AdministrationIdentity & AdministrationSettings;

/** `PUT /administrations/:id`. `seen`: the `version` that was on screen; another one answers `request-changed`. */
export type AdministrationChange = AdministrationForm & { seen: string };

/**
 * What the State's annuaire said last of a mairie. What an administration has otherwise was written here, and stays when the
 * annuaire changes; null, or no hours: it does not say.
 */
export interface ImportedFacts {
  phone: string | null;
  email: string | null;
  /** On one line. */
  address: string | null;
  openingHours: OpeningHours | null;
  hours: string[];
}

/** `GET /administrations/:id`. */
export interface AdminAdministration extends AdministrationForm {
  id: string;
  version: string;
  successor: AdministrationTag | null;
  /** Null where nothing was brought in. */
  imported: ImportedFacts | null;
  /** The public holidays where it is, of the sixty days to come. */
  holidays: HolidayOn[];
  /** Who reads its requests. */
  readers: { name: string; capacity: string }[];
  /** Whether the caller may change the identity, and the rest. */
  mayManage: boolean;
  mayConfigure: boolean;
  /** What it still has to supply to be in order, with the text that asks for it. */
  lacks: (AdministrationLack | ProcedureLack | RetentionLack)[];
  integration: Integration;
}

export interface AdministrationLack {
  what:
    | 'service-name'
    | 'service-address'
    | 'service-phone'
    | 'silence-effect'
    | 'silence-date'
    | 'appeal'
    | 'terms'
    | 'security-attestation';
  basis: string;
  entails: 'appeal-times-without-effect' | 'terms-without-effect' | 'not-attested';
}

/** Nobody has chosen what silence means of a procedure. */
export interface ProcedureLack {
  what: 'procedure-silence';
  /** Its title. */
  procedure: string;
  basis: string;
  entails: 'appeal-times-without-effect';
}

/** Nobody has said how long the requests of a procedure are kept. */
export interface RetentionLack {
  what: 'retention';
  /** Its title; null of the general form. */
  procedure: string | null;
  basis: string;
  entails: 'never-eliminated';
}

/** What a webmaster pastes or links to. */
export interface Integration {
  code: string;
  /** Absolute URL of the script. */
  loader: string;
  links: Administration['links'];
}

export const identityFields = [
  'name',
  'kind',
  'siren',
  'insee',
  'timeZone',
  'departement',
  'successorUid',
  'successorFrom',
] as const satisfies readonly (keyof AdministrationIdentity)[];
