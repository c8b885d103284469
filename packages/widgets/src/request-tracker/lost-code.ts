import type { TrackingCalls } from '@guichet/client/port';
import { isEmail } from '@guichet/contracts/identity';
import type { FieldErrorCode } from '@guichet/contracts/problem';
import { readReference } from '@guichet/contracts/reference';
import { refusalOf, type Refusal } from './request-tracker.state.js';

export type LostField = 'linkReference' | 'linkEmail';

export interface LostProblem {
  /** `id` of the control. */
  field: LostField;
  code: Extract<FieldErrorCode, 'required' | 'invalid'>;
}

export type LostState =
  | { kind: 'ready' | 'sending' | 'asked' }
  | { kind: 'invalid'; problems: readonly LostProblem[] }
  | { kind: 'refused'; refusal: Refusal };

/** Asks for a link to a request whose code was lost. Knows nothing of how it looks. */
export class LostCode {
  #requestUpdate: () => void;
  #call = new AbortController();
  #email = '';
  /** Undefined until typed here: then it is the one that was typed beside the code. */
  #reference: string | undefined;
  #state: LostState = { kind: 'ready' };

  constructor(requestUpdate: () => void) {
    this.#requestUpdate = requestUpdate;
  }

  get state(): LostState {
    return this.#state;
  }

  #become(state: LostState): void {
    this.#state = state;
    this.#requestUpdate();
  }

  /** @param above the reference that was typed beside the code */
  valueOf(field: LostField, above: string): string {
    return field === 'linkEmail' ? this.#email : (this.#reference ?? above);
  }

  type(field: LostField, text: string): void {
    if (field === 'linkEmail') this.#email = text;
    else this.#reference = text;
  }

  /** @param above the reference that was typed beside the code */
  async ask(client: TrackingCalls, above: string): Promise<void> {
    if (this.#state.kind === 'sending') return;
    const typed = this.valueOf('linkReference', above).trim();
    const reference = readReference(typed);
    const email = this.#email.trim();
    const problems: LostProblem[] = [];
    if (!reference) problems.push({ field: 'linkReference', code: typed ? 'invalid' : 'required' });
    if (!isEmail(email)) problems.push({ field: 'linkEmail', code: email ? 'invalid' : 'required' });
    if (!reference || problems.length) {
      this.#become({ kind: 'invalid', problems });
      return;
    }
    this.#reference = reference;
    this.#become({ kind: 'sending' });
    const { signal } = this.#call;
    try {
      await client.askLink({ reference, email }, { signal });
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
    this.#reference = undefined;
    this.#become({ kind: 'ready' });
  }
}
