/** Whose text a guide is: `contracts/guide/source.ts` says why it is told. */
import type { Language } from '@guichet/contracts/administration';
import { guideSource } from '@guichet/contracts/guide/source';
import { markup, type Markup } from '../html.js';
import { guideWords } from './words.js';
import type { GuideView } from './drawing.js';
import { linkOut } from './inlines.js';

const { licence } = guideSource;

/** Where titles alone are shown. */
export function sourceLine(language: Language): Markup {
  const { source: words, elsewhere: says } = guideWords[language];
  return markup`<p>
    <small>${words.from} ${linkOut(guideSource.url, guideSource.name, { says })} · ${words.licence} ${linkOut(licence.url, licence.name, { says })}</small>
  </p>`;
}

export function source({ guide, source: file, language }: GuideView): Markup {
  const words = guideWords[language];
  const out = (url: string, text: string) => linkOut(url, text, { says: words.elsewhere });
  const facts: [label: string, value: Markup | string | null][] = [
    [words.source.from, out(guide.url ?? guideSource.url, guideSource.name)],
    [words.source.author, guide.author && markup`<span lang="fr">${guide.author}</span>`],
    [words.source.verified, guide.modifiedOn && words.day(guide.modifiedOn)],
    [words.source.file, file.url ? out(file.url, file.file) : file.file],
    [words.source.fetched, words.day(file.fetchedOn)],
    [words.source.licence, out(licence.url, licence.name)],
  ];
  return markup`<section class="source flow">
    <h2>${words.source.title}</h2>
    <p>${words.source.untouched}</p>
    <dl>${facts.map(([label, value]) => value && markup`<div><dt>${label}</dt><dd>${value}</dd></div>`)}</dl>
  </section>`;
}
