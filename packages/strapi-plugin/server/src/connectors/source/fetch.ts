/** A source's file, from its address or from a file of the hosting's own. */
import { createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

const TIMEOUT_MS = 30 * 60_000;

/** What tells one state of the file from another: HTTP's validators, or when the file was written. */
export interface Validators {
  etag: string | null;
  lastModified: string | null;
}

export interface Fetched {
  /** Where it lies. */
  path: string;
  /** Whether it is ours to remove. */
  isTemporary: boolean;
  /** Its name, as the licence asks to tell it. */
  file: string;
  /** Null of a file of the hosting's own. */
  url: string | null;
  validators: Validators;
}

/** The source cannot be reached, or answers with something else. */
export class Unreachable extends Error {
  override name = 'Unreachable';
  /** Seconds that the source asks to wait. */
  readonly retryAfter: number | null;
  constructor(message: string, retryAfter: number | null = null) {
    super(message);
    this.retryAfter = retryAfter;
  }
}

const isSame = (one: Validators, other: Validators): boolean =>
  one.etag === other.etag && one.lastModified === other.lastModified;

async function fromFile(path: string, known: Validators): Promise<Fetched | null> {
  const { mtimeMs, size } = await stat(path).catch((error: unknown) => {
    throw new Unreachable(`the file cannot be read (${(error as NodeJS.ErrnoException).code})`);
  });
  const validators = { etag: `${mtimeMs}-${size}`, lastModified: null };
  if (isSame(known, validators)) return null;
  return { path, isTemporary: false, file: basename(path), url: null, validators };
}

function bounded(most: number): Transform {
  let length = 0;
  return new Transform({
    transform(chunk: Buffer, _, done) {
      length += chunk.length;
      done(length > most ? new Unreachable(`it is larger than ${most} bytes`) : null, chunk);
    },
  });
}

function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('Retry-After') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
}

async function fromWeb(
  url: URL,
  known: Validators,
  { fetch, to, most, signal }: FetchOptions,
): Promise<Fetched | null> {
  const headers = new Headers();
  if (known.etag) headers.set('If-None-Match', known.etag);
  if (known.lastModified) headers.set('If-Modified-Since', known.lastModified);
  try {
    const response = await fetch(url, {
      headers,
      signal: AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]),
    });
    if (response.status === 304) return null;
    if (!response.ok || !response.body)
      throw new Unreachable(`it answers ${response.status}`, retryAfterOf(response));
    await pipeline(Readable.fromWeb(response.body as never), bounded(most), createWriteStream(to));
    const validators = {
      etag: response.headers.get('ETag'),
      lastModified: response.headers.get('Last-Modified'),
    };
    const file = basename(url.pathname) || url.hostname;
    return { path: to, isTemporary: true, file, url: url.href, validators };
  } catch (error) {
    if (error instanceof Unreachable) throw error;
    const { name, cause } = error as Error & { cause?: { code?: string } };
    throw new Unreachable(`it cannot be reached (${cause?.code ?? name})`);
  }
}

export interface FetchOptions {
  fetch: typeof globalThis.fetch;
  /** Where a download may be written. */
  to: string;
  /** Bytes that it may have. */
  most: number;
  signal: AbortSignal;
}

/**
 * @param location an `https:` or `http:` address, a `file:` one, or a path
 * @param known what the file was told apart by last time: nothing at first
 * @returns null where it has not changed since
 * @throws Unreachable
 */
export async function fetchFile(
  location: string,
  known: Validators,
  options: FetchOptions,
): Promise<Fetched | null> {
  const url = URL.parse(location);
  if (url && /^https?:$/.test(url.protocol)) return fromWeb(url, known, options);
  return fromFile(url?.protocol === 'file:' ? fileURLToPath(url) : location, known);
}
