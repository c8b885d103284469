/** The files of one entry of the timeline: a button fetches each, as no address may hold the bearer. */
import type { ListedAttachment } from '@guichet/contracts/attachment';
import type { Language } from '@guichet/contracts/administration';
import { fileSize } from '@guichet/contracts/file-size';
import { fileLabel } from '../file-field.js';
import { filesWords } from '../files.js';
import { markup, type Markup } from '../html.js';

/** @param form `id` of the form with the bearer */
export function attachedFiles(
  files: readonly ListedAttachment[],
  language: Language,
  form: string,
): Markup | null {
  if (!files.length) return null;
  const words = filesWords[language];
  return markup`<ul class="files" role="list">
    ${files.map((file) => {
      const { id, name, size, state } = file;
      if (state !== 'available')
        return markup`<li>${fileLabel(file, language)} – ${words.states[state]}</li>`;
      // Between isolates (UAX 9): what surrounds the name stays in its order.
      return markup`<li>
        <button form="${form}" name="download" value="${id}">
          ${words.download(`\u2068${name}\u2069`)} <small>(${fileSize(size, language)})</small>
        </button>
      </li>`;
    })}
  </ul>`;
}
