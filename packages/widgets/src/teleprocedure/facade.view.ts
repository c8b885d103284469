import type { Entry } from '@guichet/contracts/teleprocedure';
import { html, nothing, type TemplateResult } from 'lit';
import { heading, VIEW } from '../shared/heading.js';
import { telephone } from '../shared/human.js';
import type { Row, View } from './view.js';

/** A human to call about it. */
export const contactRow = ({ words, teleprocedure: { contact } }: View): Row => [
  words.contact,
  html`${contact.name} ${contact.phone && telephone(contact.phone)}
  ${contact.email && html`<a href="mailto:${contact.email}">${contact.email}</a>`}`,
];

/** `id` of what says why it could not be begun. */
export const NOTICE = 'notice';

/** What of it changes once somebody does something. */
export interface Facade {
  isBeginning?: boolean;
  /** What was typed already and will be handed over. */
  handedOver?: unknown;
  /** Why it could not be begun, and what to do. */
  notice?: unknown;
  /** In the place of what begins it: that it is not there any more. */
  closed?: unknown;
}

/** Labels and what they are of; those of nothing are left out. */
export function rows(all: readonly Row[]): unknown {
  const some = all.filter(([, value]) => value);
  return some.length
    ? html`<dl class="facts">
        ${some.map(
          ([label, value]) =>
            html`<div>
              <dt>${label}</dt>
              <dd lang="fr" class=${typeof value === 'string' ? 'text' : nothing}>${value}</dd>
            </div>`,
        )}
      </dl>`
    : nothing;
}

const list = (items: readonly unknown[]) =>
  items.length > 0 &&
  html`<ul>
    ${items.map((each) => html`<li>${each}</li>`)}
  </ul>`;

/** What is told of it before it is begun: nothing of the operator's is loaded for it. */
export function facadeView(view: View, facade: Facade): TemplateResult {
  const { words, teleprocedure } = view;
  const { title, introduction, audience, documents, delay, cost, offline, ways, operator, competent, entry } =
    teleprocedure;
  const elsewhere = ways.flatMap((way) => (way === 'online' ? [] : [words.ways[way]]));
  return html`<div class="stack">
    <div lang="fr">
      ${heading(view.level, title, VIEW)} ${introduction && html`<p class="text">${introduction}</p>`}
    </div>
    ${
      entry
        ? rows([
            [words.audience, audience],
            [words.documents, list(documents)],
            [words.delay, delay],
            [words.cost, cost],
          ])
        : nothing
    }
    ${entry ? beginView(view, entry, facade) : (facade.closed ?? notFoundView(view))}
    ${rows([
      [words.otherwise, offline || list(elsewhere)],
      [
        words.operator,
        operator.website ? html`<a href=${operator.website}>${operator.name}</a>` : operator.name,
      ],
      [words.competent, competent.name],
      contactRow(view),
    ])}
  </div>`;
}

/** Where one will be, and what begins it. */
function beginView(view: View, entry: Entry, { isBeginning, handedOver, notice }: Facade): TemplateResult {
  const { words, teleprocedure } = view;
  const { isReserved, operator, url } = teleprocedure;
  return html`<div class="notice" role="group">
    <p>${words.before[entry](operator.name)}</p>
    ${isReserved ? html`<p>${words.isReserved}</p>` : nothing} ${handedOver}
    ${notice ? html`<div id=${NOTICE} class="notice" tabindex="-1" role="group">${notice}</div>` : nothing}
    <div>
      ${
        entry === 'link'
          ? html`<a class="button main" href=${url} data-act="begin">${words.begin}</a>`
          : html`<button
              type="button"
              class="main"
              data-act="begin"
              aria-disabled=${isBeginning ? 'true' : nothing}
            >
              ${isBeginning ? words.beginning : words.begin}
            </button>`
      }
    </div>
  </div>`;
}

export const servicesLink = ({ words, administration }: Pick<View, 'words' | 'administration'>) =>
  html`<p><a href=${administration.links.services}>${words.services}</a></p>`;

/** None of that name is offered here. */
export function notFoundView(view: Pick<View, 'words' | 'administration'>): TemplateResult {
  return html`<div class="notice" role="group">
    <p>${view.words.notFound}</p>
    ${servicesLink(view)}
  </div>`;
}
