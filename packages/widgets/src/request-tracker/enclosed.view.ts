import type { ListedAttachment } from '@guichet/contracts/attachment';
import { fileSize } from '@guichet/contracts/file-size';
import type { DocumentKind, TrackedRequest } from '@guichet/contracts/tracking';
import { html, nothing, type TemplateResult } from 'lit';
import type { Download } from './request-tracker.state.js';
import type { View } from './view.js';

/** The files that came with an entry of the timeline: each can be fetched, or says why not. */
export function enclosedView(
  files: readonly ListedAttachment[],
  download: Download,
  view: View,
): TemplateResult | typeof nothing {
  if (!files.length) return nothing;
  return html`<ul class="enclosed">
    ${files.map((file) => html`<li>${fileView(file, download, view)}</li>`)}
  </ul>`;
}

function fileView(
  { id, name, size, state }: ListedAttachment,
  download: Download,
  view: View,
): TemplateResult {
  const { words, language } = view;
  const weight = fileSize(size, language);
  if (state !== 'available')
    return html`<bdi>${name}</bdi> <small>(${weight}, ${words.files.states[state]})</small>`;
  // Between isolates (UAX 9): a name in Arabic or Hebrew stays where it is.
  const label = words.files.download(`\u2068${name}\u2069`);
  return html`${button(id, label, download, view)} <small>(${weight})</small> ${failure(id, download, view)}`;
}

/** Fetches what the request gives to keep; nothing where there is none. */
export function documentView(
  kind: DocumentKind,
  { documents }: TrackedRequest,
  download: Download,
  view: View,
): TemplateResult | typeof nothing {
  return documents.includes(kind)
    ? html`<div class="actions screen-only">
        ${button(kind, view.words.documents[kind], download, view)} ${failure(kind, download, view)}
      </div>`
    : nothing;
}

const isReading = (id: string, download: Download) => download.kind === 'reading' && download.id === id;

function button(id: string, label: string, download: Download, { words, actions }: View): TemplateResult {
  return html`<button
    type="button"
    class="plain"
    value=${id}
    aria-disabled=${download.kind === 'reading'}
    @click=${actions.download}
  >
    ${isReading(id, download) ? words.files.downloading : label}
  </button>`;
}

function failure(id: string, download: Download, { words }: View): TemplateResult | typeof nothing {
  return download.kind === 'refused' && download.id === id
    ? html`<p class="error">${words.files.notDownloaded}</p>`
    : nothing;
}
