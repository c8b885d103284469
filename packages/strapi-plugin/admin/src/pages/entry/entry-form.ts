/** An entry as it is being typed, and as it is sent. */
import { type EntryChannel, type NewEntry, phoneNatures } from '@guichet/contracts/admin/entries';
import type { Nature } from '@guichet/contracts/request';
import { natures } from '@guichet/contracts/request-rules';

export const entrySenders = ['individual', 'company', 'association', 'organisation', 'minimal'] as const;
export type EntrySender = (typeof entrySenders)[number];

export interface EntryForm {
  administrationId: string;
  channel: EntryChannel;
  /** Civil date; empty for today's, where the administration is. */
  receivedOn: string;
  nature: Nature;
  /** A slug; empty for the administration at large. */
  recipient: string;
  kind: EntrySender;
  name: string;
  familyName: string;
  givenName: string;
  siret: string;
  rna: string;
  email: string;
  phone: string;
  /** One line a line. */
  address: string;
  postalCode: string;
  city: string;
  country: string;
  wantsEmails: boolean;
  subject: string;
  message: string;
  acknowledge: boolean;
}

export const emptyEntry: EntryForm = {
  administrationId: '',
  channel: 'counter',
  receivedOn: '',
  nature: 'request',
  recipient: '',
  kind: 'individual',
  name: '',
  familyName: '',
  givenName: '',
  siret: '',
  rna: '',
  email: '',
  phone: '',
  address: '',
  postalCode: '',
  city: '',
  country: 'FR',
  wantsEmails: false,
  subject: '',
  message: '',
  acknowledge: true,
};

/** What can be chosen: by telephone nothing is asked that a decision answers. */
export function naturesFor(channel: EntryChannel): readonly Nature[] {
  return channel === 'phone' ? phoneNatures : natures;
}

/** Nobody need be named to ask a question (CRPA R112-9-1 is for what is more than one). */
export function sendersFor(nature: Nature): readonly EntrySender[] {
  return nature === 'question' ? entrySenders : entrySenders.filter((kind) => kind !== 'minimal');
}

/** A change, with what it makes impossible put right. */
export function changed(form: EntryForm, change: Partial<EntryForm>): EntryForm {
  const next = { ...form, ...change };
  // Services are the administration's own.
  if (next.administrationId !== form.administrationId) next.recipient = '';
  const possible = naturesFor(next.channel);
  if (!possible.includes(next.nature)) next.nature = possible[0]!;
  if (!sendersFor(next.nature).includes(next.kind)) next.kind = 'individual';
  return next;
}

/** Whether something was typed that would be missed. */
export function isTyped(form: EntryForm): boolean {
  const texts = [
    'name',
    'familyName',
    'givenName',
    'email',
    'phone',
    'address',
    'subject',
    'message',
  ] as const;
  return texts.some((text) => form[text].trim() !== '');
}

/** Whether an acknowledgement can be handed over: of what came on paper, or is written down at the counter. */
export function isAcknowledgeable({ channel }: Pick<EntryForm, 'channel'>): boolean {
  return channel !== 'phone';
}

/** Whether the number typed is that of the company, nine digits, rather than that of its establishment, fourteen. */
export function isSiren(typed: string): boolean {
  return typed.replace(/\s/g, '').length === 9;
}

/** @param today of the administration */
export function entryOf(form: EntryForm, key: string, today: string): NewEntry {
  const { administrationId, channel, nature, wantsEmails, subject, message } = form;
  return {
    key,
    administrationId,
    channel,
    receivedOn: form.receivedOn || today,
    nature,
    recipient: form.recipient || null,
    sender: senderOf(form),
    wantsEmails,
    subject,
    message,
    acknowledge: form.acknowledge && isAcknowledgeable(form),
  };
}

function senderOf(form: EntryForm): NewEntry['sender'] {
  const { kind, name, familyName, givenName, email, phone, postalCode, city } = form;
  const lines = form.address
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const country = form.country.trim().toUpperCase() || 'FR';
  const contact = { email, phone, postalAddress: { lines, postalCode, city, country } };
  switch (kind) {
    case 'individual':
      return { kind, familyName, givenName, ...contact };
    case 'organisation':
      return { kind, name, familyName, givenName, ...contact };
    case 'company': {
      const digits = form.siret.replace(/\s/g, '');
      return { kind, name, ...(isSiren(form.siret) ? { siren: digits } : { siret: digits }), ...contact };
    }
    case 'association':
      return { kind, name, rna: form.rna, ...contact };
    case 'minimal':
      return { kind, ...contact };
  }
}
