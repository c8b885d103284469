import type { Organisation } from '@guichet/contracts/directory';
import { hostOf, mapOf } from '@guichet/contracts/directory-place';
import { openingLines } from '@guichet/contracts/opening-lines';
import { html, nothing, type TemplateResult } from 'lit';
import { heading, VIEW } from '../shared/heading.js';
import { telephone } from '../shared/human.js';
import { sourceView } from './source.view.js';
import type { DetailsView } from './details.view.js';
import { openingView, procedureItem, writingLink } from './view.js';

/** All that is known of an organisation, and what can be started with it. */
export function organisationView(organisation: Organisation, view: DetailsView): TemplateResult {
  const { words, details, level, administration, directory } = view;
  const { id, name, description, accessibility, recipient, source } = organisation;
  const procedures = directory.procedures.filter((each) => each.organisation === id);
  // The administration's own entry has no recipient: the general form is for it.
  const canWrite = recipient !== null || id === administration.code;
  return html`<article class="stack">
    <div>
      <div lang="fr">${heading(level, name, VIEW)}</div>
      <p class="standing">
        <span class="kind">${words.levels[organisation.level]}</span> ${openingView(organisation, view)}
      </p>
      ${description && html`<p class="text" lang="fr">${description}</p>`}
    </div>
    ${
      canWrite
        ? html`<div class="screen-only">
            ${writingLink(recipient ?? '', recipient ? details.write : words.write, view)}
          </div>`
        : nothing
    }
    <div class="pair">
      <section class="group">${heading(level + 1, details.hours)} ${hoursView(organisation, view)}</section>
      <section class="group">
        ${heading(level + 1, details.contact)} ${contactView(organisation, view)}
      </section>
    </div>
    ${
      accessibility &&
      html`<section class="group">
        ${heading(level + 1, details.accessibility)}
        <p class="text" lang="fr">${accessibility}</p>
      </section>`
    }
    ${
      procedures.length
        ? html`<section class="group">
            ${heading(level + 1, details.startHere)}
            <ul class="list">
              ${procedures.map((each) => html`<li>${procedureItem(each, view, false)}</li>`)}
            </ul>
          </section>`
        : nothing
    }
    ${source ? sourceView(source, view) : nothing}
  </article>`;
}

function hoursView({ openingHours, hoursNote }: Organisation, view: DetailsView): TemplateResult {
  const { words, details, today, administration } = view;
  const lines = openingHours ? openingLines(openingHours, today, administration.holidays, words.opening) : [];
  return html`${
    lines.length
      ? html`<ul class="lines">
          ${lines.map((line) => html`<li>${line}</li>`)}
        </ul>`
      : nothing
  }
  ${hoursNote && html`<p class="text" lang="fr">${hoursNote}</p>`}
  ${lines.length || hoursNote ? nothing : html`<p>${details.noHours}</p>`}`;
}

function contactView(organisation: Organisation, { details }: DetailsView): TemplateResult {
  const { address, phones, email, contactForm, website } = organisation;
  const map = mapOf(organisation);
  const fact = (label: string, value: unknown) =>
    html`<div>
      <dt>${label}</dt>
      <dd>${value}</dd>
    </div>`;
  return html`<dl class="facts">
    ${
      phones.length
        ? fact(
            details.phones,
            phones.map(
              ({ number, label }) =>
                html`<span class="line"
                  >${telephone(number)}${label && html` <span lang="fr">(${label})</span>`}</span
                >`,
            ),
          )
        : nothing
    }
    ${
      address &&
      fact(
        details.address,
        html`<span class="text" lang="fr">${address}</span>
          <span class="line screen-only"><a href=${map} rel="noreferrer">${details.map}</a></span>`,
      )
    }
    ${email && fact(details.email, html`<a href="mailto:${email}">${email}</a>`)}
    ${contactForm && fact(details.contactForm, html`<a href=${contactForm}>${hostOf(contactForm)}</a>`)}
    ${website && fact(details.website, html`<a href=${website}>${hostOf(website)}</a>`)}
  </dl>`;
}
