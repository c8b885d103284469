/** What a search found, the likeliest first; or what to do where it found nothing. */
import type { Found } from '@guichet/contracts/directory-search';
import { guideAddress } from '../guide/address.js';
import { markup, type Markup } from '../html.js';
import { pageAddress, telephone } from '../layout.js';
import { competent, inFrench, opening, type ServicesView } from './view.js';
import { directoryWords } from './words.js';

/** How many of those who are competent are named beside a need. */
const NAMED = 3;

/** How much was found, as it is said. */
export function resultsSentence(found: readonly Found[], text: string, { language }: ServicesView): string {
  const words = directoryWords[language];
  return found.length ? words.results(found.length) : words.noResult(text);
}

export function results(found: readonly Found[], text: string, view: ServicesView): Markup {
  const { administration, language } = view;
  const words = directoryWords[language];
  return markup`<section class="stack" id="resultats">
    <h2>${resultsSentence(found, text, view)}</h2>
    ${
      found.length > 0
        ? markup`<ul class="list">${found.map((one) => markup`<li>${result(one, view)}</li>`)}</ul>`
        : markup`<p>${words.noResultHelp}</p>
            <p>${words.phone} ${telephone(administration.human.phone)}</p>
            <p><a class="button" href="${pageAddress('contactPage', administration, language)}">${words.write}</a></p>`
    }
  </section>`;
}

/** Where a result leads first: a need to the guide about it, or to who is competent; null for nowhere. */
function addressOf(
  { kind, id, guide, organisations: [organisation] }: Found,
  { administration, language, href }: ServicesView,
): string | null {
  if (kind === 'organisation' || kind === 'procedure') return href({ kind, id });
  if (guide) return guideAddress(administration, language, guide, null);
  return organisation === undefined ? null : href({ kind: 'organisation', id: organisation });
}

function result(found: Found, view: ServicesView): Markup {
  const { kind, title, note, organisations } = found;
  const words = directoryWords[view.language];
  const href = addressOf(found, view);
  const own = kind === 'organisation' && view.organisationOf(found.id);
  const named = own ? [] : organisations.slice(0, NAMED).flatMap((id) => view.organisationOf(id) ?? []);
  return markup`${
    href
      ? markup`<a class="name" href="${href}"${inFrench(view)}>${title}</a>`
      : markup`<strong class="name"${inFrench(view)}>${title}</strong>`
  }
    ${own && markup`<span class="kind">${words.levels[own.level]}</span>${opening(own, view)}`}
    ${(kind === 'procedure' || kind === 'guide') && markup`<span class="kind">${words.kinds[kind]}</span>`}
    ${note && markup`<span${inFrench(view)}>${note}</span>`}
    ${named.map((one) => competent(one, view))}`;
}
