/**
 * Walks through a file that comes in pieces. A format says, as a generator, what it wants next of the bytes: to see some,
 * to let some by, to leave some out. Nothing is held but what it asked to see.
 */
import type { AttachmentType } from '@guichet/contracts/attachment-types';
import { FileRefusal, type Reader } from './reader.js';

type Step =
  /** To be given so many bytes. */
  | { take: number }
  /** Keeps these. */
  | { keep: Buffer }
  /** Lets so many by as they are; `Infinity`: all that comes. */
  | { pass: number }
  | { drop: number }
  /** Zeros in the place of so many. */
  | { blank: number }
  /** Lets by the compressed data of a JPEG, up to its next marker (T.81, B.1.1.5). */
  | { entropy: true }
  /** To be given nothing at the end of the file, and something before. */
  | { more: true };

export type Walk = Generator<Step, AttachmentType, Buffer>;

const NOTHING = Buffer.alloc(0);
const ZEROS = Buffer.alloc(64 * 1024);

const isMarker = (code: number) => code !== 0 && !(code >= 0xd0 && code <= 0xd7);

/** What follows where the walk ends is left out. */
export class Walker implements Reader {
  readonly #walk: Walk;
  #step: IteratorResult<Step, AttachmentType>;
  #pending: Buffer = NOTHING;
  /** Of the present step. */
  #left = 0;

  constructor(walk: Walk) {
    this.#walk = walk;
    this.#step = walk.next();
    this.#begin();
  }

  write(chunk: Buffer): Buffer[] {
    const kept: Buffer[] = [];
    if (this.#step.done) return kept;
    this.#pending = this.#pending.length ? Buffer.concat([this.#pending, chunk]) : chunk;
    while (!this.#step.done && this.#go(this.#step.value, kept));
    if (this.#step.done) this.#pending = NOTHING;
    return kept;
  }

  end(): { kept: Buffer[]; type: AttachmentType } {
    const kept: Buffer[] = [];
    while (!this.#step.done) {
      const { value } = this.#step;
      const endsHere = 'more' in value || ('pass' in value && value.pass === Infinity);
      if (!endsHere) throw new FileRefusal('file-damaged');
      this.#next(NOTHING);
      while (!this.#step.done && this.#go(this.#step.value, kept));
    }
    return { kept, type: this.#step.value };
  }

  #next(given: Buffer): void {
    this.#step = this.#walk.next(given);
    this.#begin();
  }

  #begin(): void {
    if (this.#step.done) return;
    const { value } = this.#step;
    if ('pass' in value) this.#left = value.pass;
    else if ('drop' in value) this.#left = value.drop;
    else if ('blank' in value) this.#left = value.blank;
  }

  /** @returns whether the step is over; false where it waits for more bytes */
  #go(step: Step, kept: Buffer[]): boolean {
    if ('keep' in step) {
      kept.push(step.keep);
      this.#next(NOTHING);
      return true;
    }
    if ('take' in step) {
      if (this.#pending.length < step.take) return false;
      this.#next(this.#shift(step.take));
      return true;
    }
    if ('more' in step) {
      if (!this.#pending.length) return false;
      this.#next(this.#pending);
      return true;
    }
    if ('entropy' in step) return this.#passEntropy(kept);
    const some = this.#shift(Math.min(this.#left, this.#pending.length));
    this.#left -= some.length;
    if ('pass' in step && some.length) kept.push(some);
    if ('blank' in step) {
      for (let i = 0; i < some.length; i += ZEROS.length) kept.push(ZEROS.subarray(0, some.length - i));
    }
    if (this.#left > 0) return false;
    this.#next(NOTHING);
    return true;
  }

  #passEntropy(kept: Buffer[]): boolean {
    const bytes = this.#pending;
    let at = bytes.indexOf(0xff);
    // A stuffed zero and the restart markers belong to the data.
    while (at !== -1 && at + 1 < bytes.length && !isMarker(bytes[at + 1]!)) at = bytes.indexOf(0xff, at + 2);
    const end = at === -1 ? bytes.length : at;
    if (end) kept.push(this.#shift(end));
    if (at === -1 || at + 1 >= bytes.length) return false;
    this.#next(NOTHING);
    return true;
  }

  #shift(count: number): Buffer {
    const first = this.#pending.subarray(0, count);
    this.#pending = this.#pending.subarray(count);
    return first;
  }
}
