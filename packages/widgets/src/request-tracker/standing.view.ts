import { mentionsOf, standingOf, type Mention } from '@guichet/contracts/standing';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { html, nothing, type TemplateResult } from 'lit';
import { instantIn } from '../shared/dates.js';
import { heading } from '../shared/heading.js';
import type { View } from './view.js';

/** Where the request stands, what the resident awaits and until when, and the acknowledgement with all it mentions. */
export function standingView(request: TrackedRequest, view: View): TemplateResult {
  const { words, level, language, administration } = view;
  const { acknowledgement, receivedAt, nature } = request;
  const { label, sentence } = words.status[request.status];
  const { sentences, appeal } = standingOf(request, administration, words.standing);
  const received = {
    label: words.receivedOn,
    value: instantIn(receivedAt, language, administration.timeZone),
  };
  return html`<section class="notice" aria-labelledby="standing">
    ${heading(level + 1, words.standingTitle, 'standing')}
    ${
      // « Pas encore traitée » is no longer the matter once silence has decided.
      request.decision && request.status === 'received'
        ? nothing
        : html`<p><strong>${label}.</strong> ${sentence}</p>`
    }
    ${sentences.map((each) => html`<p>${each}</p>`)} ${appeal.length ? list(appeal) : nothing}
    ${
      acknowledgement
        ? html`<details>
            <summary>${words.acknowledgement(words.standing.day(acknowledgement.sentOn))}</summary>
            ${list([received, ...mentionsOf(acknowledgement, nature, words.standing)])}
          </details>`
        : nothing
    }
  </section>`;
}

/** What is to be kept, each beside its label. */
export function list(mentions: Mention[]): TemplateResult {
  return html`<dl class="facts">
    ${mentions.map(
      ({ label, value, href }) =>
        html`<div>
          <dt>${label}</dt>
          <dd class="text">${href ? html`<a href=${href}>${value}</a>` : value}</dd>
        </div>`,
    )}
  </dl>`;
}
