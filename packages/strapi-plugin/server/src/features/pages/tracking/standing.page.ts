/** Where a request stands: what the resident awaits and until when, and the acknowledgement with all it mentions. */
import type { Language } from '@guichet/contracts/administration';
import { receiptRoutes } from '@guichet/contracts/routes';
import { operatedOf, statusOf } from '@guichet/contracts/operated-standing';
import { standingOf, type StandingPart } from '@guichet/contracts/request-standing';
import { mentionsOf, type Mention } from '@guichet/contracts/standing';
import type { DocumentKind, TrackedRequest } from '@guichet/contracts/tracking';
import { hidden } from '../fields.js';
import { markup, type Markup } from '../html.js';
import { instantIn } from '../../../domain/instant.js';
import { REFRESH, trackingWordsIn, type TrackingView } from './view.js';

/** @param askButton asks for the reasons, or for the attestation */
export function standing(
  request: TrackedRequest,
  { administration, language }: TrackingView,
  askButton: (what: NonNullable<StandingPart['ask']>) => Markup,
): Markup {
  const { tracking } = trackingWordsIn(language);
  const { label, sentence } = statusOf(request, tracking);
  const operated = request.operated && operatedOf(request.operated, tracking);
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
    ${
      operated &&
      markup`${operated.sentences.map((each) => markup`<p>${each}</p>`)} ${list(operated.mentions, tracking.newWindow)}`
    }
    ${standingOf(request, administration, tracking).map(
      (part) =>
        markup`${partOf(part)} ${part.proof && proofForm(part.proof, request, language)} ${part.ask && askButton(part.ask)}`,
    )}
    ${
      acknowledgement &&
      markup`<details open>
        <summary>${tracking.acknowledgement(tracking.standing.day(acknowledgement.sentOn))}</summary>
        ${list([received, ...mentionsOf(acknowledgement, request.nature, tracking.standing)])}
        ${documentButton('acknowledgement', request, language)}
      </details>`
    }
  </section>`;
}

function partOf({ sentences, items, consequences, mentions }: StandingPart): Markup {
  return markup`${sentences.map((each) => markup`<p>${each}</p>`)}
    ${items.length > 0 && markup`<ul lang="fr">${items.map((each) => markup`<li class="text" dir="auto">${each}</li>`)}</ul>`}
    ${consequences.map((each) => markup`<p>${each}</p>`)} ${mentions.length > 0 && list(mentions)}`;
}

/** A button of the form with the bearer: what it answers is a file, and the page stays. */
export function documentButton(
  kind: DocumentKind,
  { documents }: TrackedRequest,
  language: Language,
): Markup | false {
  const { tracking } = trackingWordsIn(language);
  return (
    documents.includes(kind) &&
    markup`<p class="actions no-print">
      <button form="${REFRESH}" name="document" value="${kind}">${tracking.documents[kind]}</button>
    </p>`
  );
}

/** A form, as nothing of it may stand in an address that a server sees. */
function proofForm(
  { kind, jws }: NonNullable<StandingPart['proof']>,
  request: TrackedRequest,
  language: Language,
): Markup {
  const { tracking } = trackingWordsIn(language);
  const address = `${receiptRoutes.verificationPage}?lang=${language}`;
  return markup`${documentButton(kind, request, language)}
  <form class="no-print" method="post" action="${address}">
    <p class="hint">${tracking.verifyHint}</p>
    ${hidden({ jws })}
    <p class="actions"><button name="step" value="verify">${tracking.verify[kind]}</button></p>
  </form>`;
}

/**
 * What is to be kept, each beside its label. What an agent wrote is in French (CRPA L111-1).
 *
 * @param apart what is said of a link that opens beside the page, which the bearer's form would not bring back
 */
export function list(mentions: readonly Mention[], apart = ''): Markup {
  return markup`<dl class="facts">
    ${mentions.map(
      ({ label, value, href, isApart, isWritten }) =>
        markup`<div>
          <dt>${label}</dt>
          <dd class="text"${isWritten && markup` lang="fr" dir="auto"`}>${href ? markup`<a href="${href}"${isApart && markup` target="_blank" rel="noopener"`}>${value}${isApart && ` (${apart})`}</a>` : value}</dd>
        </div>`,
    )}
  </dl>`;
}
