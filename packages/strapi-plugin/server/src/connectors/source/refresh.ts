/** Asks one source, once: fetches what changed, hands it over, and says how the source stands. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { askedTomorrow, failed, type Source } from '../../domain/source.js';
import { fetchFile, Unreachable } from './fetch.js';
import { Unusable } from './unusable.js';

export interface RefreshOptions<Report> {
  now: Date;
  signal: AbortSignal;
  fetch: typeof globalThis.fetch;
  /** Bytes that the file may have. */
  most: number;
  /**
   * Brings in what the file holds.
   *
   * @throws Unusable where what was there stays
   */
  take: (path: string) => Promise<Report>;
}

/** @returns how the source stands now */
export async function refreshSource<Part extends string, Report>(
  former: Source<Part, Report>,
  { now, take, ...options }: RefreshOptions<Report>,
): Promise<Source<Part, Report>> {
  const folder = await mkdtemp(join(tmpdir(), 'guichet-source-'));
  try {
    const fetched = await fetchFile(former.location, former, { ...options, to: join(folder, 'fetched') });
    if (!fetched) return askedTomorrow(former, now);
    const report = await take(fetched.path);
    const { file, url, validators } = fetched;
    return askedTomorrow({ ...former, file, url, ...validators, fetchedAt: now.toISOString(), report }, now);
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof Unusable)) throw error;
    return failed(former, error.message, error instanceof Unreachable ? error.retryAfter : null, now);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
