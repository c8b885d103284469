/** An opened request: where it stands, what was said, a message to add. */
import type { TimelineEntry, TrackedRequest } from '@guichet/contracts/tracking';
import { errorSummary, hidden, notice, textArea, type Form } from '../fields.js';
import { markup, type Markup } from '../html.js';
import { instantIn } from '../instant.js';
import { pageAddress } from '../layout.js';
import { trackingWordsIn, type TrackingView } from './view.js';

export interface TrackingRequestModel extends TrackingView {
  request: TrackedRequest;
  /** Opens the request at the next exchange. */
  token: string;
  /** Made for this page: a message that is sent twice from here is added once. */
  idempotencyKey: string;
  draft: Form['draft'];
  errors: Form['errors'];
  /** What became of the message. */
  news: { text: string; isBad: boolean } | null;
}

export function trackingRequest(model: TrackingRequestModel): Markup {
  const { administration, language, request, token, errors, news } = model;
  const { common, tracking, page } = trackingWordsIn(language);
  const { label, sentence } = tracking.status[request.status];
  const wrong = Object.keys(errors).length;
  const { recipient } = request;
  const service = administration.recipients.find(({ slug }) => slug === recipient)?.name ?? recipient;
  const facts: [string, string | null][] = [
    [tracking.requestReference, request.reference],
    [tracking.receivedOn, instantIn(request.receivedAt, language, administration.timeZone)],
    [tracking.service, service],
  ];
  return markup`<h1 dir="auto" ${!news && !wrong && markup` tabindex="-1" autofocus`}>${request.subject}</h1>
    ${wrong > 0 && errorSummary(common.errors(wrong), errors)}
    ${news && notice(markup`<p>${news.text}</p>`, news.isBad)}
    <dl class="facts">
      <div class="notice">
        <dt>${tracking.statusLabel}</dt>
        <dd><strong>${label}.</strong> ${sentence}</dd>
      </div>
      ${facts.map(
        ([name, value]) =>
          value &&
          markup`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
    <section class="stack" aria-labelledby="timeline">
      <h2 id="timeline">${tracking.timeline}</h2>
      <ol class="timeline" role="list">
        ${request.timeline.map((entry) => timelineEntry(entry, model))}
      </ol>
      <form method="post" action="${pageAddress('trackingPage', administration, language)}">
        ${hidden({ token })}
        <p class="actions"><button name="step" value="refresh">${tracking.refresh}</button></p>
      </form>
    </section>
    ${request.canWrite ? reply(model) : closed(model)}
    <p class="hint no-print">${page.tracking.leave}</p>`;
}

/** CRPA L111-2: who answers says first name, surname and capacity, unless safety forbids it: then the body answers. */
function timelineEntry(
  { kind, at, by, message }: TimelineEntry,
  { administration, language }: TrackingView,
): Markup {
  const { tracking } = trackingWordsIn(language);
  const whose = by.kind === 'resident' ? 'yours' : 'theirs';
  const author = by.name ? `${by.name} – ${administration.name}` : administration.name;
  return markup`<li class="${whose}">
    <h3>${tracking.entry[kind][whose]}</h3>
    <p class="hint">
      ${whose === 'theirs' && markup`${author}<br />`}<time datetime="${at}">${instantIn(at, language, administration.timeZone)}</time>
    </p>
    ${message !== null && markup`<p class="text" dir="auto">${message}</p>`}
  </li>`;
}

function reply({
  administration,
  language,
  token,
  idempotencyKey,
  draft,
  errors,
}: TrackingRequestModel): Markup {
  const { common, tracking } = trackingWordsIn(language);
  const form: Form = { draft, errors, optional: common.optional };
  return markup`<form
    class="no-print"
    method="post"
    action="${pageAddress('trackingPage', administration, language)}"
    novalidate
  >
    <h2>${tracking.reply}</h2>
    ${textArea(form, 'message', tracking.message, 6, { hint: tracking.messageHint(administration.name) })}
    ${hidden({ token, idempotencyKey })}
    <p class="actions"><button class="main" name="step" value="message">${tracking.send}</button></p>
  </form>`;
}

function closed({ administration, language, draft, errors }: TrackingRequestModel): Markup {
  const { common, tracking } = trackingWordsIn(language);
  const form: Form = { draft, errors, optional: common.optional };
  return markup`<div class="notice">
      <p>${tracking.closed}</p>
      <p><a href="${pageAddress('contactPage', administration, language)}">${tracking.newRequest}</a></p>
    </div>
    ${draft['message'] && textArea(form, 'message', tracking.unsent, 6, { isOptional: true })}`;
}
