import { ApiError, isApiError } from '@guichet/client/api-error';
import type { CarriesFiles, CreateOptions, Downloads, Reading, TrackingCalls } from '@guichet/client/port';
import type { Language } from '@guichet/contracts/administration';
import type { Correction } from '@guichet/contracts/correction';
import { checkMessage } from '@guichet/contracts/request-rules';
import type { DocumentKind, OpenTracking, TrackedRequest, TrackingOpened } from '@guichet/contracts/tracking';
import type { FileField } from '../shared/files/file-field.js';
import { MailedLink } from '../shared/mailed-link.js';
import type { CorrectionForm } from './correction-form.js';
import { Intention } from './intention.js';
import {
  type Click,
  type Download,
  isCode,
  refusalOf,
  type Refresh,
  type Reply,
  type TrackerState,
  type Withdrawal,
} from './request-tracker.state.js';
import { Session } from './session.js';
import { nothingTyped, tidy, type Typed } from './typed.js';

export type TrackerClient = Reading & TrackingCalls & CarriesFiles;

/** Between two attempts to send a message that waits, where the browser does not tell that the connection is back. */
const RETRY = 20_000;

/** What it tells the element. */
export interface Host {
  requestUpdate(): void;
  /** Fetches ahead what shows an opened request. Rejects with an `ApiError`. */
  prepare(): Promise<void>;
  /** Loads what fetches files. Rejects with an `ApiError`. */
  carry(): Promise<Downloads>;
  /** @param name of a file; of a document, the request's reference */
  downloaded(file: Blob, name: string, kind?: DocumentKind): void;
  messageSent(reference: string): void;
  /** Makes the form that corrects what was sent. Rejects with an `ApiError`. */
  openCorrection(before: Correction): Promise<CorrectionForm>;
  corrected(reference: string): void;
  withdrawn(reference: string): void;
  /** Reasons or the attestation were asked for. */
  asked(): void;
}

/** What the resident's words have opened, and those words: they open it again. */
export interface Opening {
  opened: TrackingOpened;
  credentials: OpenTracking;
}

/** Opens a request, keeps it open, refreshes it, sends messages, withdraws it. Knows nothing of how it looks. */
export class TrackerController {
  #host: Host;
  #client: TrackerClient | undefined;
  #code = '';
  #link: string | undefined;
  #session: Session | undefined;
  /** Ends what is under way when the resident leaves: an answer that comes later is for nobody. */
  #calls = new AbortController();
  #intention = new Intention();
  #clicks = { correction: new Intention(), withdrawal: new Intention(), ask: new Intention() };
  #reference = '';
  #retry: ReturnType<typeof setTimeout> | undefined;
  #state: TrackerState = asking('code');

  typed: Typed = { ...nothingTyped };
  /** Whether the message is said to bring all that was asked for. */
  completes = false;
  /** Those that go with the message, once somebody wants to add one. */
  files: FileField | undefined;
  /** What was sent, as it is being corrected; kept for who has to open the request again. */
  correction: CorrectionForm | undefined;
  /** For who lost the codes. */
  readonly lost = new MailedLink({
    requestUpdate: () => this.#host.requestUpdate(),
    send: async (email, options) => this.#client?.askLink({ email }, options),
    refusalOf,
  });

  constructor(host: Host) {
    this.#host = host;
  }

  get state(): TrackerState {
    return this.#state;
  }

  /**
   * Of the request that is open, or was until its session ended; empty where none was. What is being written is for it:
   * shown again to nobody who opens another.
   */
  get reference(): string {
    return this.#reference;
  }

