/** ClamAV's daemon, asked as it wants to be (`man clamd`, INSTREAM): the file in lengths and bytes, then nothing. */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { ClamdAddress } from '../../strapi/public.js';

/** `unread`: it did not want the file (`StreamMaxLength`), or failed; `away`: it did not answer. */
export type Verdict = 'clean' | 'infected' | 'unread' | 'away';

export interface Scan {
  /** Never throws: a daemon that goes away is known at the end. */
  write(bytes: Uint8Array): Promise<void>;
  end(): Promise<Verdict>;
  /** Nobody wants to know any more. */
  abort(): void;
}

const CONNECT_MS = 3000;
/** Of a daemon that reads a large file, or takes no more of it. */
const ANSWER_MS = 120_000;
const LONGEST_ANSWER = 4096;

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return length;
}

class ClamdScan implements Scan {
  readonly #socket: Socket;
  readonly #closed: Promise<unknown>;
  #answer = '';
  /** Whether it took the call, and has not fallen silent since. */
  #isThere = false;

  constructor(address: ClamdAddress) {
    this.#socket =
      'socket' in address
        ? connect({ path: address.socket })
        : connect({ host: address.host, port: address.port });
    this.#socket.setTimeout(CONNECT_MS, () => {
      this.#isThere = false;
      this.#socket.destroy();
    });
    this.#socket.once('connect', () => {
      this.#isThere = true;
      this.#socket.setTimeout(ANSWER_MS);
    });
    this.#socket.on('error', () => undefined);
    this.#socket.on('data', (bytes: Buffer) => {
      this.#answer += bytes.toString('latin1');
      if (this.#answer.length > LONGEST_ANSWER || this.#answer.includes('\0')) this.#socket.destroy();
    });
    this.#closed = new Promise((closed) => this.#socket.once('close', closed));
    this.#socket.write('zINSTREAM\0');
  }

  async write(bytes: Uint8Array): Promise<void> {
    if (!bytes.length || !this.#socket.writable) return;
    this.#socket.write(lengthOf(bytes));
    if (this.#socket.write(bytes)) return;
    const drained = new AbortController();
    await Promise.race([
      once(this.#socket, 'drain', { signal: drained.signal }).catch(() => undefined),
      this.#closed,
    ]);
    drained.abort();
  }

  async end(): Promise<Verdict> {
    if (this.#socket.writable) this.#socket.write(Buffer.alloc(4));
    await this.#closed;
    const answer = this.#answer.split('\0')[0]!;
    if (answer === 'stream: OK') return 'clean';
    if (answer.endsWith(' FOUND')) return 'infected';
    // What it says of a file that it does not want is lost where it hangs up before it has read what was under way.
    return answer || this.#isThere ? 'unread' : 'away';
  }

  abort(): void {
    this.#socket.destroy();
  }
}

export const beginScan = (address: ClamdAddress): Scan => new ClamdScan(address);
