/** An opened request: where it stands, what was said, a message to add. */
import { type StandingPart, wordsOf } from '@guichet/contracts/request-standing';
import type { Mention } from '@guichet/contracts/standing';
import type { TimelineEntry, TrackedRequest } from '@guichet/contracts/tracking';
import { fileField } from '../file-field.js';
import { attachedFiles } from './files.page.js';
import { errorSummary, hidden, notice, textArea, tick, type Form } from '../fields.js';
import type { CarriedFiles } from '../files.js';
import { markup, type Markup } from '../html.js';
import type { Followed } from './followed.js';
import { followedList } from './followed.page.js';
import { instantIn } from '../../../domain/instant.js';
import { pageAddress } from '../layout.js';
import type { TrackingBody } from './body.js';
import { documentButton, list, standing } from './standing.page.js';
import { REFRESH, trackingWordsIn, type TrackingView } from './view.js';

/** `id` of the form that holds the message. */
const REPLY = 'reply';

export interface TrackingRequestModel extends TrackingView {
  request: TrackedRequest;
  /** The others that are open. */
  beside: readonly Followed[];
  /** Opens the request at the next exchange. */
  token: string;
  /** Made for this page: a message that is sent twice from here is added once. */
  idempotencyKey: string;
  draft: Form['draft'];
  /** Those that were added to it. */
  files: CarriedFiles;
  errors: Form['errors'];
  /** What became of the message. */
  news: { text: string; isBad: boolean } | null;
}

export function trackingRequest(model: TrackingRequestModel): Markup {
  const { administration, language, request, token, errors, news } = model;
  const { common, tracking, page } = trackingWordsIn(language);
  const wrong = Object.keys(errors).length;
  const { recipient } = request;
  const service = administration.recipients.find(({ slug }) => slug === recipient)?.name ?? recipient;
  const facts: Mention[] = [
    { label: tracking.requestReference, value: request.reference },
    {
      label: tracking.receivedOn,
      value: instantIn(request.receivedAt, language, administration.timeZone),
    },
    ...(service ? [{ label: tracking.service, value: service }] : []),
  ];
  return markup`${followedList(model.beside, { token, request }, model)}
    <h1 dir="auto" ${!news && !wrong && markup` tabindex="-1" autofocus`}>${request.subject}</h1>
    ${wrong > 0 && errorSummary(common.errors(wrong), errors)}
    ${news && notice(markup`<p>${news.text}</p>`, news.isBad)}
    ${standing(request, model, (what) => askButton(what, model))} ${list(facts)}
    ${documentButton('registration', request, language)}
    <section class="stack">
      ${
        request.timeline.length > 0 &&
        markup`<h2 id="timeline">${tracking.timeline}</h2>
      <ol class="timeline" role="list" aria-labelledby="timeline">
        ${request.timeline.map((entry) => timelineEntry(entry, model))}
      </ol>`
      }
      ${request.operated && request.operated.steps.length > 0 && operatedSteps(request.operated, model)}
      <form id="${REFRESH}" method="post" action="${pageAddress('trackingPage', administration, language)}">
        ${hidden({ token, others: model.others })}
        <p class="actions"><button name="step" value="refresh">${tracking.refresh}</button></p>
      </form>
    </section>
    ${request.canWrite ? reply(model) : closed(model)}
    ${request.correctable && stepButton('correct', tracking.correct, model)}
    ${request.canWithdraw && withdrawButton(model)}
    <form class="no-print" method="post" action="${pageAddress('trackingPage', administration, language)}">
      ${hidden({ others: [model.others, token].join(' ').trim() })}
      <p class="actions"><button name="step" value="another">${tracking.another}</button></p>
    </form>
    <p class="hint no-print">${page.tracking.leave}</p>`;
}

