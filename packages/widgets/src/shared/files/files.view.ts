import type { Language } from '@guichet/contracts/administration';
import type { FileLimits } from '@guichet/contracts/file-limits';
import { fileSize } from '@guichet/contracts/file-size';
import { kindsIn } from '@guichet/contracts/words/file-kinds';
import type { FilesWords } from '@guichet/contracts/words/files';
import { html, nothing, type TemplateResult } from 'lit';
import type { Chosen, Files, FileState, Refusal } from './files.controller.js';

export interface FilesView {
  words: FilesWords;
  language: Language;
  limits: FileLimits;
}

/** Why one was not taken, as the resident reads it. */
function refusalSentence(why: Refusal, { words, language, limits }: FilesView): string {
  const { maxFiles, maxFileBytes, maxTotalBytes } = limits;
  if (why === 'too-many') return words.tooMany(maxFiles);
  if (why === 'too-heavy') return words.tooHeavy(fileSize(maxTotalBytes, language));
  return why === 'expired' || why === 'failed'
    ? words[why]
    : words.refused[why](fileSize(maxFileBytes, language), kindsIn(limits.kinds, words));
}

/** What is told of a change to who does not see the screen; never a percentage. */
export function sentenceOf(file: File, state: FileState | 'removed', view: FilesView): string {
  const { said } = view.words;
  if (state === 'removed') return said.removed(file.name);
  return state.kind === 'refused'
    ? `${file.name} – ${refusalSentence(state.why, view)}`
    : said[state.kind](file.name);
}

/** Those that were chosen, what becomes of each, and what one can do with it. */
export function filesList(files: Files, view: FilesView): TemplateResult | typeof nothing {
  const { words, language } = view;
  if (!files.list.length) return nothing;
  return html`<ul class="files" aria-label=${words.added}>
    ${files.list.map(
      (chosen) =>
        html`<li class=${chosen.state.kind}>
          <p>
            <bdi><b>${nameOf(chosen)}</b></bdi> <small>(${fileSize(sizeOf(chosen), language)})</small>
          </p>
          ${stateView(chosen, view)}
          <div class="actions">
            ${mayRetry(chosen.state) ? button(words.retry, chosen, () => files.retry(chosen)) : nothing}
            ${button(chosen.state.kind === 'sending' ? words.cancel : words.remove, chosen, (event) => {
              leave(event);
              files.remove(chosen);
            })}
          </div>
        </li>`,
    )}
  </ul>`;
}

/** The name that the hosting keeps, once it has it: a photograph may have become lighter. */
const nameOf = ({ file, state }: Chosen) => (state.kind === 'sent' ? state.attachment.name : file.name);
const sizeOf = ({ file, state }: Chosen) => (state.kind === 'sent' ? state.attachment.size : file.size);

function mayRetry(state: FileState): boolean {
  if (state.kind !== 'refused') return state.kind === 'waiting' && state.minutes === null;
  // What is in a file does not change by sending it again.
  return ['too-many', 'too-heavy', 'expired', 'failed'].includes(state.why);
}

function stateView({ file, state }: Chosen, view: FilesView): TemplateResult {
  const { words, language } = view;
  switch (state.kind) {
    case 'sending': {
      const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(state.part);
      return html`<progress aria-label=${words.said.sending(file.name)} .value=${state.part}></progress>
        <p class="hint">${words.sending} ${percent}</p>`;
    }
    case 'waiting':
      return html`<p>${state.minutes === null ? words.waiting : words.throttled(state.minutes)}</p>`;
    case 'sent':
      return html`<p class="hint">${words.sent}</p>`;
    case 'refused':
      return html`<p class="error">${refusalSentence(state.why, view)}</p>`;
  }
}

function button(label: string, chosen: Chosen, onClick: (event: Event) => void): TemplateResult {
  return html`<button type="button" @click=${onClick}>
    <span>${label} <span class="unseen">${nameOf(chosen)}</span></span>
  </button>`;
}

/** The button goes with its file: the focus does not fall out of the form. */
function leave({ currentTarget }: Event): void {
  ((currentTarget as Element).getRootNode() as ShadowRoot).getElementById('attachments')?.focus();
}
