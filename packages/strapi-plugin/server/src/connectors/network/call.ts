/**
 * One call to an address that somebody has typed. It never reaches a private network: the name is looked up once, each
 * of its addresses must be allowed, and the connection is made to one of these very addresses, so that a name that
 * points elsewhere a moment later cannot help. No redirect is followed.
 */
import { lookup as resolveName } from 'node:dns/promises';
import http from 'node:http';
import https from 'node:https';
import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isPrivate, isReachable, type Reach } from './addresses.js';

const TIMEOUT_MS = 15_000;
/** Where nothing is done with what is answered: enough for its sender to end properly. */
const REPLY_BYTES = 4096;

/** Refused before it was made, not answered in time, or answered with more than is wanted. */
export class CallFailure extends Error {
  readonly code: 'private-address' | 'timeout' | 'too-large';

  constructor(code: CallFailure['code']) {
    super(code);
    this.name = 'CallFailure';
    this.code = code;
  }
}

export interface CallOptions extends Pick<Reach, 'allowPrivate'> {
  signal: AbortSignal;
  /** All addresses of a name; the system's resolver where absent. */
  resolve?: (name: string) => Promise<LookupAddress[]>;
  timeoutMs?: number;
  /** Bytes that what is answered may have; absent: it is not kept. */
  most?: number;
}

function checkedLookup(options: CallOptions): LookupFunction {
  const { resolve = (name: string) => resolveName(name, { all: true }) } = options;
  return (name, { all }, done) => {
    resolve(name).then(
      (addresses) => {
        const [first] = addresses;
        if (!first || !addresses.every(({ address }) => isReachable(address, options)))
          done(new CallFailure('private-address'), '');
        else if (all) done(null, addresses);
        else done(null, first.address, first.family);
      },
      (error: unknown) => done(error as NodeJS.ErrnoException, ''),
    );
  };
}

export interface Answer {
  status: number;
  /** Where a redirect leads, as it is written; null where it is none. */
  location: string | null;
  headers: http.IncomingHttpHeaders;
  /** Empty where it is not kept. */
  body: Buffer;
}

/**
 * @throws CallFailure; the errors of sockets, of names and of certificates
 */
export async function call(
  url: URL,
  { method, headers = {}, body = '' }: { method: string; headers?: Record<string, string>; body?: string },
  options: CallOptions,
): Promise<Answer> {
  if (isPrivate(url, options)) throw new CallFailure('private-address');
  const timeout = AbortSignal.timeout(options.timeoutMs ?? TIMEOUT_MS);
  return new Promise<Answer>((answer, fail) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const { most } = options;
    const told = (reply: http.IncomingMessage, chunks: readonly Buffer[] = []): Answer => ({
      status: reply.statusCode!,
      location: reply.headers.location ?? null,
      headers: reply.headers,
      body: Buffer.concat(chunks),
    });
    request(url, {
      method,
      headers: { ...headers, ...(body && { 'Content-Length': Buffer.byteLength(body) }) },
      // A connection of its own, closed afterwards.
      agent: false,
      lookup: checkedLookup(options),
      signal: AbortSignal.any([options.signal, timeout]),
    })
      .on('response', (reply) => {
        const chunks: Buffer[] = [];
        let bytes = 0;
        let failure: Error | null = null;
        reply
          .on('data', (chunk: Buffer) => {
            bytes += chunk.length;
            if (most !== undefined) chunks.push(chunk);
            if (bytes <= (most ?? REPLY_BYTES)) return;
            failure = new CallFailure('too-large');
            reply.destroy();
          })
          .on('error', (error) => (failure ??= timeout.aborted ? new CallFailure('timeout') : error))
          .on('close', () => {
            // Where it is not kept the status is known: however the rest ends, it counts.
            if (failure && most !== undefined) fail(failure);
            else answer(told(reply, chunks));
          });
      })
      // Nobody asked for another protocol: without this, neither a reply nor an error would ever come.
      .on('upgrade', (reply, socket) => {
        socket.destroy();
        answer(told(reply));
      })
      .on('error', (error) => fail(timeout.aborted ? new CallFailure('timeout') : error))
      .end(body);
  });
}
