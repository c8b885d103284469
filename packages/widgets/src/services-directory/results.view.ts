import type { Found } from '@guichet/contracts/directory-search';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../shared/heading.js';
import { telephone } from '../shared/human.js';
import type { Place } from './place.js';
import type { Words } from './services-directory.messages.js';
import { competentView, openingView, RESULTS, type View, writingLink } from './view.js';

export { prepareDirectorySearch } from '@guichet/contracts/directory-search';

/** How many of those who are competent are named beside a need. */
const NAMED = 3;

/** How much was found, as it is said. */
export function resultsSentence(found: readonly Found[], text: string, words: Words): string {
  return found.length ? words.results(found.length) : words.noResult(text.trim());
}

/** What a search found, the likeliest first; or what to do where it found nothing. */
export function resultsView(
  found: readonly Found[],
  text: string,
  shown: number,
  view: View,
): TemplateResult {
  const { words, level, administration } = view;
  const left = found.length - shown;
  return html`<section class="group">
    ${heading(level + 1, resultsSentence(found, text, words), RESULTS)}
    ${
      found.length
        ? html`<ul class="list" id="found">
            ${found.slice(0, shown).map((each) => html`<li>${resultItem(each, view)}</li>`)}
          </ul>`
        : html`<p>${words.noResultHelp}</p>
            <p>${words.phone} ${telephone(administration.human.phone)}</p>
            <div>${writingLink('', words.write, view)}</div>`
    }
    ${
      left > 0
        ? html`<div>
            <button type="button" name="more" value="found">${words.more(left)}</button>
          </div>`
        : nothing
    }
  </section>`;
}

/** Where a result leads first: a need to the guide about it, or to who is competent. */
function placeOf({ kind, id, guide, organisations: [organisation] }: Found): Place | null {
  if (kind !== 'need') return { view: kind, id };
  if (guide) return { view: 'guide', id: guide };
  return organisation ? { view: 'organisation', id: organisation } : null;
}

function resultItem(found: Found, view: View): TemplateResult {
  const { words, organisationOf, href } = view;
  const { kind, title, note } = found;
  const place = placeOf(found);
  const own = kind === 'organisation' ? organisationOf(found.id) : undefined;
  const competent = own ? [] : found.organisations.slice(0, NAMED).flatMap((id) => organisationOf(id) ?? []);
  return html`${
    place
      ? html`<a class="name" href=${href(place)} lang="fr">${title}</a>`
      : html`<strong class="name" lang="fr">${title}</strong>`
  }
  ${own ? html`<span class="kind">${words.levels[own.level]}</span> ${openingView(own, view)}` : nothing}
  ${kind === 'need' || own ? nothing : html`<span class="kind">${words.kinds[kind as 'procedure' | 'guide']}</span>`}
  ${note ? html`<span lang="fr">${note}</span>` : nothing}
  ${competent.map((each) => competentView(each, view))}`;
}
