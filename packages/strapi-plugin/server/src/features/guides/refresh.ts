/** Keeps the guides as their source has them: daily where all goes well, later and later where it does not. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Core } from '@strapi/types';
import type { Knex } from 'knex';
import { BadArchive } from '../../connectors/co-marquage/archive.js';
import { fetchArchive, type Fetched, Unreachable } from '../../connectors/co-marquage/fetch.js';
import {
  guideDigests,
  guideParts,
  type GuidePart,
  type GuideSource,
  guideSources,
  noReport,
  removeGuides,
  removeGuideSource,
  saveGuideSource,
} from '../../store/guides.js';
import { getService } from '../../strapi/services.js';
import { bringIn, Shrunk } from './bring-in.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const fresh = (part: GuidePart, location: string): Omit<GuideSource, 'nextAt'> => ({
  part,
  location,
  file: null,
  url: null,
  etag: null,
  lastModified: null,
  fetchedAt: null,
  failures: 0,
  failure: null,
  report: noReport,
});

/** An hour, two, four… a day at most, and never sooner than the source asks. */
export function pauseAfter(failures: number, retryAfterSeconds: number | null): number {
  return Math.max(Math.min(HOUR_MS * 2 ** (failures - 1), DAY_MS), (retryAfterSeconds ?? 0) * 1000);
}

export interface RefreshOptions {
  now: Date;
  signal: AbortSignal;
  fetch: typeof globalThis.fetch;
}

async function takeArchive(
  knex: Knex,
  former: Omit<GuideSource, 'nextAt'>,
  { etag, lastModified }: Fetched['validators'],
  fetched: Fetched,
  { now, signal }: RefreshOptions,
): Promise<GuideSource> {
  const report = await bringIn(knex, former.part, fetched.path, former.report.unknown, signal);
  return {
    ...former,
    file: fetched.file,
    url: fetched.url,
    etag,
    lastModified,
    fetchedAt: now.toISOString(),
    nextAt: new Date(now.getTime() + DAY_MS).toISOString(),
    failures: 0,
    failure: null,
    report,
  };
}

/** @returns how the source stands now */
async function refreshPart(
  knex: Knex,
  former: Omit<GuideSource, 'nextAt'>,
  options: RefreshOptions,
): Promise<GuideSource> {
  const { now, signal, fetch } = options;
  const known = former.fetchedAt ? { etag: former.etag, lastModified: former.lastModified } : null;
  const folder = await mkdtemp(join(tmpdir(), 'guichet-guides-'));
  try {
    const to = join(folder, 'archive.zip');
    const fetched = await fetchArchive(former.location, known, { fetch, to, signal });
    if (fetched) return await takeArchive(knex, former, fetched.validators, fetched, options);
    return {
      ...former,
      nextAt: new Date(now.getTime() + DAY_MS).toISOString(),
      failures: 0,
      failure: null,
    };
  } catch (error) {
    if (!(error instanceof Unreachable || error instanceof BadArchive || error instanceof Shrunk))
      throw error;
    const failures = former.failures + 1;
    const pause = pauseAfter(failures, error instanceof Unreachable ? error.retryAfter : null);
    return {
      ...former,
      nextAt: new Date(now.getTime() + pause).toISOString(),
      failures,
      failure: error.message,
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Looks at each part that is due; what is no longer configured is taken away. */
export async function refreshGuides(strapi: Core.Strapi, options: RefreshOptions): Promise<void> {
  const knex = getService(strapi, 'knex');
  const locations = getService(strapi, 'settings').guides;
  const stored = new Map((await guideSources(knex)).map((source) => [source.part, source]));
  for (const part of guideParts) {
    const location = locations[part];
    const former = stored.get(part);
    if (!location) {
      if (!former) continue;
      await removeGuides(knex, part, [...(await guideDigests(knex, part)).keys()]);
      await removeGuideSource(knex, part);
      continue;
    }
    // Another address: what was known of the former says nothing of it.
    const isSame = former?.location === location;
    if (isSame && former.nextAt > options.now.toISOString()) continue;
    const source = await refreshPart(knex, isSame ? former : fresh(part, location), options);
    await saveGuideSource(knex, source);
    const { failure, report } = source;
    if (failure) strapi.log.warn(`guichet: guides (${part}): ${failure}; what was there stays`);
    else if (report.faultCount)
      strapi.log.warn(`guichet: guides (${part}): ${report.faultCount} files could not be read`);
  }
}
