import type { DirectoryProcedure } from '@guichet/contracts/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { heading, VIEW } from '../shared/heading.js';
import { telephone } from '../shared/human.js';
import type { DetailsView } from './details.view.js';
import { competentView } from './view.js';

/** What is told of a procedure before one starts it, and what starts it. */
export function procedureView(procedure: DirectoryProcedure, view: DetailsView): TemplateResult {
  const { details, level, organisationOf, href } = view;
  const { slug, title, description, audience, documents, cost, delay, ways, guide, link, operator } =
    procedure;
  const competent = organisationOf(procedure.organisation);
  const section = (label: string, content: unknown) =>
    html`<section class="group">${heading(level + 1, label)} ${content}</section>`;
  const text = (label: string, content: string) =>
    content && section(label, html`<p class="text" lang="fr">${content}</p>`);
  const list = (label: string, items: readonly string[], language?: string) =>
    items.length
      ? section(
          label,
          html`<ul class="bullets" lang=${language ?? nothing}>
            ${items.map((each) => html`<li>${each}</li>`)}
          </ul>`,
        )
      : nothing;
  return html`<article class="stack">
    <div>
      <div lang="fr">${heading(level, title, VIEW)}</div>
      ${description && html`<p class="text" lang="fr">${description}</p>`}
    </div>
    <div class="screen-only">
      <a class="button main" href=${link} data-procedure=${slug} ?data-operated=${operator !== undefined}
        >${details.start}</a
      >
    </div>
    <div class="pair">
      ${text(details.audience, audience)} ${list(details.documents, documents, 'fr')}
      ${text(details.cost, cost)} ${text(details.delay, delay)}
      ${list(
        details.howTo,
        ways.map((way) => details.ways[way]),
      )}
      ${
        competent
          ? section(
              details.organisation,
              html`<p>${competentView(competent, view)}</p>
                ${competent.phones.slice(0, 1).map(({ number }) => html`<p>${telephone(number)}</p>`)}`,
            )
          : operator && section(details.organisation, html`<p lang="fr">${operator}</p>`)
      }
    </div>
    ${guide ? html`<p><a href=${href({ view: 'guide', id: guide })}>${details.guide}</a></p>` : nothing}
  </article>`;
}
