/** An organisation as it is typed, and as it is sent. */
import type { NewOrganisation } from '@guichet/contracts/admin/directory';
import type { AdminFieldError } from '@guichet/contracts/admin/problem';
import type { Level, OrganisationFacts } from '@guichet/contracts/directory';
import { noFacts } from '@guichet/contracts/no-facts';
import { type HoursDraft, hoursDraft, hoursToSend } from '../../shared/hours/hours-form.js';
import { linesOf } from '../../shared/lines.js';
import { pageAddress } from '../../shared/page-address.js';

/** `key` only tells rows apart. */
export interface PhoneDraft {
  key: number;
  number: string;
  label: string;
}

export interface FactsDraft {
  name: string;
  description: string;
  /** One at least, be it empty. */
  phones: PhoneDraft[];
  email: string;
  contactForm: string;
  website: string;
  address: string;
  accessibility: string;
  /** `48.4469, 1.4892` */
  position: string;
  openingHours: HoursDraft;
  hoursNote: string;
  /** One a line. */
  keywords: string;
}

export interface OrganisationDraft {
  facts: FactsDraft;
  level: Level;
  isRecipient: boolean;
  isDraft: boolean;
  isShared: boolean;
}

export const factNames = [
  'name',
  'description',
  'phones',
  'email',
  'contactForm',
  'website',
  'address',
  'accessibility',
  'position',
  'openingHours',
  'hoursNote',
  'keywords',
] as const satisfies readonly (keyof OrganisationFacts)[];

export function withPhone(phones: readonly PhoneDraft[]): PhoneDraft[] {
  const key = Math.max(-1, ...phones.map((phone) => phone.key)) + 1;
  return [...phones, { key, number: '', label: '' }];
}

export const positionText = ({ latitude, longitude }: NonNullable<OrganisationFacts['position']>) =>
  `${latitude}, ${longitude}`;

export function factsDraft(facts: OrganisationFacts): FactsDraft {
  const { name, description, address, accessibility, hoursNote } = facts;
  return {
    name,
    description,
    address,
    accessibility,
    hoursNote,
    phones: facts.phones.length ? facts.phones.map((phone, key) => ({ ...phone, key })) : withPhone([]),
    email: facts.email ?? '',
    contactForm: facts.contactForm ?? '',
    website: facts.website ?? '',
    position: facts.position ? positionText(facts.position) : '',
    openingHours: hoursDraft(facts.openingHours),
    keywords: facts.keywords.join('\n'),
  };
}

const nothing: OrganisationFacts = { name: '', ...noFacts };

/** @param level the administration's own */
export const newDraft = (level: Level): OrganisationDraft => ({
  facts: factsDraft(nothing),
  level,
  isRecipient: false,
  isDraft: false,
  isShared: false,
});

/** Rows in which nothing was typed go before it is sent: the server names the others by their place. */
export function withoutEmptyPhones(draft: FactsDraft): FactsDraft {
  const phones = draft.phones.filter(({ number, label }) => number.trim() || label.trim());
  return { ...draft, phones: phones.length ? phones : withPhone([]) };
}

const POSITION = /^(-?\d{1,3}(?:[.,]\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)$/;

/** As maps copy it, or with French commas. What is none is no number, which the server refuses. */
function positionOf(typed: string): OrganisationFacts['position'] {
  const text = typed.trim();
  if (!text) return null;
  const [, latitude = '', longitude = ''] = POSITION.exec(text) ?? [];
  const degrees = (written: string) => Number(written.replace(',', '.') || NaN);
  return { latitude: degrees(latitude), longitude: degrees(longitude) };
}

function plain(draft: FactsDraft): OrganisationFacts {
  return {
    name: draft.name.trim(),
    description: draft.description.trim(),
    phones: withoutEmptyPhones(draft)
      .phones.map(({ number, label }) => ({ number: number.trim(), label: label.trim() }))
      .filter(({ number, label }) => number || label),
    email: draft.email.trim() || null,
    contactForm: pageAddress(draft.contactForm),
    website: pageAddress(draft.website),
    address: draft.address.trim(),
    accessibility: draft.accessibility.trim(),
    position: positionOf(draft.position),
    openingHours: hoursToSend(draft.openingHours),
    hoursNote: draft.hoursNote.trim(),
    keywords: linesOf(draft.keywords),
  };
}

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** @returns the fields that are not as `known` has them, as far as this form can tell */
export function factsThatDiffer(
  draft: FactsDraft,
  known: OrganisationFacts,
): readonly (keyof OrganisationFacts)[] {
  const [typed, there] = [plain(draft), plain(factsDraft(known))];
  return factNames.filter((name) => !isSame(typed[name], there[name]));
}

/**
 * @param before as it was read: what nobody touched goes back as it came, so that it is not taken for written here
 */
export function toSend(draft: OrganisationDraft, before: OrganisationFacts | null): NewOrganisation {
  const { facts, level, isRecipient, isDraft, isShared } = draft;
  const changed = factsThatDiffer(facts, before ?? nothing);
  const typed = plain(facts);
  const sent = Object.fromEntries(
    factNames.map((name) => [name, changed.includes(name) || !before ? typed[name] : before[name]]),
  ) as unknown as OrganisationFacts;
  return { facts: sent, level, isRecipient, isDraft, isShared };
}

/** What the source says of one field, in the place of what was written here. */
export const takenBack = (
  draft: FactsDraft,
  source: OrganisationFacts,
  name: keyof OrganisationFacts,
): FactsDraft => ({ ...draft, [name]: factsDraft(source)[name] });

/** Residents are to write to it: what that needs is as the administration's own, where nothing was typed. */
export function asRecipient(
  draft: OrganisationDraft,
  like: { email: string; phone: string; address: string } | null,
): OrganisationDraft {
  if (!like) return { ...draft, isRecipient: true };
  const { facts } = draft;
  const [first, ...others] = withoutEmptyPhones(facts).phones;
  const phones = [{ ...first!, number: first!.number || like.phone }, ...others];
  return {
    ...draft,
    isRecipient: true,
    facts: { ...facts, phones, email: facts.email || like.email, address: facts.address || like.address },
  };
}

/** The server's errors, by the names of this form's fields. */
export function formErrors(errors: readonly AdminFieldError[]): AdminFieldError[] {
  return errors.map(({ path, ...error }) => ({
    path:
      path === 'facts.phones' && error.code === 'required' ? 'phones.0.number' : path.replace(/^facts\./, ''),
    ...error,
  }));
}
