/** Where a request stands: what the resident awaits and until when, and the acknowledgement with all it mentions. */
import { mentionsOf, standingOf, type Mention } from '@guichet/contracts/standing';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { markup, type Markup } from '../html.js';
import { instantIn } from '../../../domain/instant.js';
import { trackingWordsIn, type TrackingView } from './view.js';

export function standing(request: TrackedRequest, { administration, language }: TrackingView): Markup {
  const { tracking } = trackingWordsIn(language);
  const { label, sentence } = tracking.status[request.status];
  const { sentences, appeal } = standingOf(request, administration, tracking.standing);
  const { acknowledgement } = request;
  const received = {
    label: tracking.receivedOn,
    value: instantIn(request.receivedAt, language, administration.timeZone),
  };
  // Open: without a script nothing unfolds it for the printer.
  return markup`<section class="notice" aria-labelledby="standing">
    <h2 id="standing">${tracking.standingTitle}</h2>
    ${
      // « Pas encore traitée » is no longer the matter once silence has decided.
      !(request.decision && request.status === 'received') &&
      markup`<p><strong>${label}.</strong> ${sentence}</p>`
    }
    ${sentences.map((each) => markup`<p>${each}</p>`)} ${appeal.length > 0 && list(appeal)}
    ${
      acknowledgement &&
      markup`<details open>
        <summary>${tracking.acknowledgement(tracking.standing.day(acknowledgement.sentOn))}</summary>
        ${list([received, ...mentionsOf(acknowledgement, request.nature, tracking.standing)])}
      </details>`
    }
  </section>`;
}

/** What is to be kept, each beside its label. */
export function list(mentions: readonly Mention[]): Markup {
  return markup`<dl class="facts">
    ${mentions.map(
      ({ label, value, href }) =>
        markup`<div>
          <dt>${label}</dt>
          <dd class="text">${href ? markup`<a href="${href}">${value}</a>` : value}</dd>
        </div>`,
    )}
  </dl>`;
}
