import type { TrackingCalls } from '@guichet/client/port';
import { isEmail } from '@guichet/contracts/identity';
import type { FieldErrorCode } from '@guichet/contracts/problem';
import { refusalOf, type Refusal } from './request-tracker.state.js';

export type LostState =
  | { kind: 'ready' | 'sending' | 'asked' }
  | { kind: 'invalid'; code: Extract<FieldErrorCode, 'required' | 'invalid'> }
  | { kind: 'refused'; refusal: Refusal };

/** Asks for a link to the requests whose codes were lost. Knows nothing of how it looks. */
export class LostCode {
  #requestUpdate: () => void;
  #call = new AbortController();
  #email = '';
  #state: LostState = { kind: 'ready' };

  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  get state(): LostState {
    return this.#state;
  }

  get email(): string {
    return this.#email;
  }

  #become(state: LostState): void {
    this.#state = state;
    this.#requestUpdate();
  }

  type(email: string): void {
    this.#email = email;
  }

  async ask(client: TrackingCalls): Promise<void> {
    if (this.#state.kind === 'sending') return;
    const email = this.#email.trim();
    if (!isEmail(email)) {
      this.#become({ kind: 'invalid', code: email ? 'invalid' : 'required' });
      return;
    }
    this.#become({ kind: 'sending' });
    const { signal } = this.#call;
    try {
      await client.askLink({ email }, { signal });
      signal.throwIfAborted();
      this.#become({ kind: 'asked' });
    } catch (error) {
      if (!signal.aborted) this.#become({ kind: 'refused', refusal: refusalOf(error) });
    }
  }

  /** Erases what was typed: it is not left for the next person to read. */
  clear(): void {
    this.#call.abort();
    this.#call = new AbortController();
    this.#email = '';
    this.#become({ kind: 'ready' });
  }
}
