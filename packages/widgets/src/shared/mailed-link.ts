import { isEmail } from '@guichet/contracts/identity';
import type { FieldErrorCode } from '@guichet/contracts/problem';

export type MailedLinkState<Refusal> =
  | { kind: 'ready' | 'sending' | 'asked' }
  | { kind: 'invalid'; code: Extract<FieldErrorCode, 'required' | 'invalid'> }
  | { kind: 'refused'; refusal: Refusal };

export interface MailedLinkHost<Refusal> {
  requestUpdate(): void;
  /** Has the link mailed. */
  send(email: string, options: { signal: AbortSignal }): Promise<unknown>;
  /** @param error what it was refused with */
  refusalOf(error: unknown): Refusal;
}

/** Has a link mailed to an address that is typed. Knows nothing of how it looks. */
export class MailedLink<Refusal> {
  readonly #host: MailedLinkHost<Refusal>;
  #call = new AbortController();
  #email = '';
  #state: MailedLinkState<Refusal> = { kind: 'ready' };

  constructor(host: MailedLinkHost<Refusal>) {
    this.#host = host;
  }

  get state(): MailedLinkState<Refusal> {
    return this.#state;
  }

  get email(): string {
    return this.#email;
  }

  #become(state: MailedLinkState<Refusal>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  type(email: string): void {
    this.#email = email;
  }

  async ask(): Promise<void> {
    if (this.#state.kind === 'sending') return;
    const email = this.#email.trim();
    if (!isEmail(email)) {
      this.#become({ kind: 'invalid', code: email ? 'invalid' : 'required' });
      return;
    }
    this.#become({ kind: 'sending' });
    const { signal } = this.#call;
    try {
      await this.#host.send(email, { signal });
      signal.throwIfAborted();
      this.#become({ kind: 'asked' });
    } catch (error) {
      if (!signal.aborted) this.#become({ kind: 'refused', refusal: this.#host.refusalOf(error) });
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
