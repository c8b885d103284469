/** The field that files are chosen in, and those that came before: each can be taken away again. */
import { acceptedFiles, FILE_FIELD } from '@guichet/contracts/attachment-types';
import type { Administration, Language } from '@guichet/contracts/administration';
import { fileLimits } from '@guichet/contracts/file-limits';
import { fileSize } from '@guichet/contracts/file-size';
import { fileFieldEn } from '@guichet/contracts/words/file-field.en';
import { fileFieldFr } from '@guichet/contracts/words/file-field.fr';
import { kindsIn } from '@guichet/contracts/words/file-kinds';
import { type CarriedFiles, filesWords, type KeptFile } from './files.js';
import { type Form, hidden } from './fields.js';
import { attributes, markup, type Markup } from './html.js';
import { pageWords } from './layout.js';

const fieldWords = { fr: fileFieldFr, en: fileFieldEn };

interface View {
  administration: Administration;
  language: Language;
  /** What is started by it; null and absent: the general form, or a message. */
  procedure?: { slug: string } | null;
}

/** `pièce.pdf (310 ko)` */
export function fileLabel({ name, size }: Pick<KeptFile, 'name' | 'size'>, language: Language): Markup {
  return markup`<bdi>${name}</bdi> <small>(${fileSize(size, language)})</small>`;
}

/** In a form of `enctype="multipart/form-data"`. */
export function fileField(
  { errors, optional }: Pick<Form, 'errors' | 'optional'>,
  { kept, signed }: CarriedFiles,
  { administration, language, procedure }: View,
): Markup {
  const words = fieldWords[language];
  const { maxFiles, maxFileBytes, kinds } = fileLimits(administration, procedure?.slug);
  const error = errors[FILE_FIELD];
  const control = {
    id: FILE_FIELD,
    name: FILE_FIELD,
    accept: acceptedFiles(kinds),
    'aria-invalid': error ? 'true' : undefined,
    'aria-describedby': `${FILE_FIELD}-hint${error ? ` ${FILE_FIELD}-error` : ''}`,
  };
  return markup`${
    kept.length > 0 &&
    markup`<fieldset class="field">
      <legend>${filesWords[language].added}</legend>
      <p class="hint">${pageWords[language].files.removeHint}</p>
      ${kept.map(
        (file) =>
          markup`<label class="choice">
            <input type="checkbox" name="removed" value="${file.id}" />
            <span>${filesWords[language].remove} ${fileLabel(file, language)}</span>
          </label>`,
      )}
    </fieldset>`
  }
  <div class="field">
    <label for="${FILE_FIELD}">${words.add} <small>(${optional})</small></label>
    <p class="hint" id="${FILE_FIELD}-hint">${words.hint(maxFiles, fileSize(maxFileBytes, language), kindsIn(kinds, filesWords[language]))}</p>
    ${error && markup`<p class="error" id="${FILE_FIELD}-error">${error}</p>`}
    <input type="file" multiple${attributes(control)}>
    ${hidden({ files: signed })}
  </div>`;
}
