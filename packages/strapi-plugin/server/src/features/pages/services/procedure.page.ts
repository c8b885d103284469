/** What is told of a procedure before one starts it, and what starts it. */
import type { DirectoryProcedure } from '@guichet/contracts/directory';
import { guideAddress } from '../guide/address.js';
import { attributes, markup, type Markup, type Piece } from '../html.js';
import { pageAddress, telephone } from '../layout.js';
import { teleprocedureAddress } from '../teleprocedure/address.js';
import { home } from './place.js';
import { competent, inFrench, type ServicesView } from './view.js';
import { detailsWords, directoryWords } from './words.js';

export function procedurePage(procedure: DirectoryProcedure, view: ServicesView): Markup {
  const { administration, language, href } = view;
  const words = directoryWords[language];
  const details = detailsWords[language];
  const { slug, title, description, audience, documents, cost, delay, ways, guide, operator } = procedure;
  const organisation = view.organisationOf(procedure.organisation);
  const start =
    operator === undefined
      ? pageAddress('contactPage', administration, language, slug)
      : teleprocedureAddress(administration, language, slug);
  const section = (label: string, content: Piece) =>
    markup`<section class="facts"><h2>${label}</h2>${content}</section>`;
  const text = (label: string, content: string) =>
    content && section(label, markup`<p class="text"${inFrench(view)}>${content}</p>`);
  const list = (label: string, items: readonly string[], lang?: string) =>
    items.length > 0 &&
    section(
      label,
      markup`<ul class="bullets"${attributes({ lang })}>${items.map((one) => markup`<li>${one}</li>`)}</ul>`,
    );
  return markup`<p class="no-print"><a href="${href(home)}">${words.back}</a></p>
    <article class="stack">
      <div class="facts">
        <h1${inFrench(view)}>${title}</h1>
        ${description && markup`<p class="text"${inFrench(view)}>${description}</p>`}
      </div>
      <p class="no-print">
        <a class="button main" href="${start}">${details.start}</a>
      </p>
      ${text(details.audience, audience)}
      ${list(details.documents, documents, language === 'fr' ? undefined : 'fr')}
      ${text(details.cost, cost)}
      ${text(details.delay, delay)}
      ${list(
        details.howTo,
        ways.map((way) => details.ways[way]),
      )}
      ${
        organisation
          ? section(
              details.organisation,
              markup`<p>${competent(organisation, view)}</p>
                ${organisation.phones.slice(0, 1).map(({ number }) => markup`<p>${telephone(number)}</p>`)}`,
            )
          : operator && section(details.organisation, markup`<p${inFrench(view)}>${operator}</p>`)
      }
      ${guide && markup`<p><a href="${guideAddress(administration, language, guide, null)}">${details.guide}</a></p>`}
    </article>`;
}
