/** The directory of an administration, as the plugin's own pages read and write it. */
import * as z from 'zod';
import { type Level, levels, type Organisation, type OrganisationFacts } from '../directory.js';
import { isEmail, isPhone } from '../identity.js';
import { openingHoursInput } from '../opening-hours-schema.js';
import type { AdministrationTag } from './inbox.js';

const line = (max: number) => z.string().trim().max(max);
const address = z
  .url({ protocol: /^https?$/, error: 'invalid' })
  .max(500)
  .nullable();

/** What is written of an organisation. */
export const factsInput = z.strictObject({
  name: line(200).min(1, 'required'),
  description: z.string().trim().max(2000),
  phones: z
    .array(z.strictObject({ number: z.string().trim().refine(isPhone, 'invalid'), label: line(80) }))
    .max(10, 'too-many'),
  email: z.string().trim().refine(isEmail, 'invalid').nullable(),
  contactForm: address,
  website: address,
  address: z.string().trim().max(500),
  accessibility: z.string().trim().max(1000),
  position: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable(),
  openingHours: openingHoursInput.nullable(),
  hoursNote: z.string().trim().max(500),
  keywords: z.array(line(80).min(1)).max(50, 'too-many'),
});

/** `POST /administrations/:id/directory`: an organisation of its own. */
export const newOrganisation = z.strictObject({
  facts: factsInput,
  level: z.enum(levels),
  /** Whether residents write to it by the contact form: then it needs an e-mail address, a telephone and an address. */
  isRecipient: z.boolean(),
  /** Seen here only, until it is finished. */
  isDraft: z.boolean(),
  /** Whether it is shown in the directories of all communes of the owner's territory; of a commune, never. */
  isShared: z.boolean(),
});

export type NewOrganisation = z.input<typeof newOrganisation>;

/** `PUT /directory/:id`. `seen`: the `version` that was on screen; another one answers `request-changed`. */
export const organisationChange = newOrganisation.extend({ seen: z.int() });

export type OrganisationChange = z.input<typeof organisationChange>;

/** `PUT /administrations/:id/directory`: what the administration makes of each, in the order of its directory. */
export const directoryChoices = z.strictObject({
  choices: z
    .array(
      z.strictObject({
        id: z.string().max(64),
        isHidden: z.boolean(),
        /** In the place of the organisation's own description; empty: its own. */
        description: z.string().trim().max(2000),
      }),
    )
    .max(2000),
  /** Whether the order is the administration's own; else each stands where its level and its name put it. */
  isOrdered: z.boolean(),
});

export type DirectoryChoices = z.input<typeof directoryChoices>;

/** What residents will miss. `link`: one leads nowhere, twice in a row. */
export type OrganisationLack = 'hours' | 'phone' | 'address' | 'link';

/** Why a link leads nowhere. */
export const linkFaults = ['gone', 'unknown-name', 'certificate', 'unreachable'] as const;
export type LinkFault = (typeof linkFaults)[number];

/** Who edits it: the administration itself, another one, or the hosting. */
export type Whose = 'own' | 'other' | 'hosting';

export interface DirectoryRow {
  id: string;
  name: string;
  level: Level;
  kind: string | null;
  whose: Whose;
  /** Name of the source, or of the other administration; null of its own. */
  from: string | null;
  mayEdit: boolean;
  isRecipient: boolean;
  isDraft: boolean;
  isHidden: boolean;
  /** Civil date since when its source has it no more; null where it has. */
  goneOn: string | null;
  /** Its own description, and the administration's in its place; empty: none. */
  description: string;
  ownDescription: string;
  lacks: OrganisationLack[];
}

/** `GET /administrations/:id/directory`. */
export interface AdminDirectory {
  administration: AdministrationTag;
  mayConfigure: boolean;
  /** Whether its organisations can be shared with the communes of its territory. */
  mayShare: boolean;
  isOrdered: boolean;
  /** In the order in which residents see them, what they do not see included; the administration itself is not among them. */
  organisations: DirectoryRow[];
  /** Absolute URL of the hosting's page that shows it. */
  link: string;
}

/** `GET /directory/:id`. */
export interface AdminOrganisation {
  id: string;
  version: number;
  facts: OrganisationFacts;
  level: Level;
  kind: string | null;
  mayEdit: boolean;
  /** Whose it is; null: the hosting's, as a source has it. */
  owner: (AdministrationTag & { mayShare: boolean }) | null;
  /** What requests name it by; null where residents do not write to it here. */
  slug: string | null;
  isDraft: boolean;
  isShared: boolean;
  goneOn: string | null;
  /** `since`: instant, RFC 3339, of the first of the times that it led nowhere in a row. */
  deadLinks: { url: string; fault: LinkFault; since: string }[];
  /** What its source says, and which fields are not as it says. */
  source: (NonNullable<Organisation['source']> & { facts: OrganisationFacts }) | null;
  writtenHere: (keyof OrganisationFacts)[];
}
