/** Whose text a guide is: `contracts/guide/source.ts` says why it is told. */
import type { ShownGuide } from '@guichet/contracts/guide';
import { guideSource } from '@guichet/contracts/guide/source';
import type { GuideWords } from '@guichet/contracts/words/guide';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from './blocks.js';
import type { Drawing } from './drawing.js';
import { linkOut } from './lines.js';

export function source(
  { guide, source: from }: ShownGuide,
  words: GuideWords,
  drawing: Drawing,
): TemplateResult {
  const { name, url, licence } = guideSource;
  const out = (to: string, text: string) => linkOut(to, text, { says: words.elsewhere });
  const facts: [label: string, value: unknown][] = [
    [words.source.from, out(guide.url ?? url, name)],
    [words.source.author, guide.author && html`<span lang="fr">${guide.author}</span>`],
    [words.source.verified, guide.modifiedOn && words.day(guide.modifiedOn)],
    [words.source.file, from.url ? out(from.url, from.file) : from.file],
    [words.source.fetched, words.day(from.fetchedOn)],
    [words.source.licence, out(licence.url, licence.name)],
  ];
  return html`<section class="source flow">
    ${heading(2, words.source.title, drawing)}
    <p>${words.source.untouched}</p>
    <dl>
      ${facts.map(([label, value]) =>
        value
          ? html`<div>
              <dt>${label}</dt>
              <dd>${value}</dd>
            </div>`
          : nothing,
      )}
    </dl>
  </section>`;
}
