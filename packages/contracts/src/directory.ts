/**
 * `GET …/{code}/directory`: who does what for the residents of an administration, and what they can start. Public, cached,
 * the same for everyone.
 */
import * as z from 'zod';
import { openingHours } from './opening-hours-schema.js';
import { offeredProcedure } from './procedure.js';

/** Who an organisation belongs to, the nearest first. */
export const levels = [
  'commune',
  'intercommunality',
  'department',
  'region',
  'state',
  'association',
] as const;
export type Level = (typeof levels)[number];

export const organisationPhone = z.object({
  /** As people read it: `02 37 00 00 00`. */
  number: z.string(),
  /** Whose, or what for: `Urgences eau`; empty for none. */
  label: z.string(),
});

/** What is told of an organisation. Every text is plain; a line break is a line. */
export const organisationFacts = z.object({
  name: z.string(),
  /** What it does; empty where nobody wrote it. */
  description: z.string(),
  phones: z.array(organisationPhone),
  email: z.string().nullable(),
  /** Absolute `https:` or `http:` URL of its own contact form, and of its site. */
  contactForm: z.string().nullable(),
  website: z.string().nullable(),
  /** A line each; empty where it receives nobody. */
  address: z.string(),
  /** How a person with a disability gets in; empty where nothing is known. */
  accessibility: z.string(),
  /** WGS 84, in degrees. */
  position: z.object({ latitude: z.number(), longitude: z.number() }).nullable(),
  /** By the day; null where only `hoursNote` is known. */
  openingHours: openingHours.nullable(),
  /** Beside the hours, or in their place: `Sur rendez-vous`. */
  hoursNote: z.string(),
  /** Everyday words that it is found by, beside those above. */
  keywords: z.array(z.string()),
});

export type OrganisationFacts = z.output<typeof organisationFacts>;

export const organisation = organisationFacts.extend({
  /** Stable, safe in a URL. The administration itself is the first, by its code. */
  id: z.string(),
  level: z.enum(levels),
  /** The State's word for this kind of office (`mairie`, `epci`, `prefecture`, `caf`…), which guides name; null for none. */
  kind: z.string().nullable(),
  /**
   * Slug of the recipient that one writes to by the contact form; null where one cannot write to it here, and of the
   * administration itself, which is written to without one.
   */
  recipient: z.string().nullable(),
  /** Whose data it is, to be named beside it (licence ouverte 2.0); null where the administration wrote it. */
  source: z.object({ name: z.string(), url: z.string(), updatedOn: z.string().nullable() }).nullable(),
});

export type Organisation = z.output<typeof organisation>;

/** How something can be done. */
export const ways = ['online', 'counter', 'phone', 'post'] as const;
export type Way = (typeof ways)[number];

/** What is told of a procedure before one starts it. Every text is plain; empty where nobody wrote it. */
export const procedureFacts = z.object({
  /** For whom. */
  audience: z.string(),
  /** What to have at hand, one each. */
  documents: z.array(z.string()),
  cost: z.string(),
  /** How long it takes. */
  delay: z.string(),
  ways: z.array(z.enum(ways)),
  keywords: z.array(z.string()),
  /** Id of the State's guide about it; null for none. */
  guide: z.string().nullable(),
});

export type ProcedureFacts = z.output<typeof procedureFacts>;

/** Of a procedure of which nobody wrote more than its title. */
export const noProcedureFacts: ProcedureFacts = {
  audience: '',
  documents: [],
  cost: '',
  delay: '',
  ways: [],
  keywords: [],
  guide: null,
};

export const directoryProcedure = offeredProcedure.extend({
  ...procedureFacts.shape,
  /** Id of the organisation that is competent; empty where a téléprocédure's is not among them. */
  organisation: z.string(),
  /** Absolute URL of the hosting's page where it is started, which works without JavaScript. */
  link: z.string(),
  /** Of a téléprocédure, the name of who operates it: `<guichet-teleprocedure>` takes its slug. Absent of a form here. */
  operator: z.string().optional(),
});

export type DirectoryProcedure = z.output<typeof directoryProcedure>;

/** A guide that can be browsed: `guide.ts` has its text. */
const listedGuide = z.object({ id: z.string(), title: z.string() });

export const directory = z.object({
  /** In the order in which they are to be shown: the administration itself first. */
  organisations: z.array(organisation),
  /** What can be started here beside the general form, in order. */
  procedures: z.array(directoryProcedure),
  /** Where browsing the State's guides begins: themes, and what to do in the events of a life; empty without guides. */
  themes: z.array(listedGuide),
  lifeEvents: z.array(listedGuide),
  /** Absolute URL of the hosting's page that shows the same without JavaScript. */
  link: z.string(),
});

export type Directory = z.output<typeof directory>;
