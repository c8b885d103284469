/**
 * Whose text a guide is, as its licence asks (Licence Ouverte 2.0: the licensor's name, and when what is reused was last
 * updated; CRPA L322-1: unaltered, its source and date said). In words alone: the State's marks are the State's.
 */
import type { Language } from '@guichet/contracts/administration';
import { markup, type Markup } from '../html.js';
import { guideWords } from './words.js';
import type { GuideView } from './drawing.js';
import { linkOut } from './inlines.js';

const SOURCE = 'https://www.service-public.gouv.fr/';
const NAME = 'Service-Public.gouv.fr (DILA)';
const LICENCE_NAME = 'Licence Ouverte 2.0';
const LICENCE = 'https://www.etalab.gouv.fr/licence-ouverte-open-licence/';

/** Where titles alone are shown. */
export function sourceLine(language: Language): Markup {
  const { source: words, elsewhere: says } = guideWords[language];
  return markup`<p>
    <small>${words.from} ${linkOut(SOURCE, NAME, { says })} · ${words.licence} ${linkOut(LICENCE, LICENCE_NAME, { says })}</small>
  </p>`;
}

export function source({ guide, source: file, language }: GuideView): Markup {
  const words = guideWords[language];
  const out = (url: string, text: string) => linkOut(url, text, { says: words.elsewhere });
  const facts: [label: string, value: Markup | string | null][] = [
    [words.source.from, out(guide.url ?? SOURCE, NAME)],
    [words.source.author, guide.author && markup`<span lang="fr">${guide.author}</span>`],
    [words.source.verified, guide.modifiedOn && words.day(guide.modifiedOn)],
    [words.source.file, file.url ? out(file.url, file.file) : file.file],
    [words.source.fetched, words.day(file.fetchedOn)],
    [words.source.licence, out(LICENCE, LICENCE_NAME)],
  ];
  return markup`<section class="source flow">
    <h2>${words.source.title}</h2>
    <p>${words.source.untouched}</p>
    <dl>${facts.map(([label, value]) => value && markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
  </section>`;
}
