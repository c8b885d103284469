import { isApiError, type ApiErrorCode } from '@guichet/client/api-error';
import { newIdempotencyKey } from '@guichet/client/idempotency-key';
import type { CarriesFiles, Reading, RequestCalls } from '@guichet/client/port';
import type { FieldError } from '@guichet/contracts/problem';
import type { NewRequest, NewRequestBody, RequestCreated } from '@guichet/contracts/request';
import type { ContactWords } from '@guichet/contracts/words/contact';
import { addFiles } from '@guichet/contracts/words/add-files';
import { html, type LitElement, type ReactiveController } from 'lit';
import type { FileField } from '../shared/files/file-field.js';
import { loadFiles } from '../shared/files/load.js';
import type { Ready } from '../shared/guichet-element.js';
import type { Draft } from '@guichet/contracts/request-draft';
import { countries } from '../shared/countries.js';
import { GuichetRequestDelayedEvent, GuichetRequestSentEvent } from './contact-form.events.js';
import { inForm, problemsOf, requestFrom } from '@guichet/contracts/request-from-draft';

export type ContactClient = Reading & RequestCalls & CarriesFiles;
export type ContactReady = Ready<ContactWords, ContactClient>;

type WaitingReason = 'offline' | 'unavailable' | 'rate-limited';

export type ContactState =
  /** The form, with what is to be corrected in it. */
  | { kind: 'editing'; problems: readonly FieldError[] }
  | { kind: 'review'; request: NewRequest }
  | { kind: 'sending'; request: NewRequest }
  /** Not sent yet. `isTrying`: an attempt is under way. */
  | { kind: 'waiting'; request: NewRequest; reason: WaitingReason; next: Date | null; isTrying: boolean }
  | { kind: 'refused'; request: NewRequest; code: ApiErrorCode }
  | { kind: 'sent'; request: NewRequest; created: RequestCreated }
  | { kind: 'erased' };

/** What the controller needs of the element. */
export interface ContactHost extends LitElement {
  administration: string;
  baseUrl: string;
  draft: Draft;
  /** Whether what comes next could not be loaded. */
  isStuck: boolean;
  /** The draft, with what the page says in the resident's place. */
  readonly whole: Draft;
}

const reasons: Partial<Record<ApiErrorCode, WaitingReason>> = {
  network: 'offline',
  timeout: 'offline',
  unavailable: 'unavailable',
  'internal-error': 'unavailable',
  'unexpected-reply': 'unavailable',
  'request-in-progress': 'unavailable',
  'rate-limited': 'rate-limited',
};

// Milliseconds before the first new attempt, where the server does not say; doubled each time, up to the second.
const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 120_000;

/** From what was typed to the receipt. Loaded at the first input. */
export class ContactController implements ReactiveController {
  state: ContactState = { kind: 'editing', problems: [] };
  files: FileField | undefined;
  /** Code and name of each country. */
  readonly countries: ReturnType<typeof countries>;