/** CRPA L111-2: who answers says first name, surname and capacity, unless safety forbids it: then the body answers. */
function timelineEntry(
  entry: TimelineEntry,
  { administration, language, request }: TrackingRequestModel,
): Markup {
  const { kind, at, by } = entry;
  const text = wordsOf(entry, request);
  const { tracking } = trackingWordsIn(language);
  const whose = by.kind === 'resident' ? 'yours' : 'theirs';
  const author = by.name ? `${by.name} – ${administration.name}` : administration.name;
  return markup`<li class="${whose}">
    <h3>${tracking.entry[kind][whose]}</h3>
    <p class="hint">
      ${by.kind === 'agent' && markup`${author}<br />`}<time datetime="${at}">${instantIn(at, language, administration.timeZone)}</time>
    </p>
    ${text !== null && markup`<p class="text" dir="auto">${text}</p>`}
    ${attachedFiles(entry.attachments, language, REFRESH)}
  </li>`;
}

/** What the operator has told, in its own words (in French, whatever the language around), with the common one beside. */
function operatedSteps(
  { operator, steps }: NonNullable<TrackedRequest['operated']>,
  { administration, language }: TrackingRequestModel,
): Markup {
  const { tracking } = trackingWordsIn(language);
  return markup`<h2 id="steps">${tracking.operated.steps(operator.name)}</h2>
    <ol class="timeline" role="list" aria-labelledby="steps">
      ${steps.map(
        ({ at, label, status }) =>
          markup`<li class="theirs">
            <h3 dir="auto" lang="fr">${label}</h3>
            <p class="hint">${tracking.status[status].label} – <time datetime="${at}">${instantIn(at, language, administration.timeZone)}</time></p>
          </li>`,
      )}
    </ol>`;
}

function reply({
  administration,
  language,
  others,
  token,
  idempotencyKey,
  draft,
  errors,
  files,
  request,
}: TrackingRequestModel): Markup {
  const { common, tracking } = trackingWordsIn(language);
  const form: Form = { draft, errors, optional: common.optional };
  return markup`<form
    class="no-print"
    id="${REPLY}"
    method="post"
    enctype="multipart/form-data"
    action="${pageAddress('trackingPage', administration, language)}"
    novalidate
  >
    <h2>${tracking.reply}</h2>
    ${textArea(form, 'message', tracking.message, 6, { hint: tracking.messageHint(administration.name) })}
    ${fileField(form, files, { administration, language })}
    ${request.items && tick(form, 'completes', tracking.completes)}
    ${hidden({ token, others, idempotencyKey })}
    <p class="actions"><button class="main" name="step" value="message">${tracking.send}</button></p>
  </form>`;
}

/** Asks first: the next page says what follows. */
function withdrawButton(model: TrackingRequestModel): Markup {
  return stepButton('withdraw', trackingWordsIn(model.language).tracking.withdraw, model);
}

function askButton(what: NonNullable<StandingPart['ask']>, model: TrackingRequestModel): Markup {
  return stepButton(what, trackingWordsIn(model.language).tracking.ask[what], model);
}

/** What is being written goes with it, from the form where it stands. */
function stepButton(step: TrackingBody['step'], label: string, model: TrackingRequestModel): Markup {
  const { administration, language, others, request, token, idempotencyKey } = model;
  if (request.canWrite)
    return markup`<p class="actions no-print">
      <button form="${REPLY}" name="step" value="${step}">${label}</button>
    </p>`;
  return markup`<form
    class="no-print"
    method="post"
    action="${pageAddress('trackingPage', administration, language)}"
  >
    ${hidden({ token, others, idempotencyKey })}
    <p class="actions"><button name="step" value="${step}">${label}</button></p>
  </form>`;
}

function closed({ administration, language, draft, errors, request }: TrackingRequestModel): Markup {
  const { common, tracking } = trackingWordsIn(language);
  const form: Form = { draft, errors, optional: common.optional };
  return markup`<div class="notice">
      ${!request.handedOver && !request.operated && markup`<p>${tracking.closed}</p>`}
      <p><a href="${pageAddress('contactPage', administration, language)}">${tracking.newRequest}</a></p>
    </div>
    ${draft['message'] && textArea(form, 'message', tracking.unsent, 6, { isOptional: true })}`;
}
