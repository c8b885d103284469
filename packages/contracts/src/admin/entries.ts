/** What came at the counter, by telephone or by post, as an agent enters it. */
import * as z from 'zod';
import type { FieldError } from '../problem.js';
import type { Receipt } from '../receipt.js';
import type { NewRequest, Nature } from '../request.js';
import { GENERAL_FORM } from '../general-form.js';
import { checkRequest, natures } from '../request-rules.js';
import type { AdministrationTag } from './inbox.js';

export const entryChannels = ['counter', 'post', 'phone'] as const;
export type EntryChannel = (typeof entryChannels)[number];

/**
 * By telephone nothing is sent nor signed, and nobody is identified: one can ask or inform. What asks for a decision is
 * to be written, at the counter if need be, for its acknowledgement to be owed (CRPA L112-3).
 */
export const phoneNatures: readonly Nature[] = ['question', 'information'];

/** How many days ago an entry may have been received: beyond, the year was mistyped. */
export const ENTRY_DAYS_BACK = 366;

const text = z.string().max(65_536).trim();
const optional = text.default('');

const contact = {
  email: optional,
  phone: optional,
  postalAddress: z
    .strictObject({
      lines: z.array(text).max(10).default([]),
      postalCode: optional,
      city: optional,
      country: text.default('FR'),
    })
    .prefault({}),
};

const shape = z.strictObject({
  /** A UUID of the form as it is filled in: sent again, it answers what it answered first. */
  key: z.uuid(),
  administrationId: z.string().min(1).max(64),
  channel: z.enum(entryChannels),
  /** Civil date of the administration, today or before. */
  receivedOn: z.iso.date(),
  nature: z.enum(natures),
  /** The slug of the service it is for, or null for the administration at large. */
  recipient: text.nullable().default(null),
  /** Who writes or calls. Only the name is owed, and of a question not even that. */
  sender: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('individual'), familyName: optional, givenName: optional, ...contact }),
    z.strictObject({
      kind: z.literal('company'),
      name: optional,
      siret: optional,
      siren: optional,
      ...contact,
    }),
    z.strictObject({ kind: z.literal('association'), name: optional, rna: optional, ...contact }),
    z.strictObject({
      kind: z.literal('organisation'),
      name: optional,
      familyName: optional,
      givenName: optional,
      ...contact,
    }),
    z.strictObject({ kind: z.literal('minimal'), ...contact }),
  ]),
  /** Whether the person wants to be written to by e-mail: the receipt leaves so, and the answers. */
  wantsEmails: z.boolean().default(false),
  subject: text,
  /** Transcribed, or summed up where the paper itself is kept. */
  message: text,
  /**
   * Whether an acknowledgement is handed over or posted. Not owed where a favourable decision comes within 15 days, nor
   * of a document or service that is issued as of right (CRPA R112-4).
   */
  acknowledge: z.boolean().default(true),
});

/** `POST /inbox/entries`. */
export const newEntry = shape.superRefine((entry, context) => {
  for (const { path, code } of checkEntry(entry)) {
    context.addIssue({ code: 'custom', path: path.split('.'), message: code });
  }
});

export type NewEntry = z.input<typeof newEntry>;
export type Entry = z.output<typeof newEntry>;

/** The entry as any request is stored: what was not given is empty. */
export function entryContent({
  nature,
  recipient,
  sender,
  wantsEmails,
  subject,
  message,
}: Entry): NewRequest {
  const every = {
    email: sender.email,
    receiptEmail: null,
    phone: sender.phone || null,
    refusesElectronicReply: !wantsEmails,
    onBehalfOf: null,
  };
  const { postalAddress } = sender;
  const stored = { procedure: GENERAL_FORM, nature, recipient, subject, message, language: 'fr' } as const;
  switch (sender.kind) {
    case 'individual':
      return { ...stored, sender: { ...every, kind: sender.kind, ...personOf(sender), postalAddress } };
    case 'organisation':
      return {
        ...stored,
        sender: { ...every, kind: sender.kind, name: sender.name, ...personOf(sender), postalAddress },
      };
    case 'company': {
      const { kind, name, siret, siren } = sender;
      return { ...stored, sender: { ...every, kind, name, siret: siret || null, siren: siren || null } };
    }
    case 'association':
      return { ...stored, sender: { ...every, kind: sender.kind, name: sender.name, rna: sender.rna } };
    case 'minimal':
      return { ...stored, sender: { ...every, kind: sender.kind } };
  }
}

const personOf = ({ familyName, givenName }: { familyName: string; givenName: string }) => ({
  familyName,
  givenName,
  preferredName: null,
});

/** The public form's own rules, where something was given; who writes on paper owes no more than a name. */
function checkEntry(entry: Entry): FieldError[] {
  const { channel, nature, wantsEmails, sender } = entry;
  const owed = ['subject', 'message', sender.kind === 'individual' ? 'sender.familyName' : 'sender.name'];
  if (wantsEmails) owed.push('sender.email');
  const errors = checkRequest(entryContent(entry))
    // Refusing to be answered by e-mail is the way of paper, a question's too.
    .filter(({ path }) => path !== 'sender.refusesElectronicReply')
    .filter(({ path, code }) => code !== 'required' || owed.includes(path));
  const isUnwritten = channel === 'phone' && !phoneNatures.includes(nature);
  return isUnwritten ? [{ path: 'nature', code: 'not-allowed' }, ...errors] : errors;
}

/** What is shown once, and printed for the person. */
export interface EntryCreated {
  id: string;
  reference: string;
  /** The server keeps only a keyed hash of it. */
  trackingCode: string;
  channel: EntryChannel;
  /** Civil date of the administration. */
  receivedOn: string;
  /** The acknowledgement (R112-5), or what only registers where none is handed over. */
  receipt: Receipt;
  /** Whether mentions are missing, which leaves appeal times without effect (CRPA L112-6). */
  isIncomplete: boolean;
  /** Whether it also leaves by e-mail. */
  isMailed: boolean;
  administration: AdministrationTag;
  /** Absolute URL of the page where the request is followed. */
  tracking: string;
}