  #become(state: TrackerState): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  /** @param code the administration's; another one than before starts anew */
  use(client: TrackerClient, code: string): void {
    if (this.#code && code !== this.#code) this.leave('none');
    this.#client = client;
    this.#code = code;
  }

  /** Somebody came by a mailed link: its token opens nothing before the control field is right. */
  arrive(link: string): void {
    this.leave('none');
    this.#link = link;
    this.#become(asking('link'));
  }

  useCode(): void {
    this.#link = undefined;
    this.#become(asking('code'));
  }

  type(field: keyof Typed, text: string): void {
    this.typed[field] = text;
    this.#prepare();
    this.#session?.use();
  }

  complete(isAll: boolean): void {
    this.completes = isAll;
    this.#session?.use();
    this.#host.requestUpdate();
  }

  typeLost(email: string): void {
    this.lost.type(email);
    this.#client?.prepare?.();
  }

  async askLink(): Promise<void> {
    await this.lost.ask();
  }

  /** What fails here shows when it is needed. */
  #prepare(): void {
    this.#client?.prepare?.();
    void this.#host.prepare().catch(() => {});
  }

  /** A field was left: says at once what cannot be right, and writes what is in its one written form. */
  check(field: keyof Typed): void {
    const state = this.#state;
    if (state.kind !== 'asking' || !this.typed[field].trim()) return;
    const before = 'problems' in state.asking ? state.asking.problems : [];
    const problems = before.filter((problem) => problem.field !== field);
    const problem = tidy(this.typed, field);
    if (problem) problems.push(problem);
    const kind = state.asking.kind === 'invalid' && problems.length ? 'invalid' : 'asked';
    const unchanged = !problem && before.length === problems.length;
    this.#become(unchanged ? state : { ...state, asking: { kind, problems } });
  }

  /** @returns what came of it, for one to {@link take}; undefined where it opened nothing, which `state` then says */
  async open(): Promise<Opening | undefined> {
    const state = this.#state;
    const client = this.#client;
    if (state.kind !== 'asking' || state.asking.kind === 'opening' || !client) return;
    const fields = state.by === 'code' ? (['reference', 'trackingCode'] as const) : (['control'] as const);
    const problems = fields.flatMap((field) => tidy(this.typed, field) ?? []);
    if (problems.length) {
      this.#become({ ...state, asking: { kind: 'invalid', problems } });
      return;
    }
    const { reference, trackingCode, control } = this.typed;
    const credentials: OpenTracking =
      this.#link === undefined ? { reference, trackingCode } : { link: this.#link, control };
    this.#become({ ...state, asking: { kind: 'opening' } });
    const { signal } = this.#calls;
    try {
      const [opened] = await Promise.all([
        client.openTracking(credentials, { signal }),
        this.#host.prepare(),
      ]);
      signal.throwIfAborted();
      return { opened, credentials };
    } catch (error) {
      if (signal.aborted) return;
      this.#become({ ...state, note: 'none', asking: { kind: 'refused', refusal: refusalOf(error) } });
    }
  }

