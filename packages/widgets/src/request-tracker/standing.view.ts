import { operatedOf, statusOf } from '@guichet/contracts/operated-standing';
import { standingOf, type StandingPart } from '@guichet/contracts/request-standing';
import { mentionsOf, type Mention } from '@guichet/contracts/standing';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { VERIFICATION_PAGE } from '@guichet/contracts/verification-page';
import { html, nothing, type TemplateResult } from 'lit';
import { instantIn } from '../shared/dates.js';
import { heading } from '../shared/heading.js';
import { documentView } from './enclosed.view.js';
import type { Click, Download } from './request-tracker.state.js';
import { ASK, refusal, type View } from './view.js';

/** What is under way. */
export interface Doing {
  ask: Click;
  download: Download;
}

/**
 * Where the request stands, what the mairie waits for, what the resident awaits and until when, what was decided, and
 * the acknowledgement with all it mentions.
 */
export function standingView(request: TrackedRequest, doing: Doing, view: View): TemplateResult {
  const { ask, download } = doing;
  const { words, level, language, administration } = view;
  const { acknowledgement, receivedAt, nature } = request;
  const { label, sentence } = statusOf(request, words);
  const operated = request.operated && operatedOf(request.operated, words);
  const received = {
    label: words.receivedOn,
    value: instantIn(receivedAt, language, administration.timeZone),
  };
  return html`<section class="notice" aria-labelledby="standing">
    ${heading(level + 1, words.standingTitle, 'standing')}
    ${
      // « Pas encore traitée » is no longer the matter once it was decided.
      request.decision && request.status === 'received'
        ? nothing
        : html`<p><strong>${label}.</strong> ${sentence}</p>`
    }
    ${
      operated
        ? html`${operated.sentences.map((each) => html`<p>${each}</p>`)}
          ${list(operated.mentions, words.newWindow)}`
        : nothing
    }
    ${standingOf(request, administration, words).map((part) => partView(part, request, doing, view))}
    ${
      ask.kind === 'done' || ask.kind === 'too-late'
        ? html`<p id=${ASK} tabindex="-1">
            <strong>${ask.kind === 'done' ? words.asked : words.askTooLate}</strong>
          </p>`
        : nothing
    }
    ${
      acknowledgement
        ? html`<details>
            <summary>${words.acknowledgement(words.standing.day(acknowledgement.sentOn))}</summary>
            ${list([received, ...mentionsOf(acknowledgement, nature, words.standing)])}
            ${documentView('acknowledgement', request, download, view)}
          </details>`
        : nothing
    }
  </section>`;
}

function partView(
  part: StandingPart,
  request: TrackedRequest,
  { ask, download }: Doing,
  view: View,
): TemplateResult {
  const { sentences, items, consequences, mentions, proof } = part;
  return html`${sentences.map((each) => html`<p>${each}</p>`)}
  ${
    items.length
      ? html`<ul lang="fr">
          ${items.map((each) => html`<li class="text" dir="auto">${each}</li>`)}
        </ul>`
      : nothing
  }
  ${consequences.map((each) => html`<p>${each}</p>`)} ${mentions.length ? list(mentions) : nothing}
  ${proof ? html`${documentView(proof.kind, request, download, view)} ${proofView(proof, view)}` : nothing}
  ${part.ask ? askView(part.ask, ask, view) : nothing}`;
}

/** A link that can also be given to others. In a window of its own: here the request would be closed. */
function proofView({ kind, jws }: NonNullable<StandingPart['proof']>, view: View): TemplateResult {
  const { words, administration } = view;
  const page = new URL(VERIFICATION_PAGE, administration.links.tracking);
  page.hash = jws;
  return html`<p>
    <a href=${page.href} target="_blank" rel="noopener">${words.verify[kind]} (${words.newWindow})</a><br />
    <span class="hint">${words.verifyHint}</span>
  </p>`;
}

/** One click: nothing is lost by asking, so nothing is to be confirmed. */
function askView(what: NonNullable<StandingPart['ask']>, ask: Click, view: View): TemplateResult {
  const { words, actions } = view;
  const isSending = ask.kind === 'sending';
  return html`${ask.kind === 'refused' ? refusal(ASK, ask.refusal, view) : nothing}
    <div class="actions screen-only">
      <button type="button" value=${what} aria-disabled=${isSending} @click=${actions.ask}>
        ${isSending ? words.sending : words.ask[what]}
      </button>
    </div>`;
}

/** What is to be kept, each beside its label. @param apart what is said of a link that opens beside the page */
export function list(mentions: Mention[], apart = ''): TemplateResult {
  return html`<dl class="facts">
    ${mentions.map(
      (mention) => html`<div class=${mention.isWritten ? 'written' : nothing}>${pair(mention, apart)}</div>`,
    )}
  </dl>`;
}

/** What an agent wrote is in French (CRPA L111-1), and in lines: no space of the template's may stand around it. */
function pair({ label, value, href, isApart, isWritten }: Mention, apart: string): TemplateResult {
  // A telephone number keeps its order in a page that is written from right to left.
  const link = html`<a href=${href} dir="auto">${value}</a>`;
  // Here the request would be closed.
  const beside = html`<a href=${href} target="_blank" rel="noopener">${value} (${apart})</a>`;
  const shown = href ? (isApart ? beside : link) : value;
  return isWritten
    ? html`<dt>${label}</dt>
        <dd class="text" dir="auto" lang="fr">${shown}</dd>`
    : html`<dt>${label}</dt>
        <dd class="text">${shown}</dd>`;
}
