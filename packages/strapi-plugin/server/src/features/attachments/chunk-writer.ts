/** Writes a file as it comes: sealed in chunks, some chunks a row, each row in a statement of its own. */
import { CHUNK_BYTES, type Chunks, chunkCount, SEALED_CHUNK_BYTES } from '../../vault/chunks.js';
import { VaultError } from '../../vault/vault.js';

/** A quarter of a megabyte a row: the memory that a file takes while it comes or goes is a few of these. */
export const CHUNKS_PER_ROW = 4;
const ROW_BYTES = CHUNKS_PER_ROW * CHUNK_BYTES;

export class ChunkWriter {
  readonly #chunks: Chunks;
  readonly #store: (seq: number, bytes: Buffer) => Promise<void>;
  #pending: Buffer[] = [];
  #held = 0;
  #rows = 0;
  #length = 0;

  /** @param store keeps one row */
  constructor(chunks: Chunks, store: (seq: number, bytes: Buffer) => Promise<void>) {
    this.#chunks = chunks;
    this.#store = store;
  }

  /** Bytes so far. */
  get length(): number {
    return this.#length;
  }

  async write(bytes: Buffer): Promise<void> {
    this.#pending.push(bytes);
    this.#held += bytes.length;
    this.#length += bytes.length;
    // The last chunk says that it is the last: a row leaves only when more follows.
    while (this.#held > ROW_BYTES) {
      const all = Buffer.concat(this.#pending);
      await this.#row(all.subarray(0, ROW_BYTES), false);
      this.#pending = [all.subarray(ROW_BYTES)];
      this.#held -= ROW_BYTES;
    }
  }

  async end(): Promise<void> {
    await this.#row(Buffer.concat(this.#pending), true);
    this.#pending = [];
  }

  async #row(clear: Buffer, isLast: boolean): Promise<void> {
    const count = chunkCount(clear.length);
    const first = this.#rows * CHUNKS_PER_ROW;
    const sealed = Array.from({ length: count }, (_, i) =>
      this.#chunks.seal(
        clear.subarray(i * CHUNK_BYTES, (i + 1) * CHUNK_BYTES),
        first + i,
        isLast && i === count - 1,
      ),
    );
    await this.#store(this.#rows++, Buffer.concat(sealed));
  }
}

/**
 * Reads a file back, a row at a time, each chunk once it is verified.
 *
 * @param length bytes of the file
 * @param row a row's bytes, null where it is missing
 * @throws VaultError where anything is missing, added, moved or changed
 */
export async function* readChunks(
  chunks: Chunks,
  length: number,
  row: (seq: number) => Promise<Buffer | null>,
): AsyncGenerator<Buffer> {
  const count = chunkCount(length);
  for (let index = 0; index < count; index += CHUNKS_PER_ROW) {
    const sealed = await row(index / CHUNKS_PER_ROW);
    const inRow = Math.min(CHUNKS_PER_ROW, count - index);
    if (!sealed || Math.ceil(sealed.length / SEALED_CHUNK_BYTES) !== inRow)
      throw new VaultError('not-authentic');
    for (let i = 0; i < inRow; i++) {
      const isLast = index + i === count - 1;
      const part = sealed.subarray(i * SEALED_CHUNK_BYTES, (i + 1) * SEALED_CHUNK_BYTES);
      yield chunks.open(part, index + i, isLast);
    }
  }
}
