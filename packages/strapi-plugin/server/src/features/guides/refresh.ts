/** Keeps the guides as their source has them. */
import type { Core } from '@strapi/types';
import { refreshSource } from '../../connectors/source/refresh.js';
import { freshSource } from '../../domain/source.js';
import { guideDigests, guideParts, guideSources, noReport, removeGuides } from '../../store/guides.js';
import { getService } from '../../strapi/services.js';
import { bringIn } from './bring-in.js';

/** The whole archive has about 30 MB. */
const MAX_BYTES = 300 * 1024 * 1024;

interface RefreshOptions {
  now: Date;
  signal: AbortSignal;
  fetch: typeof globalThis.fetch;
}

/** Looks at each part that is due; what is no longer configured is taken away. */
export async function refreshGuides(strapi: Core.Strapi, options: RefreshOptions): Promise<void> {
  const knex = getService(strapi, 'knex');
  const locations = getService(strapi, 'settings').guides;
  const stored = new Map((await guideSources.all(knex)).map((source) => [source.part, source]));
  for (const part of guideParts) {
    const location = locations[part];
    const former = stored.get(part);
    if (!location) {
      if (!former) continue;
      await removeGuides(knex, part, [...(await guideDigests(knex, part)).keys()]);
      await guideSources.remove(knex, part);
      continue;
    }
    const isSame = former?.location === location;
    if (isSame && former.nextAt > options.now.toISOString()) continue;
    const source = await refreshSource(isSame ? former : freshSource(part, location, former, noReport), {
      ...options,
      most: MAX_BYTES,
      take: (path) => bringIn(knex, part, path, options.signal),
    });
    await guideSources.save(knex, source);
    const { failure, report } = source;
    if (failure) strapi.log.warn(`guichet: guides (${part}): ${failure}; what was there stays`);
    else if (report.faultCount)
      strapi.log.warn(`guichet: guides (${part}): ${report.faultCount} files could not be read`);
  }
}
