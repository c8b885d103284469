/** What every page of the directory is drawn from, and what several of them show. */
import type { Administration, Language } from '@guichet/contracts/administration';
import type { Directory, DirectoryProcedure, Organisation } from '@guichet/contracts/directory';
import { civilDate, type CivilDate } from '../../../domain/civil-date.js';
import { openingState } from '../../../domain/opening-hours.js';
import { openingSentence } from '../../../domain/opening-sentence.js';
import type { Tenant } from '../../../domain/tenant.js';
import { territoryOf } from '../../../domain/working-days.js';
import { attributes, markup, type Markup, type Piece } from '../html.js';
import { servicesAddress, type ServicesPlace } from './place.js';

export interface ServicesView {
  administration: Administration;
  directory: Directory;
  language: Language;
  /** Civil date where the administration is. */
  today: CivilDate;
  href: (place: ServicesPlace) => string;
  organisationOf: (id: string) => Organisation | null;
  /** Null where the hours are not known by the day. */
  openingOf: (organisation: Organisation) => { isOpen: boolean; sentence: string } | null;
}

export function viewOf(
  { administration, departement }: Tenant,
  directory: Directory,
  language: Language,
  now: Date,
): ServicesView {
  const { timeZone } = administration;
  const today = civilDate(now, timeZone);
  const byId = new Map(directory.organisations.map((one) => [one.id, one]));
  return {
    administration,
    directory,
    language,
    today,
    href: (place) => servicesAddress(administration, language, place),
    organisationOf: (id) => byId.get(id) ?? null,
    openingOf: ({ openingHours }) => {
      if (!openingHours) return null;
      const state = openingState(openingHours, { timeZone, territory: territoryOf(departement) }, now);
      return { isOpen: state.kind === 'open', sentence: openingSentence(state, today, language) };
    },
  };
}

/** Texts of the directory are French, whatever the page is in. */
export const inFrench = ({ language }: ServicesView): Markup =>
  attributes({ lang: language === 'fr' ? undefined : 'fr' });

/** Whether it is open now, and until or from when. */
export function opening(organisation: Organisation, { openingOf }: ServicesView): Piece {
  const found = openingOf(organisation);
  return found && markup`<span class="opening${found.isOpen && ' open'}">${found.sentence}</span>`;
}

/** An organisation in a line, beside what it is competent for. */
export function competent(organisation: Organisation, view: ServicesView): Markup {
  const href = view.href({ kind: 'organisation', id: organisation.id });
  return markup`<span class="competent">
    <a href="${href}"${inFrench(view)}>${organisation.name}</a>
    ${opening(organisation, view)}
  </span>`;
}

/** The link to a procedure, and who is competent for it. */
export function procedureItem(
  { slug, title, organisation, operator }: DirectoryProcedure,
  view: ServicesView,
  hasOrganisation = true,
): Markup {
  const found = hasOrganisation && view.organisationOf(organisation);
  const href = view.href({ kind: 'procedure', id: slug });
  return markup`<a class="name" href="${href}"${inFrench(view)}>${title}</a>
    ${found ? competent(found, view) : !organisation && operator}`;
}
