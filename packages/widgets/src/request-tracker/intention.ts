import { newIdempotencyKey } from '@guichet/client/idempotency-key';

/** Gives what is added to a request one key for as long as it is the same: sent again, it is added once. */
export class Intention {
  #of: { what: string; key: string } | undefined;

  keyOf(reference: string, ...content: string[]): string {
    const what = JSON.stringify([reference, ...content]);
    if (this.#of?.what !== what) this.#of = { what, key: newIdempotencyKey() };
    return this.#of.key;
  }

  /** It was added, or will not be: the next is another one, though its words be the same. */
  end(): void {
    this.#of = undefined;
  }
}
