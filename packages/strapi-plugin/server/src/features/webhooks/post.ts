/**
 * One POST to an address that a commune has typed. It never reaches a private network: the name is looked up once, each
 * of its addresses must be allowed, and the connection is made to one of these very addresses, so that a name that
 * points elsewhere a moment later cannot help. No redirect is followed.
 */
import { lookup as resolveName } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isReachable, type Reach, refusalOf } from './addresses.js';

const TIMEOUT_MS = 15_000;
/** Nothing is done with what is answered: enough for its sender to end properly. */
const REPLY_BYTES = 4096;

/** Refused before it was sent, or not answered in time. */
export class PostFailure extends Error {
  readonly code: 'not-https' | 'has-credentials' | 'private-address' | 'timeout';

  constructor(code: PostFailure['code']) {
    super(code);
    this.name = 'PostFailure';
    this.code = code;
  }
}

export interface PostOptions extends Reach {
  signal: AbortSignal;
  /** All addresses of a name; the system's resolver where absent. */
  resolve?: (name: string) => Promise<LookupAddress[]>;
  timeoutMs?: number;
}

function checkedLookup(options: PostOptions): LookupFunction {
  const { resolve = (name: string) => resolveName(name, { all: true }) } = options;
  return (name, { all }, done) => {
    resolve(name).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => isReachable(address, options)))
          done(new PostFailure('private-address'), '');
        else if (all) done(null, addresses);
        else done(null, first.address, first.family);
      },
      (error: unknown) => done(error as NodeJS.ErrnoException, ''),
    );
  };
}

/**
 * @returns the status of the reply
 * @throws PostFailure; the errors of sockets, of names and of certificates
 */
export async function post(
  url: URL,
  headers: Readonly<Record<string, string>>,
  body: string,
  options: PostOptions,
): Promise<number> {
  const refusal = refusalOf(url, options);
  if (refusal) throw new PostFailure(refusal);
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  return new Promise<number>((answer, fail) => {
    const { request } = url.protocol === 'https:' ? https : http;
    request(url, {
      method: 'POST',
      headers: { ...headers, 'Content-Length': Buffer.byteLength(body) },
      // A connection of its own, closed afterwards.
      agent: false,
      lookup: checkedLookup(options),
      signal: AbortSignal.any([options.signal, timeout]),
    })
      .on('response', (reply) => {
        let bytes = 0;
        reply
          .on('data', (chunk: Buffer) => {
            bytes += chunk.length;
            if (bytes > REPLY_BYTES) reply.destroy();
          })
          // The status is known: however the rest ends, it counts.
          .on('error', () => undefined)
          .on('close', () => answer(reply.statusCode!));
      })
      // Nobody asked for another protocol: without this, neither a reply nor an error would ever come.
      .on('upgrade', (reply, socket) => {
        socket.destroy();
        answer(reply.statusCode!);
      })
      .on('error', (error) => fail(timeout.aborted ? new PostFailure('timeout') : error))
      .end(body);
  });
}
