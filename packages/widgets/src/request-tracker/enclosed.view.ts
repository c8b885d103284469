import type { ListedAttachment } from '@guichet/contracts/attachment';
import { fileSize } from '@guichet/contracts/file-size';
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
  const { words, language, actions } = view;
  const weight = fileSize(size, language);
  if (state !== 'available')
    return html`<bdi>${name}</bdi> <small>(${weight}, ${words.files.states[state]})</small>`;
  const { kind } = download;
  const isIts = download.kind !== 'none' && download.id === id;
  // Between isolates (UAX 9): a name in Arabic or Hebrew stays where it is.
  const label = words.files.download(`\u2068${name}\u2069`);
  return html`<button
      type="button"
      class="plain"
      value=${id}
      aria-disabled=${kind === 'reading'}
      @click=${actions.download}
    >
      ${isIts && kind === 'reading' ? words.files.downloading : label}
    </button>
    <small>(${weight})</small>
    ${isIts && kind === 'refused' ? html`<p class="error">${words.files.notDownloaded}</p>` : nothing}`;
}