  readonly #host: ContactHost;
  readonly #ready: () => ContactReady;
  #formToken: Promise<string>;
  #attempt = { body: '', key: '', count: 0 };
  #calls = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param ready what the widget has in hand now: the language may change on the way */
  constructor(host: ContactHost, ready: () => ContactReady) {
    this.#host = host;
    this.#ready = ready;
    this.countries = countries(ready().language);
    this.#formToken = this.#begin();
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('online', this.#onOnline);
    addEventListener('beforeunload', this.#onLeave);
  }

  hostDisconnected(): void {
    removeEventListener('online', this.#onOnline);
    removeEventListener('beforeunload', this.#onLeave);
  }

  /** Says when the form was begun. Without it a message is only sorted as suspect. */
  #begin(): Promise<string> {
    return this.#ready()
      .client.formToken()
      .catch(() => '');
  }

  #set(state: ContactState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  #onOnline = (): void => {
    // Who sent too much is not helped by a connection.
    if (this.state.kind === 'waiting' && this.state.reason !== 'rate-limited') void this.send();
  };

  #onLeave = (event: BeforeUnloadEvent): void => {
    if (this.state.kind === 'waiting' || this.state.kind === 'sending') event.preventDefault();
  };

  /** Where files are added; until somebody wants to, the button that loads it. */
  get fileField(): unknown {
    const { language, words } = this.#ready();
    return (
      this.files?.view() ??
      html`<button type="button" id="attachments" @click=${() => this.#addFiles()}>
        ${addFiles[language]} (${words.optional})
      </button>`
    );
  }

  async #addFiles(): Promise<void> {
    const host = this.#host;
    host.isStuck = false;
    await loadFiles().then(
      async ({ openFileField }) => {
        this.files ??= await openFileField(host, this.#ready);
        void this.files.pick();
      },
      () => (host.isStuck = true),
    );
  }

  /** Checks what was typed: on to reading it again, or back to what is to be corrected. */
  check(): void {
    if (this.files?.holdsBack()) return;
    const { whole } = this.#host;
    const request = requestFrom(whole, this.#ready().language);
    const problems = problemsOf(whole, request);
    this.#set(problems.length ? { kind: 'editing', problems } : { kind: 'review', request });
  }

  /** Back to the form, which holds what was typed. */
  edit(): void {
    this.#stop();
    this.#set({ kind: 'editing', problems: [] });
  }

  /** Sends what was read again, or tries once more what could not leave. */
  async send(): Promise<void> {
    const { state } = this;
    if (state.kind === 'review') this.#set({ kind: 'sending', request: state.request });
    else if (state.kind === 'waiting' && !state.isTrying) this.#set({ ...state, isTrying: true });
    else return;
    clearTimeout(this.#timer);
    const { request } = state;
    const { client } = this.#ready();
    const { signal } = (this.#calls = new AbortController());
    const named = { ...request, attachments: this.files?.ids };
    const idempotencyKey = this.#keyOf(named);
    try {
      const formToken = await this.#formToken;
      const body = { ...named, formToken, trap: this.#host.draft['trap'] ?? '' };
      const created = await client.sendRequest(body, { idempotencyKey, signal });
      if (signal.aborted) return;
      this.#host.draft = {};
      this.#set({ kind: 'sent', request, created });
      this.#host.dispatchEvent(new GuichetRequestSentEvent(created.reference));
    } catch (error) {
      if (!signal.aborted) this.#fail(request, error);
    }
  }

  /** The same for the same request, however often it is tried: it is registered once. */
  #keyOf(request: NewRequestBody): string {
    const body = JSON.stringify(request);
    if (body !== this.#attempt.body) this.#attempt = { body, key: newIdempotencyKey(), count: 0 };
    this.#attempt.count++;
    return this.#attempt.key;
  }

  #fail(request: NewRequest, error: unknown): void {
    const code = isApiError(error) ? error.code : 'unexpected-reply';
    if (isApiError(error) && error.errors.length) {
      const errors = this.files?.expire(error.errors) ?? error.errors;
      const others = errors.filter(({ path }) => path !== 'procedure');
      // Closed since the page was opened: what was typed can be sent by the general form.
      if (others.length < errors.length) this.#ready().administration.procedures = [];
      this.#set({ kind: 'editing', problems: inForm(others) });
      return;
    }
    const reason = reasons[code];
    if (!reason) {
      this.#set({ kind: 'refused', request, code });
      return;
    }
    const asked = isApiError(error) && error.retryAfter !== null ? error.retryAfter * 1000 : null;
    const wait = asked ?? Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** (this.#attempt.count - 1));
    this.#timer = setTimeout(() => void this.send(), wait);
    // A time is only promised where it is far enough to be read, and the server's own.
    const next = asked !== null && asked >= 60_000 ? new Date(Date.now() + asked) : null;
    this.#set({ kind: 'waiting', request, reason, next, isTrying: false });
    if (this.#attempt.count === 1) this.#host.dispatchEvent(new GuichetRequestDelayedEvent(code));
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#calls.abort();
  }

  /** Forgets what was sent and answered; the element has wiped what was typed. */
  erase(): void {
    this.#reset({ kind: 'erased' });
  }

  /** A new, empty form. */
  again(): void {
    this.#formToken = this.#begin();
    this.#reset({ kind: 'editing', problems: [] });
  }

  #reset(state: ContactState): void {
    this.#stop();
    this.#attempt = { body: '', key: '', count: 0 };
    this.files?.clear();
    this.#set(state);
  }
}
