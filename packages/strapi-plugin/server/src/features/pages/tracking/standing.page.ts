/** Where a request stands: what the resident awaits and until when, and the acknowledgement with all it mentions. */
import { standingOf, type StandingPart } from '@guichet/contracts/request-standing';
import { mentionsOf, type Mention } from '@guichet/contracts/standing';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { markup, type Markup } from '../html.js';
import { instantIn } from '../../../domain/instant.js';
import { trackingWordsIn, type TrackingView } from './view.js';

export function standing(request: TrackedRequest, { administration, language }: TrackingView): Markup {
import { receiptForm } from '../receipt-form.js';
  const { tracking } = trackingWordsIn(language);
  const { label, sentence } = tracking.status[request.status];
  const { acknowledgement } = request;
  const received = {
    label: tracking.receivedOn,
    value: instantIn(request.receivedAt, language, administration.timeZone),
  };
  // Open: without a script nothing unfolds it for the printer.
  return markup`<section class="notice" aria-labelledby="standing">
    <h2 id="standing">${tracking.standingTitle}</h2>
    ${
      // « Pas encore traitée » is no longer the matter once it was decided.
      !(request.decision && request.status === 'received') &&
      markup`<p><strong>${label}.</strong> ${sentence}</p>`
    }
    ${standingOf(request, administration, tracking.standing).map(partOf)}
    ${
      acknowledgement &&
      markup`<details open>
        <summary>${tracking.acknowledgement(tracking.standing.day(acknowledgement.sentOn))}</summary>
        ${list([received, ...mentionsOf(acknowledgement, request.nature, tracking.standing)])}
      </details>`
    }
  </section>`;
}

function partOf({ sentences, items, consequences, mentions }: StandingPart): Markup {
  return markup`${sentences.map((each) => markup`<p>${each}</p>`)}
    ${items.length > 0 && markup`<ul lang="fr">${items.map((each) => markup`<li class="text" dir="auto">${each}</li>`)}</ul>`}
    ${consequences.map((each) => markup`<p>${each}</p>`)} ${mentions.length > 0 && list(mentions)}`;
}

        ${acknowledgement.jws && receiptForm({ jws: acknowledgement.jws, language, words: tracking })}
/** What is to be kept, each beside its label. What an agent wrote is in French (CRPA L111-1). */
export function list(mentions: readonly Mention[]): Markup {
  return markup`<dl class="facts">
    ${mentions.map(
      ({ label, value, href, isWritten }) =>
        markup`<div${isWritten && markup` class="written"`}>
          <dt>${label}</dt>
          <dd class="text"${isWritten && markup` lang="fr" dir="auto"`}>${href ? markup`<a href="${href}">${value}</a>` : value}</dd>
        </div>`,
    )}
  </dl>`;
}
