import { wordsOf } from '@guichet/contracts/request-standing';
import type { TimelineEntry, TrackedRequest } from '@guichet/contracts/tracking';
import { html, nothing, type TemplateResult } from 'lit';
import { instantIn, timeIn } from '../shared/dates.js';
import { heading } from '../shared/heading.js';
import { correctionView } from './correction.view.js';
import { leaveView } from './leave.view.js';
import { replyView } from './reply.view.js';
import { documentView, enclosedView } from './enclosed.view.js';
import type { Download, Refresh, TrackerState } from './request-tracker.state.js';
import { stepsView } from './steps.view.js';
import { list, standingView } from './standing.view.js';
import type { Draft } from './typed.js';
import { REFRESH_NOTICE, refusal, TITLE, type View } from './view.js';
import { withdrawalView } from './withdrawal.view.js';

export { followedView } from './followed.view.js';

/** The request: where it stands, what was said, what one can do. */
export function openedView(
  {
    request,
    reply,
    refresh,
    download,
    ask,
    correction,
    withdrawal,
  }: Extract<TrackerState, { kind: 'opened' }>,
  draft: Draft,
  view: View,
): TemplateResult {
  const { words, level, actions } = view;
  // Nothing of it is kept, once a service took it over.
  const hasTimeline = request.timeline.length > 0;
  // One form at a time, unless a message is on its way.
  const isAlone = draft.correction && (reply.kind === 'writing' || reply.kind === 'invalid');
  return html`<article class="stack" aria-labelledby=${TITLE}>
    ${heading(level, request.subject, TITLE)} ${standingView(request, { ask, download }, view)}
    ${facts(request, view)} ${documentView('registration', request, download, view)}
    <section class="stack" aria-labelledby=${hasTimeline ? 'timeline' : TITLE}>
      ${
        hasTimeline
          ? html`${heading(level + 1, words.timeline, 'timeline')}
              <ol class="timeline">
                ${request.timeline.map((entry) => timelineEntry(entry, request, download, view))}
              </ol>`
          : nothing
      }
      ${request.operated?.steps.length ? stepsView(request.operated, view) : nothing}
      <div class="actions screen-only">
        <button type="button" aria-disabled=${refresh.kind === 'reading'} @click=${actions.refresh}>
          ${refresh.kind === 'reading' ? words.refreshing : words.refresh}
        </button>
        <button type="button" @click=${actions.print}>${words.print}</button>
      </div>
      ${refreshed(refresh, view)}
    </section>
    ${isAlone ? nothing : replyView(request, reply, draft, view)}
    ${correctionView(request, correction, draft.correction, view)}
    ${withdrawalView(request, withdrawal, view)}
    <div class="actions screen-only">
      <button type="button" @click=${actions.another}>${words.another}</button>
    </div>
    ${leaveView(view)}
  </article>`;
}

function facts(request: TrackedRequest, { words, language, administration }: View): TemplateResult {
  const { recipient } = request;
  const service = administration.recipients.find(({ slug }) => slug === recipient)?.name ?? recipient;
  return list([
    { label: words.requestReference, value: request.reference },
    {
      label: words.receivedOn,
      value: instantIn(request.receivedAt, language, administration.timeZone),
    },
    ...(service ? [{ label: words.service, value: service }] : []),
  ]);
}

/** CRPA L111-2: who answers says first name, surname and capacity, unless safety forbids it: then the body answers. */
function authorOf({ by }: TimelineEntry, { administration }: View): string {
  return by.name ? `${by.name} – ${administration.name}` : administration.name;
}

/** What the administration writes is in French (L111-1), whatever the language around it. */
function timelineEntry(
  entry: TimelineEntry,
  request: TrackedRequest,
  download: Download,
  view: View,
): TemplateResult {
  const { words, language, administration } = view;
  const isYours = entry.by.kind === 'resident';
  const text = wordsOf(entry, request);
  return html`<li class=${isYours ? 'yours' : 'theirs'}>
    <p class="what">${words.entry[entry.kind][isYours ? 'yours' : 'theirs']}</p>
    <p class="hint">
      ${entry.by.kind === 'agent' ? html`${authorOf(entry, view)}<br />` : nothing}
      <time datetime=${entry.at}>${instantIn(entry.at, language, administration.timeZone)}</time>
    </p>
    ${text === null ? nothing : html`<p class="text" dir="auto" lang=${isYours ? nothing : 'fr'}>${text}</p>`}
    ${enclosedView(entry.attachments, download, view)}
  </li>`;
}

/** What refreshing brought, also for those who see the screen. */
export function refreshSentence(refresh: Refresh, { words, language, administration }: View): string {
  if (refresh.kind !== 'done') return '';
  return refresh.count
    ? words.news(refresh.count)
    : words.upToDate(timeIn(refresh.at, language, administration.timeZone));
}

function refreshed(refresh: Refresh, view: View): TemplateResult | typeof nothing {
  if (refresh.kind === 'refused') return refusal(REFRESH_NOTICE, refresh.refusal, view);
  return refresh.kind === 'done' ? html`<p>${refreshSentence(refresh, view)}</p>` : nothing;
}
