import { createUploads } from '@guichet/client/files';
import type { CarriesFiles } from '@guichet/client/port';
import type { Administration, Language } from '@guichet/contracts/administration';
import { acceptedFiles } from '@guichet/contracts/attachment-types';
import { type FileLimits, fileLimits } from '@guichet/contracts/file-limits';
import { fileSize } from '@guichet/contracts/file-size';
import type { FieldError } from '@guichet/contracts/problem';
import type { CommonWords } from '@guichet/contracts/words/common';
import type { FileFieldWords } from '@guichet/contracts/words/file-field';
import { fileFieldFr } from '@guichet/contracts/words/file-field.fr';
import { kindsIn } from '@guichet/contracts/words/file-kinds';
import type { FilesWords } from '@guichet/contracts/words/files';
import { filesFr } from '@guichet/contracts/words/files.fr';
import { adoptStyles, html, type LitElement, nothing, type TemplateResult } from 'lit';
import { wordsIn } from '../localize.js';
import { Files } from './files.controller.js';
import { filesStyles } from './files.styles.js';
import { filesList, type FilesView, sentenceOf } from './files.view.js';

/** What the field needs of the element that it is in. */
export interface FileFieldHost extends LitElement {
  administration: string;
  baseUrl: string;
  /** Slug of the procedure that the form is for, where it is for one. */
  procedure?: string;
}

/** What that element has in hand now. */
export interface FileFieldReady {
  administration: Pick<Administration, 'attachments' | 'procedures'>;
  client: CarriesFiles;
  language: Language;
  words: Pick<CommonWords, 'optional'>;
}

/** Makes a call, with the bearer where the files are for a request that is followed. */
export type FileCall = <T>(make: (token?: string) => Promise<T>) => Promise<T>;

/** `id` of the button. */
const ADD = 'attachments';
const NOT_YET = 'attachments-error';

// With `image/*` a telephone offers its camera beside what it holds.
const accepted = (kinds: FileLimits['kinds']) =>
  (kinds.includes('image') ? 'image/*,' : '') + acceptedFiles(kinds);

type Words = FilesWords & { field: FileFieldWords };

const words = {
  fr: { ...filesFr, field: fileFieldFr },
  en: async () => {
    const [{ filesEn }, { fileFieldEn }] = await Promise.all([
      import('@guichet/contracts/words/files.en'),
      import('@guichet/contracts/words/file-field.en'),
    ]);
    return { ...filesEn, field: fileFieldEn };
  },
};

/** Makes the field, with all that it needs. */
export async function openFileField(
  host: FileFieldHost,
  ready: () => FileFieldReady,
  call: FileCall = (make) => make(),
): Promise<FileField> {
  const field = new FileField(host, ready, call, await wordsIn<Words>(ready().language, words));
  // In the page's own policy, like those that came with the widget.
  const { elementStyles } = host.constructor as typeof LitElement;
  adoptStyles(host.renderRoot as ShadowRoot, [...elementStyles, filesStyles]);
  return field;
}

/** Where files are added, several at once or one after the other. */
export class FileField {
  readonly #host: FileFieldHost;
  readonly #ready: () => FileFieldReady;
  readonly #words: Words;
  readonly #files: Files;
  #said = '';
  #isHeld = false;

