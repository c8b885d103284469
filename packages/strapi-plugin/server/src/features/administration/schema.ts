/** What is kept of an administration, and what is checked before it is written. */
import type { ImportedFacts } from '@guichet/contracts/admin/administrations';
import { noRetention, retentionSettings } from '@guichet/contracts/admin/retention';
import { languages } from '@guichet/contracts/administration';
import { levels } from '@guichet/contracts/directory';
import { openingHoursInput } from '@guichet/contracts/opening-hours-schema';
import { isEmail, isInseeCode, isPhone, isSiren } from '@guichet/contracts/identity';
import { isSlug } from '@guichet/contracts/request-rules';
import * as z from 'zod';
import { memo } from '../../domain/memo.js';

export const ADMINISTRATION = 'plugin::guichet.administration';

export const kinds = ['commune', 'intercommunality', 'ccas', 'syndicate', 'department'] as const;

const hidden = { 'content-manager': { visible: false }, 'content-type-builder': { visible: false } };
// Made anew for each attribute: Strapi writes the column's name into them.
const text = () => ({ type: 'string' });
const required = () => ({ type: 'string', required: true });
const unique = { column: { unique: true } };

/**
 * Hidden from the Content Manager: in the Community Edition nothing there keeps one tenant's agents from another's
 * records. No Draft & Publish: drafts and published rows would share the unique indexes.
 */
export const contentTypes = {
  administration: {
    schema: {
      kind: 'collectionType',
      collectionName: 'guichet_administrations',
      info: { singularName: 'administration', pluralName: 'administrations', displayName: 'Administration' },
      options: { draftAndPublish: false },
      pluginOptions: hidden,
      attributes: {
        /** The tenant's id: made once, never changed, what every row of a tenant carries. */
        uid: { ...required(), ...unique },
        siren: { ...required(), ...unique },
        insee: { ...text(), ...unique },
        name: required(),
        kind: { type: 'enumeration', enum: [...kinds], required: true },
        timeZone: required(),
        departement: text(),
        phone: required(),
        email: required(),
        address: { type: 'text', required: true },
        hours: { type: 'json' },
        openingHours: { type: 'json' },
        accent: text(),
        origins: { type: 'json' },
        securityAttestation: text(),
        languages: { type: 'json' },
        successorUid: text(),
        successorFrom: { type: 'date' },
        /** Of what comes by the general form. */
        retention: { type: 'json' },
        /** What the annuaire said last of its mairie: what is otherwise here was written here. */
        imported: { type: 'json' },
      },
    },
  },
};

/** Whether this is an origin exactly as browsers write it in `Origin`. */
function isOrigin(text: string): boolean {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) return false;
  return new URL(text).origin === text;
}

/** There are few, and asking takes half a millisecond. */
const isTimeZone = memo((text): boolean => {
  try {
    new Intl.DateTimeFormat('fr', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}, 1000);

const line = z.string().trim().min(1).max(200);
const civil = z.iso.date();

/** What the plugin's own pages write of an administration. `uid` is given at creation and never changes. */
export const administrationInput = z.strictObject({
  siren: z.string().refine(isSiren),
  insee: z.string().refine(isInseeCode).nullable().default(null),
  name: line,
  kind: z.enum(kinds),
  timeZone: z.string().refine(isTimeZone).default('Europe/Paris'),
  departement: z
    .string()
    .regex(/^(?:\d{2,3}|2[AB])$/)
    .nullable()
    .default(null),
  phone: z.string().refine(isPhone),
  email: z.string().refine(isEmail),
  address: z.string().trim().min(1).max(500),
  /** Free text, a line each: shown while there are no `openingHours`. */
  hours: z.array(line).max(20).default([]),
  openingHours: openingHoursInput.nullable().default(null),
  accent: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullable()
    .default(null),
  /** Exact origins, as in `https://www.lefavril.example`. */
  origins: z.array(z.string().refine(isOrigin)).max(50).default([]),
  /** Where users find the attestation that the information system is secured. */
  securityAttestation: z
    .url()
    .max(500)
    .refine((text) => /^https?:/.test(text))
    .nullable()
    .default(null),
  languages: z.array(z.enum(languages)).min(1).default(['fr', 'en']),
  /** The administration that takes over, and from which civil date. */
  successorUid: z.string().nullable().default(null),
  successorFrom: civil.nullable().default(null),
  retention: retentionSettings.default(noRetention),
});

export type AdministrationInput = z.input<typeof administrationInput>;

/** `PUT /administrations/:id`. */
export const administrationChange = administrationInput.extend({ seen: z.string().max(40) });

/** A row of the content type. */
export interface AdministrationRecord extends z.output<typeof administrationInput> {
  id: number;
  documentId: string;
  uid: string;
  imported?: ImportedFacts | null;
}

/** The département it is in: the one that was entered, else the one that its INSEE code begins with. */
export function departementFor({ departement, insee }: Pick<AdministrationRecord, 'departement' | 'insee'>) {
  return departement ?? (insee ? insee.slice(0, insee.startsWith('97') ? 3 : 2) : null);
}

/** A service of its own that residents can write to. */
export const deskInput = z.strictObject({
  slug: z.string().refine(isSlug),
  name: line,
  /** Where notices go. */
  email: z.string().refine(isEmail),
  phone: z.string().refine(isPhone),
  address: z.string().trim().min(1).max(500),
  level: z.enum(levels).default('commune'),
});

export type DeskInput = z.input<typeof deskInput>;
