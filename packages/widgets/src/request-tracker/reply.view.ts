import type { FieldErrorCode } from '@guichet/contracts/problem';
import { limits } from '@guichet/contracts/request-rules';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import { addFiles } from '@guichet/contracts/words/add-files';
import { html, nothing, type TemplateResult } from 'lit';
import { errorSummary } from '../shared/error-summary.js';
import { field, tick } from '../shared/field.js';
import { heading } from '../shared/heading.js';
import { telephone } from '../shared/human.js';
import type { Reply } from './request-tracker.state.js';
import type { Draft } from './typed.js';
import { REPLY_NOTICE, refusal, type View } from './view.js';

function sentenceOf(code: FieldErrorCode, { wrong }: View['words']): string {
  if (code === 'required') return wrong.messageRequired;
  return code === 'too-long' ? wrong.messageTooLong(limits.message) : wrong.messageInvalid;
}

/** Writing to the administration about an opened request, and what becomes of it. */
export function replyView(request: TrackedRequest, reply: Reply, draft: Draft, view: View): TemplateResult {
  const { words, language, level, administration, actions } = view;
  if (!request.canWrite) return closed(request, draft, view);
  const error = reply.kind === 'invalid' ? sentenceOf(reply.code, words) : undefined;
  const isWaiting = reply.kind === 'waiting';
  const isSending = reply.kind === 'sending';
  return html`<form class="stack screen-only" novalidate @submit=${actions.send} @input=${actions.type}>
    ${heading(level + 1, request.items ? words.replyItems : words.reply)}
    ${error ? errorSummary(words, level + 2, [{ name: 'message', sentence: error }]) : nothing}
    ${notice(reply, view)}
    ${field({
      name: 'message',
      label: words.message,
      value: draft.message,
      hint: words.messageHint(administration.name),
      optional: draft.files?.ids.length ? words.optional : undefined,
      error,
      autocomplete: 'off',
      rows: 6,
      readonly: isWaiting || isSending,
    })}
    <div ?inert=${isWaiting || isSending}>
      ${
        draft.files?.view() ??
        html`<button type="button" id="attachments" @click=${actions.addFiles}>
          ${addFiles[language]} (${words.optional})
        </button>`
      }
    </div>
    ${request.items ? tick('completes', words.completes, draft.completes) : nothing}
    <div class="actions">
      ${
        isWaiting
          ? html`<button type="button" class="main" @click=${actions.retry}>${words.retry}</button>
              <button type="button" @click=${actions.edit}>${words.edit}</button>`
          : html`<button class="main" aria-disabled=${isSending}>
              ${isSending ? words.sending : words.send}
            </button>`
      }
    </div>
  </form>`;
}

function notice(reply: Reply, view: View): TemplateResult | typeof nothing {
  const { words } = view;
  if (reply.kind === 'refused') return refusal(REPLY_NOTICE, reply.refusal, view);
  if (reply.kind === 'waiting')
    return html`<div class="notice" id=${REPLY_NOTICE} tabindex="-1" role="group">
      <p><strong>${words.waitingTitle}</strong></p>
      <p>${words.waiting}</p>
    </div>`;
  if (reply.kind !== 'writing' || reply.note === 'none') return nothing;
  return html`<div class="notice" id=${REPLY_NOTICE} tabindex="-1" role="group">
    <p>${reply.note === 'sent' ? words.sent : words.draftKept}</p>
  </div>`;
}

function closed(
  { handedOver, operated }: TrackedRequest,
  { message }: Draft,
  { words, administration }: View,
): TemplateResult {
  return html`<div class="notice" id=${REPLY_NOTICE} tabindex="-1" role="group">
      ${
        // Who deals with it is to be called: the number is said above.
        handedOver || operated
          ? nothing
          : html`<p>${words.closed}</p>
              <p>${words.phone} ${telephone(administration.human.phone)}</p>`
      }
      <p><a href=${administration.links.contact}>${words.newRequest}</a></p>
    </div>
    ${
      message.trim()
        ? field({
            name: 'message',
            label: words.unsent,
            value: message,
            rows: 6,
            readonly: true,
            optional: '',
          })
        : nothing
    }`;
}
