/** What the directory shows at a place: its title, its content, and what search engines are told of. */
import type { Found } from '@guichet/contracts/directory-search';
import type { Shown } from '@guichet/contracts/structured-data';
import type { Markup } from '../html.js';
import { homePage } from './home.page.js';
import { organisationPage } from './organisation.page.js';
import type { ServicesPlace } from './place.js';
import { procedurePage } from './procedure.page.js';
import { results, resultsSentence } from './results.page.js';
import type { ServicesView } from './view.js';
import { directoryWords } from './words.js';

interface ServicesContent {
  title: string;
  main: Markup;
  shown: Shown;
}

/** @returns null where nothing is there, or not any more */
export async function contentAt(
  place: ServicesPlace,
  view: ServicesView,
  find: (text: string) => Promise<Found[]>,
): Promise<ServicesContent | null> {
  const { directory, language } = view;
  if (place.kind === 'organisation') {
    const found = view.organisationOf(place.id);
    return (
      found && { title: found.name, main: organisationPage(found, view), shown: { organisation: found.id } }
    );
  }
  if (place.kind === 'procedure') {
    const found = directory.procedures.find(({ slug }) => slug === place.id) ?? null;
    return (
      found && { title: found.title, main: procedurePage(found, view), shown: { procedure: found.slug } }
    );
  }
  const { title } = directoryWords[language];
  const shown = { organisation: directory.organisations[0]?.id ?? '' };
  const { text } = place;
  if (!text) return { title, main: homePage(place, null, view), shown };
  const found = await find(text);
  return {
    title: `${resultsSentence(found, text, view)} – ${title}`,
    main: homePage(place, results(found, text, view), view),
    shown,
  };
}
