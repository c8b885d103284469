/** A format that is kept as it is, and whose end is looked at: what it holds is told there. */
import type { AttachmentType } from '@guichet/contracts/attachment-types';
import type { Reader } from './reader.js';

export interface Ends {
  /** The first bytes, 512 at most. */
  head: Buffer;
  /** The last bytes. */
  tail: Buffer;
  /** Of the whole file. */
  length: number;
}

const HEAD_BYTES = 512;

export class TailReader implements Reader {
  readonly #tailBytes: number;
  readonly #judge: (ends: Ends) => AttachmentType;
  #head = Buffer.alloc(0);
  #tail: Buffer[] = [];
  #held = 0;
  #length = 0;

  /** @param judge throws FileRefusal */
  constructor(tailBytes: number, judge: (ends: Ends) => AttachmentType) {
    this.#tailBytes = tailBytes;
    this.#judge = judge;
  }

  write(chunk: Buffer): Buffer[] {
    const missing = HEAD_BYTES - this.#head.length;
    if (missing > 0) this.#head = Buffer.concat([this.#head, chunk.subarray(0, missing)]);
    this.#length += chunk.length;
    this.#tail.push(chunk);
    this.#held += chunk.length;
    while (this.#held - this.#tail[0]!.length >= this.#tailBytes) this.#held -= this.#tail.shift()!.length;
    return [chunk];
  }

  end(): { kept: Buffer[]; type: AttachmentType } {
    const tail = Buffer.concat(this.#tail).subarray(-this.#tailBytes);
    return { kept: [], type: this.#judge({ head: this.#head, tail, length: this.#length }) };
  }
}
