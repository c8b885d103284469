import type { Administration, Language } from '@guichet/contracts/administration';
import type { Directory, DirectoryProcedure, Organisation } from '@guichet/contracts/directory';
import { html, nothing, type TemplateResult } from 'lit';
import type { Opening } from './clock.js';
import type { Place } from './place.js';
import type { Words } from './services-directory.messages.js';

/** `id` of the search field, and of what says how much was found. */
export const SEARCH = 'q';
export const RESULTS = 'results';

/** What every view is drawn from. */
export interface View {
  words: Words;
  language: Language;
  administration: Administration;
  directory: Directory;
  level: number;
  organisationOf: (id: string) => Organisation | undefined;
  /** Absolute URL of a place: a plain link to it is followed by the element, without leaving the page. */
  href: (place: Place) => string;
  /** Civil date where the administration is. */
  today: string;
  /** Null where the hours are not known by the day. */
  openingOf: (organisation: Organisation) => Opening | null;
  isOpen: (organisation: Organisation) => boolean;
}

/** Whether it is open now, and until or from when: a mark, and a sentence that says it all. */
export function openingView(
  organisation: Organisation,
  { openingOf }: View,
): TemplateResult | typeof nothing {
  const opening = openingOf(organisation);
  return opening
    ? html`<span class="opening ${opening.isOpen ? 'open' : ''}">${opening.sentence}</span>`
    : nothing;
}

/** An organisation in a line, beside what it is competent for. */
export function competentView(organisation: Organisation, view: View): TemplateResult {
  const href = view.href({ view: 'organisation', id: organisation.id });
  return html`<span class="competent"
    ><a href=${href} lang="fr">${organisation.name}</a> ${openingView(organisation, view)}</span
  >`;
}

/** The link to a procedure, and who is competent for it. */
export function procedureItem(
  { slug, title, organisation, operator }: DirectoryProcedure,
  view: View,
  hasOrganisation = true,
): TemplateResult {
  const competent = hasOrganisation && view.organisationOf(organisation);
  return html`<a class="name" href=${view.href({ view: 'procedure', id: slug })} lang="fr">${title}</a>
    ${competent ? competentView(competent, view) : organisation ? nothing : operator}`;
}

/** Link to the form of the administration itself, or of one of its services. */
export function writingLink(recipient: string, text: string, { administration }: View): TemplateResult {
  const { contact } = administration.links;
  const href = recipient ? `${contact}?${String(new URLSearchParams({ recipient }))}` : contact;
  return html`<a class="button main" href=${href} data-recipient=${recipient}>${text}</a>`;
}
