import { newIdempotencyKey } from '@guichet/client/idempotency-key';

/** Gives a message one key for as long as it is the same message to the same request: sent again, it is added once. */
export class Intention {
  #of: { reference: string; message: string; key: string } | undefined;

  keyOf(reference: string, message: string): string {
    if (this.#of?.reference !== reference || this.#of.message !== message) {
      this.#of = { reference, message, key: newIdempotencyKey() };
    }
    return this.#of.key;
  }

  /** The message was added, or will not be: the next is another one, though its words be the same. */
  end(): void {
    this.#of = undefined;
  }
}
