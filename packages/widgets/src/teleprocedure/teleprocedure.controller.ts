import { ApiError } from '@guichet/client/api-error';
import { newIdempotencyKey } from '@guichet/client/idempotency-key';
import type { Language } from '@guichet/contracts/administration';
import type { Prefill, Started, Teleprocedure } from '@guichet/contracts/teleprocedure';
import { refusalOf, type Step, type Submitted, type TeleprocedureState } from './teleprocedure.state.js';
import type { TeleprocedureClient } from './view.js';

/** What the controller needs of the element. */
export interface TeleprocedureHost {
  requestUpdate(): void;
  /** The network, and what was read by it. */
  inHand(): { client: TeleprocedureClient; teleprocedure: Teleprocedure; language: Language };
  /** Loads what its entry takes. Rejects with an `ApiError`. */
  prepare(): Promise<void>;
  /** The request is known here, for the first time. */
  registered(submitted: Submitted): void;
}

// Milliseconds before what came of it is asked for again, where that failed; doubled each time, up to the second.
const FIRST_WAIT = 10_000;
const LONGEST_WAIT = 120_000;

const RETURN_MAX = 2000;

/** From the resident's wish to begin to what came of it. */
export class TeleprocedureController {
  state: TeleprocedureState = { kind: 'facade', notice: null };

  readonly #host: TeleprocedureHost;
  #calls = new AbortController();
  /** The key of an intention, the same however often it is tried. */
  #intention = { body: '', key: '' };
  #timer: ReturnType<typeof setTimeout> | undefined;
  #wait = FIRST_WAIT;
  /** How often what was framed was begun again because it was over. */
  #again = 0;

  constructor(host: TeleprocedureHost) {
    this.#host = host;
  }

  #become(state: TeleprocedureState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  /** Begins it: nothing but this tells the hosting, or the operator, that there is somebody. */
  async begin(prefill: Prefill): Promise<void> {
    const { state } = this;
    if (state.kind === 'beginning') return;
    this.#again = state.kind === 'framed' && state.end === 'over' ? this.#again + 1 : 0;
    this.#stop();
    const { signal } = this.#calls;
    const { client, teleprocedure, language } = this.#host.inHand();
    const page = location.href.split('#')[0]!;
    const body = { language, prefill, returnTo: page.length > RETURN_MAX ? null : page };
    const asked = JSON.stringify([teleprocedure.slug, body]);
    if (this.#intention.body !== asked) this.#intention = { body: asked, key: newIdempotencyKey() };
    this.#become({ kind: 'beginning' });
    try {
      const { key: idempotencyKey } = this.#intention;
      const [started] = await Promise.all([
        client.begin(teleprocedure.slug, body, { idempotencyKey, signal }),
        this.#host.prepare(),
      ]);
      if (signal.aborted) return;
      if (!/^https?:/.test(started.url)) throw new ApiError('unexpected-reply');
      this.#intention = { body: '', key: '' };
      if (teleprocedure.entry !== 'frame') this.leaveFor(started, false);
      // It ends over and over where a browser keeps no session of what is framed: in its own window it does.
      else if (this.#again > 1) this.leaveFor(started, true);
      else
        this.#become({
          kind: 'framed',
          started,
          isReady: false,
          isSilent: false,
          step: null,
          isUnsaved: false,
          end: null,
        });
    } catch (error) {
      if (!signal.aborted) this.#become({ kind: 'facade', notice: refusalOf(error) });
    }
  }

  /** The operator's page goes on in this window. */
  leaveFor(started: Started, hasFallenBack: boolean): void {
    this.#become({ kind: 'leaving', started, hasFallenBack });
  }

  /** The page that this one stands in lets no form lead to the operator: a link does, without what was typed. */
  leaveWithoutForm(): void {
    const { state } = this;
    if (state.kind === 'leaving' && state.started.post)
      this.#become({ ...state, started: { ...state.started, post: null } });
  }

  /** The operator's page goes on in another tab. */
  goElsewhere(started: Started): void {
    this.#become({ kind: 'elsewhere', started });
  }

  /** What the frame tells. */
  frame(change: {
    isReady?: true;
    isSilent?: boolean;
    step?: Step | null;
    isUnsaved?: boolean;
    end?: Date | 'over' | null;
  }): void {
    if (this.state.kind === 'framed') this.#become({ ...this.state, ...change });
  }

  /** Through: the operator's page says so and gives its own reference, or the resident came back from it. */
  async end(start: string, operatorReference: string | null): Promise<void> {
    this.#stop();
    this.#become({ kind: 'ending', start, operatorReference, asked: { kind: 'asking' } });
    await this.#ask();
  }

  /** Asks, once more, what came of it. */
  async askAgain(): Promise<void> {
    const { state } = this;
    if (state.kind !== 'ending' || state.asked.kind === 'asking') return;
    clearTimeout(this.#timer);
    this.#become({ ...state, asked: { kind: 'asking' } });
    await this.#ask();
  }

  async #ask(): Promise<void> {
    const { state } = this;
    if (state.kind !== 'ending') return;
    const { client, teleprocedure } = this.#host.inHand();
    const { start, operatorReference: reference } = state;
    // Nothing of it is ever known here.
    if (!teleprocedure.isFollowed) {
      this.#become({ ...state, asked: { kind: 'awaited' } });
      return;
    }
    const { signal } = this.#calls;
    try {
      const submission = await client.submission(teleprocedure.slug, { start, reference }, { signal });
      if (signal.aborted) return;
      if (submission.state === 'awaited') {
        this.#become({ ...state, asked: { kind: 'awaited' } });
        return;
      }
      this.#become({ ...state, asked: { kind: 'known', submitted: submission } });
      this.#host.registered(submission);
    } catch (error) {
      if (signal.aborted) return;
      const refusal = refusalOf(error);
      if (refusal.why === 'refused' || refusal.why === 'closed') {
        this.#become({ ...state, asked: { kind: 'lost' } });
        return;
      }
      this.#become({ ...state, asked: { kind: 'waiting', refusal } });
      const wait = refusal.why === 'throttled' ? refusal.minutes * 60_000 : this.#wait;
      this.#wait = Math.min(LONGEST_WAIT, this.#wait * 2);
      this.#timer = setTimeout(() => void this.askAgain(), wait);
    }
  }

  /** The connection is back: what waits for it goes on by itself, what the resident was to begin does not. */
  online(): void {
    const { state } = this;
    if (state.kind === 'facade' && typeof state.notice === 'object' && state.notice?.why === 'offline')
      this.#become({ kind: 'facade', notice: 'back' });
    else if (
      state.kind === 'ending' &&
      state.asked.kind === 'waiting' &&
      state.asked.refusal.why !== 'throttled'
    )
      void this.askAgain();
  }

  /** The resident is looking again: what was not known yet may be by now. */
  seen(): void {
    const { state } = this;
    if (state.kind === 'elsewhere') void this.end(state.started.start, null);
    else if (state.kind === 'ending' && state.asked.kind === 'awaited') void this.askAgain();
  }

  /** Back to what is told of it; nothing is kept of what was begun. */
  leave(notice: 'erased' | null = null): void {
    this.#stop();
    this.#become({ kind: 'facade', notice });
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#wait = FIRST_WAIT;
    this.#calls.abort();
    this.#calls = new AbortController();
  }
}
