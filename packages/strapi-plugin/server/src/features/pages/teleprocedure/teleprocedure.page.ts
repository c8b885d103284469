/** A téléprocédure without JavaScript: what is told of it, and a button that leads to its operator. */
import type { Administration, Language } from '@guichet/contracts/administration';
import type { Started, Teleprocedure } from '@guichet/contracts/teleprocedure';
import { hidden } from '../fields.js';
import { attributes, markup, type Markup, type Piece } from '../html.js';
import { pageAddress, telephone } from '../layout.js';
import { teleprocedureAddress } from './address.js';
import { keptFacts, type Unsent, unsentView } from './return.page.js';
import { courseWords, teleprocedureWords } from './words.js';

export interface TeleprocedureView {
  administration: Administration;
  language: Language;
  teleprocedure: Teleprocedure;
}

/** Texts about it are French, whatever the page is in. */
const inFrench = ({ language }: TeleprocedureView): Markup =>
  attributes({ lang: language === 'fr' ? undefined : 'fr' });

const servicesLink = ({ administration, language }: Pick<TeleprocedureView, 'administration' | 'language'>) =>
  markup`<p><a href="${pageAddress('servicesPage', administration, language)}">${teleprocedureWords[language].services}</a></p>`;

/** None of that name is offered here. */
export function missingTeleprocedure(view: Pick<TeleprocedureView, 'administration' | 'language'>): Markup {
  return markup`<h1>${teleprocedureWords[view.language].notFound}</h1>
    ${servicesLink(view)}`;
}

/** What begins it; by itself where the operator knows nothing of Guichet. @param key of what is begun once */
function begin({ administration, language, teleprocedure }: TeleprocedureView, key: string): Markup {
  const words = teleprocedureWords[language];
  const { entry, operator, url, slug, isReserved } = teleprocedure;
  return markup`<div class="notice no-print">
    <p>${words.before[entry === 'link' ? 'link' : 'hand-off'](operator.name)}</p>
    ${isReserved && markup`<p>${words.isReserved}</p>`}
    ${
      entry === 'link'
        ? markup`<p><a class="button main" href="${url}">${words.begin}</a></p>`
        : markup`<form method="post" action="${teleprocedureAddress(administration, language, slug)}">
            ${hidden({ key })}
            <button class="main">${words.begin}</button>
          </form>`
    }
  </div>`;
}

function withdrawn(view: TeleprocedureView): Piece {
  const { language, teleprocedure } = view;
  const course = courseWords[language];
  const gone = teleprocedure.withdrawn;
  return (
    gone &&
    markup`<div class="notice">
      <p><strong>${course.withdrawn(gone.on)}</strong></p>
      ${gone.message && markup`<p class="text"${inFrench(view)}>${gone.message}</p>`}
      ${
        gone.replacement
          ? markup`<p>${course.instead} <a href="${gone.replacement.link}"${inFrench(view)}>${gone.replacement.title}</a></p>`
          : servicesLink(view)
      }
    </div>`
  );
}

export function teleprocedurePage(
  view: TeleprocedureView,
  { key, known }: { key: string; known: Unsent | null },
): Markup {
  const { language, teleprocedure } = view;
  const words = teleprocedureWords[language];
  const {
    title,
    introduction,
    audience,
    documents,
    delay,
    cost,
    offline,
    ways,
    operator,
    competent,
    contact,
  } = teleprocedure;
  const elsewhere = ways.flatMap((way) => (way === 'online' ? [] : [words.ways[way]]));
  const row = (label: string, content: Piece, isFrench = true) =>
    content &&
    markup`<div><dt>${label}</dt><dd class="text"${isFrench ? inFrench(view) : null}>${content}</dd></div>`;
  const list = (items: readonly string[]) =>
    items.length > 0 && markup`<ul class="bullets">${items.map((one) => markup`<li>${one}</li>`)}</ul>`;
  return markup`<article class="stack">
    <div class="facts">
      <h1${inFrench(view)}>${title}</h1>
      ${introduction && markup`<p class="text"${inFrench(view)}>${introduction}</p>`}
    </div>
    ${known && unsentView(view, known)}
    ${teleprocedure.entry ? begin(view, key) : withdrawn(view)}
    <dl class="facts">
      ${row(words.audience, audience)} ${row(words.documents, list(documents))} ${row(words.delay, delay)}
      ${row(words.cost, cost)}
      ${row(words.otherwise, offline || list(elsewhere), Boolean(offline))}
      ${row(
        words.operator,
        operator.website ? markup`<a href="${operator.website}">${operator.name}</a>` : operator.name,
      )}
      ${row(words.competent, competent.name)}
      ${row(
        words.contact,
        markup`${contact.name} ${telephone(contact.phone)}
          ${contact.email && markup`<a href="mailto:${encodeURI(contact.email)}">${contact.email}</a>`}`,
      )}
    </dl>
  </article>`;
}

/** The request exists at the operator's already: what is to be kept before one leaves. */
export function keepFirst(
  { administration, language, teleprocedure }: TeleprocedureView,
  { url, tracked }: Pick<Started, 'url'> & { tracked: NonNullable<Started['tracked']> },
): { title: string; main: Markup } {
  const course = courseWords[language];
  const title = course.leaving.title(teleprocedure.operator.name);
  const main = markup`<h1 tabindex="-1" autofocus>${title}</h1>
    <p>${course.leaving.tracked}</p>
    ${keptFacts(language, tracked)}
    <p class="no-print"><a class="button main" href="${url}">${course.leaving.go}</a></p>
    <p><a href="${pageAddress('trackingPage', administration, language)}">${course.track}</a></p>`;
  return { title, main };
}