  /** Shows the request that was opened. One that is open already stays as it is. */
  take({ opened, credentials }: Opening): void {
    if (this.#state.kind === 'opened' || !this.#client) return;
    this.#link = 'link' in credentials ? credentials.link : undefined;
    this.#session = new Session(this.#client, credentials, opened, () => this.#ended());
    this.#show(opened.request);
  }

  #show(request: TrackedRequest): void {
    if (this.#reference !== request.reference) {
      this.#dropDraft();
      this.correction = undefined;
    }
    this.#reference = request.reference;
    // What opened the request is not left for the next person to read.
    this.lost.clear();
    this.typed = { ...nothingTyped, message: this.typed.message };
    const note = this.typed.message ? 'draft-kept' : 'none';
    const isCorrecting = this.correction !== undefined;
    if (!request.correctable) this.correction = undefined;
    this.correction?.keep();
    this.#become({
      kind: 'opened',
      request,
      reply: { kind: 'writing', note },
      refresh: { kind: 'idle' },
      download: { kind: 'none' },
      ask: { kind: 'none' },
      correction: { kind: !isCorrecting ? 'none' : this.correction ? 'asked' : 'too-late' },
      withdrawal: { kind: 'none' },
    });
  }

  #dropDraft(): void {
    this.typed.message = '';
    this.completes = false;
    this.files?.clear();
  }

  /** Tells that somebody is using the request. */
  used(): void {
    this.#session?.use();
  }

  async refresh(): Promise<void> {
    const session = this.#session;
    if (this.#state.kind !== 'opened' || this.#state.refresh.kind === 'reading' || !session) return;
    const known = countOf(this.#state.request);
    this.#refreshed({ kind: 'reading' });
    const { signal } = this.#calls;
    try {
      const request = await session.call((token) => this.#client!.readTracked(token, { signal }));
      signal.throwIfAborted();
      const count = Math.max(0, countOf(request) - known);
      this.#refreshed({ kind: 'done', count, at: new Date() }, request);
    } catch (error) {
      if (signal.aborted) return;
      if (isOver(error)) this.#expire();
      else this.#refreshed({ kind: 'refused', refusal: refusalOf(error) });
    }
  }

  #refreshed(refresh: Refresh, request?: TrackedRequest): void {
    if (this.#state.kind !== 'opened') return;
    // What was asked for may have come: « c’est demandé » is over.
    const ask: Click = request && this.#state.ask.kind === 'done' ? { kind: 'none' } : this.#state.ask;
    this.#become({ ...this.#state, ...(request && { request }), refresh, ask });
  }

  async send(): Promise<void> {
    const session = this.#session;
    if (this.#state.kind !== 'opened' || this.#state.reply.kind === 'sending' || !session) return;
    if (this.files?.holdsBack()) return;
    const code = checkMessage(this.typed.message);
    // Files may come without a word.
    if (code && !(code === 'required' && this.files?.ids.length)) this.#replied({ kind: 'invalid', code });
    else await this.#deliver((make) => session.call(make));
  }

  /** Tries again a message that waits; does nothing otherwise. */
  async deliverWaiting(): Promise<void> {
    const session = this.#session;
    if (this.#state.kind !== 'opened' || this.#state.reply.kind !== 'waiting' || !session) return;
    await this.#deliver((make) => session.callAtLast(make));
  }

  async #deliver(call: Session['call']): Promise<void> {
    if (this.#state.kind !== 'opened') return;
    clearTimeout(this.#retry);
    const { reference } = this.#state.request;
    const { message } = this.typed;
    const completes = this.completes && this.#state.request.items !== null;
    const attachments = this.files?.ids ?? [];
    const idempotencyKey = this.#intention.keyOf(reference, message, String(completes), ...attachments);
    this.#replied({ kind: 'sending' });
    const { signal } = this.#calls;
    try {
      const request = await call((token) =>
        this.#client!.sendMessage(token, { message, completes, attachments }, { idempotencyKey, signal }),
      );
      signal.throwIfAborted();
      this.#intention.end();
      this.#dropDraft();
      this.#replied({ kind: 'writing', note: 'sent' }, request);
      this.#host.messageSent(reference);
    } catch (error) {
      if (!signal.aborted) this.#undelivered(error);
    }
  }

  #undelivered(error: unknown): void {
    if (isOver(error)) this.#expire();
    else if (isCode(error, 'network', 'timeout')) {
      this.#replied({ kind: 'waiting' });
      this.#retry = setTimeout(() => void this.deliverWaiting(), RETRY);
    } else if (isApiError(error) && error.code === 'validation-failed') {
      const others = this.files?.expire(error.errors) ?? error.errors;
      const isFilesOnly = others.length < error.errors.length && !others.length;
      this.#replied(isFilesOnly ? { kind: 'writing', note: 'none' } : { kind: 'invalid', code: 'invalid' });
    } else if (isCode(error, 'request-closed') && this.#state.kind === 'opened')
      this.#replied(
        { kind: 'writing', note: 'none' },
        { ...this.#state.request, status: 'closed', canWrite: false },
      );
    else this.#replied({ kind: 'refused', refusal: refusalOf(error) });
  }

  #replied(reply: Reply, request?: TrackedRequest): void {
    if (this.#state.kind === 'opened') this.#become({ ...this.#state, ...(request && { request }), reply });
  }

  /** Makes a call that carries a file, as one that was promised: `Session.callAtLast`. */
  carry<T>(make: (token: string) => Promise<T>): Promise<T> {
    return this.#session?.callAtLast(make) ?? Promise.reject(new ApiError('token-invalid'));
  }

  /** What takes files could not be loaded. */
  cannotAdd(error: unknown): void {
    this.#replied({ kind: 'refused', refusal: refusalOf(error) });
  }

  /** Fetches a file of the timeline, or a document that the request gives to keep. @param id of the one, kind of the other */
  async download(id: string, language: Language): Promise<void> {
    const session = this.#session;
    if (this.#state.kind !== 'opened' || this.#state.download.kind === 'reading' || !session) return;
    const { reference, documents, timeline } = this.#state.request;
    const kind = documents.find((each) => each === id);
    const name = kind
      ? reference
      : timeline.flatMap(({ attachments }) => attachments).find((each) => each.id === id)?.name;
    if (!name) return;
    this.#downloading({ kind: 'reading', id });
    const { signal } = this.#calls;
    try {
      const calls = await this.#host.carry();
      const bytes = await session.call((token) =>
        kind ? calls.document(token, kind, { language, signal }) : calls.download(token, id, { signal }),
      );
      signal.throwIfAborted();
      this.#downloading({ kind: 'none' });
      this.#host.downloaded(bytes, name, kind);
    } catch (error) {
      if (signal.aborted) return;
      if (isOver(error)) this.#expire();
      else this.#downloading({ kind: 'refused', id });
    }
  }

  #downloading(download: Download): void {
    if (this.#state.kind === 'opened') this.#become({ ...this.#state, download });
  }

  /** Takes a waiting message back, to change it. */
  edit(): void {
    clearTimeout(this.#retry);
    this.#replied({ kind: 'writing', note: 'none' });
  }

  /** Opens the form that corrects what was sent. */
  async askCorrection(): Promise<void> {
    if (this.#state.kind !== 'opened' || this.#state.correction.kind === 'sending') return;
    const { correctable } = this.#state.request;
    if (!correctable) return;
    this.#clicked('correction', { kind: 'sending' });
    const { signal } = this.#calls;
    try {
      const form = await this.#host.openCorrection(correctable);
      if (signal.aborted) return;
      this.correction = form;
      this.#clicked('correction', { kind: 'asked' });
    } catch (error) {
      if (!signal.aborted) this.#clicked('correction', { kind: 'refused', refusal: refusalOf(error) });
    }
  }

  typeCorrection(id: string, text: string): void {
    this.correction?.type(id, text);
    this.#session?.use();
  }

  dropCorrection(): void {
    if (this.#state.kind !== 'opened' || this.#state.correction.kind === 'sending') return;
    this.correction = undefined;
    this.#clicked('correction', { kind: 'none' });
  }

  async correct(): Promise<void> {
    if (this.#state.kind !== 'opened' || this.#state.correction.kind === 'sending') return;
    const correction = this.correction?.take();
    if (!correction) return this.#clicked('correction', { kind: 'asked' });
    const done = await this.#click(
      'correction',
      (token, opts) => this.#client!.correct(token, correction, opts),
      JSON.stringify(correction),
    );
    if (done) this.#host.corrected(done.reference);
  }

  /** @param isAsked whether the resident thinks of withdrawing the request, or keeps it after all */
  askWithdrawal(isAsked: boolean): void {
    if (this.#state.kind === 'opened' && this.#state.withdrawal.kind !== 'sending')
      this.#clicked('withdrawal', { kind: isAsked ? 'asked' : 'none' });
  }

  async withdraw(): Promise<void> {
    const done = await this.#click('withdrawal', (...call) => this.#client!.withdraw(...call));
    if (done) this.#host.withdrawn(done.reference);
  }

  /** Asks for the reasons of a tacit refusal, or for the attestation of a tacit acceptance. */
  async ask(what: 'reasons' | 'attestation'): Promise<void> {
    const done = await this.#click('ask', (token, opts) => this.#client!.ask(token, what, opts));
    if (done) this.#host.asked();
  }

  /** Adds one fact to the request, once however often it is tried. @returns the request then, where it was added */
  async #click(
    deed: Deed,
    add: (token: string, options: CreateOptions) => Promise<TrackedRequest>,
    content = '',
  ): Promise<TrackedRequest | undefined> {
    const session = this.#session;
    if (this.#state.kind !== 'opened' || this.#state[deed].kind === 'sending' || !session) return;
    const { reference } = this.#state.request;
    const idempotencyKey = this.#clicks[deed].keyOf(reference, content);
    this.#clicked(deed, { kind: 'sending' });
    const { signal } = this.#calls;
    try {
      const request = await session.call((token) => add(token, { idempotencyKey, signal }));
      signal.throwIfAborted();
      this.#clicks[deed].end();
      if (deed === 'correction') this.correction = undefined;
      this.#clicked(deed, { kind: 'done' }, request);
      return request;
    } catch (error) {
      if (signal.aborted) return;
      if (isOver(error)) this.#expire();
      else if (deed === 'correction' && isCode(error, 'validation-failed')) {
        this.correction?.refuse((error as ApiError).errors);
        this.#clicked(deed, { kind: 'asked' });
      } else if (isCode(error, 'request-closed')) {
        if (deed === 'correction') this.correction = undefined;
        this.#clicked(deed, { kind: 'too-late' });
        await this.refresh();
      } else this.#clicked(deed, { kind: 'refused', refusal: refusalOf(error) });
    }
  }

  #clicked(deed: Deed, click: Withdrawal, request?: TrackedRequest): void {
    if (this.#state.kind === 'opened')
      this.#become({ ...this.#state, ...(request && { request }), [deed]: click });
  }

  /** Nobody used the request for long; a message that was promised to leave by itself still may. */
  #ended(): void {
    if (this.#state.kind === 'opened' && ['waiting', 'sending'].includes(this.#state.reply.kind)) return;
    this.#expire();
  }

  /** Hides the request, keeps what was being written for who opens it again. */
  #expire(): void {
    if (this.#state.kind === 'opened' && this.#link === undefined)
      this.typed.reference = this.#state.request.reference;
    this.#close();
    if (!this.correction?.isChanged) this.correction = undefined;
    const note = this.typed.message.trim() || this.correction ? 'expired-draft' : 'expired';
    this.#become(asking(this.#link === undefined ? 'code' : 'link', note));
  }

  /** The page is left but may come back (the browser's « back »): the request must not be there for the next person. */
  hide(): void {
    if (this.#state.kind === 'opened') this.#expire();
  }

  #close(): void {
    clearTimeout(this.#retry);
    this.#session?.end();
    this.#session = undefined;
    this.#calls.abort();
    this.#calls = new AbortController();
  }

  /** Erases everything: the request, what was typed, the link. */
  leave(note: 'left' | 'none'): void {
    this.#close();
    this.#link = undefined;
    this.#intention.end();
    this.#reference = '';
    this.typed = { ...nothingTyped };
    this.completes = false;
    this.files?.clear();
    this.correction = undefined;
    this.lost.clear();
    this.#become(asking('code', note));
  }
}

/** What one click adds. */
type Deed = 'correction' | 'withdrawal' | 'ask';

type Question = Extract<TrackerState, { kind: 'asking' }>;

function asking(by: Question['by'], note: Question['note'] = 'none'): TrackerState {
  return { kind: 'asking', by, note, asking: { kind: 'asked', problems: [] } };
}

/** The session is dead, and opening anew by itself was refused. */
function isOver(error: unknown): boolean {
  return isCode(error, 'token-invalid', 'request-not-found');
}

/** How much has been said of it. */
const countOf = ({ timeline, operated }: TrackedRequest) => timeline.length + (operated?.steps.length ?? 0);