  constructor(host: FileFieldHost, ready: () => FileFieldReady, call: FileCall, words: Words) {
    this.#host = host;
    this.#ready = ready;
    this.#words = words;
    this.#files = new Files({
      limits: this.#limits,
      send: (file, options) => {
        const calls = ready().client.files ?? createUploads(host);
        return call((token) => calls.upload(file, { ...options, token, procedure: this.#procedure }));
      },
      changed: (news) => {
        if (news) this.#said = sentenceOf(news.file, news.state, this.#view);
        this.#isHeld &&= !!this.#obstacle;
        host.requestUpdate();
      },
    });
    host.addController(this.#files);
  }

  /** What a request names. */
  get ids(): string[] {
    return this.#files.sent.map(({ id }) => id);
  }

  /** Those that a request names, as a line of what is read again and kept. */
  get rows(): [label: string, names: string][] {
    const names = this.#files.sent.map(
      ({ name, size }) => `${name} (${fileSize(size, this.#view.language)})`,
    );
    return names.length ? [[this.#words.field.files, names.join('\n')]] : [];
  }

  /** Where it can still be started: what was closed since is sent by the general form. */
  get #procedure(): string | undefined {
    const { procedures } = this.#ready().administration;
    return procedures.find(({ slug }) => slug === this.#host.procedure)?.slug;
  }

  get #limits(): FileLimits {
    return fileLimits(this.#ready().administration, this.#procedure);
  }

  get #view(): FilesView {
    return { words: this.#words, language: this.#ready().language, limits: this.#limits };
  }

  /** What is in the way of sending, if anything. */
  get #obstacle(): keyof FilesWords['notYet'] | undefined {
    const kinds = this.#files.list.map(({ state }) => state.kind);
    if (kinds.includes('refused')) return 'failed';
    return kinds.some((kind) => kind !== 'sent') ? 'sending' : undefined;
  }

  /** Whether something must be waited for, or put right, before anything is sent: then it says so. */
  holdsBack(): boolean {
    this.#isHeld = !!this.#obstacle;
    if (this.#isHeld) void this.#lead(NOT_YET);
    return this.#isHeld;
  }

  /**
   * Tells which files the hosting no longer has.
   *
   * @returns the errors that are about no file
   */
  expire(errors: readonly FieldError[]): FieldError[] {
    const isFile = ({ path }: FieldError) => /^attachments\b/.test(path);
    // After the moves of the focus to what else is to be corrected, which are microtasks.
    if (this.#files.expire(errors.filter(isFile))) setTimeout(() => this.holdsBack());
    return errors.filter((error) => !isFile(error));
  }

  /** Forgets every file. */
  clear(): void {
    this.#files.clear();
    this.#said = '';
    this.#isHeld = false;
  }

  /** Opens the device's own list of files, where the browser still lets it: else the button that does has the focus. */
  async pick(): Promise<void> {
    (await this.#lead(ADD))?.click();
  }

  /** @returns what has the focus then */
  async #lead(id: string): Promise<HTMLElement | null> {
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    const element = (this.#host.renderRoot as ShadowRoot).getElementById(id);
    element?.focus();
    return element;
  }

  #choose = (event: Event): void => {
    // Not one of the form's texts.
    event.stopPropagation();
    const input = event.target as HTMLInputElement;
    this.#files.add([...(input.files ?? [])]);
    // So that the same file can be chosen again.
    input.value = '';
  };

  view(): TemplateResult {
    const view = this.#view;
    const { field, notYet } = this.#words;
    const { maxFiles, maxFileBytes, kinds } = view.limits;
    const obstacle = this.#isHeld ? this.#obstacle : undefined;
    return html`<div class="field" role="group" aria-label=${field.files}>
      <p class="hint" id="${ADD}-hint">
        ${field.hint(maxFiles, fileSize(maxFileBytes, view.language), kindsIn(kinds, this.#words))}
      </p>
      ${obstacle ? html`<p class="error" id=${NOT_YET} tabindex="-1">${notYet[obstacle]}</p>` : nothing}
      ${filesList(this.#files, view)}
      <div class="actions">
        <button type="button" id=${ADD} aria-describedby="${ADD}-hint" @click=${openList}>
          ${field.add} (${this.#ready().words.optional})
        </button>
        <input type="file" hidden multiple accept=${accepted(kinds)} @input=${this.#choose} />
      </div>
      <p class="unseen" role="status">${this.#said}</p>
    </div>`;
  }
}

/** Opens the device's own list of files. */
function openList({ currentTarget }: Event): void {
  ((currentTarget as Element).nextElementSibling as HTMLInputElement).click();
}
