/** Keeps the communes and the offices as their sources have them; offices after communes, which say where each is shown. */
import type { Core } from '@strapi/types';
import { bundledTerritory } from '../../connectors/territory/bundled.js';
import { listedTerritory } from '../../connectors/territory/listed.js';
import { refreshSource } from '../../connectors/source/refresh.js';
import { checkKept } from '../../connectors/source/unusable.js';
import { freshSource } from '../../domain/source.js';
import { markGone, sourcedIds } from '../../store/organisations.js';
import {
  compareTerritory,
  type DirectoryPart,
  directoryParts,
  directorySources,
  type ImportReport,
  noImport,
  writeTerritory,
} from '../../store/territory.js';
import { getService } from '../../strapi/services.js';
import { ANNUAIRE } from './annuaire.js';
import { fillTerritory } from './filled.js';
import { bringInOffices } from './offices.js';

/** The annuaire's export has hundreds of megabytes. */
const MAX_BYTES = 2 * 1024 ** 3;
const FAULTS_TOLD = 500;

export interface RefreshOptions {
  now: Date;
  signal: AbortSignal;
  fetch: typeof globalThis.fetch;
}

async function bringInCommunes(strapi: Core.Strapi, path: string): Promise<ImportReport> {
  const knex = getService(strapi, 'knex');
  const faults: ImportReport['faults'] = [];
  let faultCount = 0;
  const list = await listedTerritory(path, await bundledTerritory(), (fault) => {
    faultCount++;
    if (faults.length < FAULTS_TOLD) faults.push(fault);
  });
  const changes = await compareTerritory(knex, list);
  const { communes, removed, before } = changes;
  checkKept(before, removed.length, 'communes');
  await writeTerritory(knex, changes);
  return {
    total: list.communes.length,
    changed: communes.length,
    removed: removed.length,
    faults,
    faultCount,
  };
}

const take = (strapi: Core.Strapi, part: DirectoryPart, path: string, options: RefreshOptions) =>
  part === 'communes' ? bringInCommunes(strapi, path) : bringInOffices(strapi, path, options);

/** What is not configured any more is taken away, but for the communes: those of the package are always there. */
async function dismiss(strapi: Core.Strapi, part: DirectoryPart, now: Date): Promise<void> {
  const knex = getService(strapi, 'knex');
  if (part === 'communes') return fillTerritory(knex, null, now);
  for await (const ids of sourcedIds(knex, ANNUAIRE))
    await markGone(knex, ANNUAIRE, ids, now.toISOString().slice(0, 10));
  await directorySources.remove(knex, part);
}

/** Looks at each part that is due. */
export async function refreshDirectory(strapi: Core.Strapi, options: RefreshOptions): Promise<void> {
  const knex = getService(strapi, 'knex');
  const locations = getService(strapi, 'settings').directory;
  for (const part of [...directoryParts].reverse()) {
    const location = locations[part];
    const former = (await directorySources.all(knex)).find((source) => source.part === part);
    if (!location) {
      if (former) await dismiss(strapi, part, options.now);
      continue;
    }
    const isSame = former?.location === location;
    if (isSame && former.nextAt > options.now.toISOString()) continue;
    await fillTerritory(knex, locations.communes, options.now);
    const asked = isSame ? former : freshSource(part, location, former, noImport);
    await directorySources.save(knex, asked);
    const source = await refreshSource(asked, {
      ...options,
      most: MAX_BYTES,
      take: (path) => take(strapi, part, path, options),
    });
    await directorySources.save(knex, source);
    const { failure, report } = source;
    if (failure) strapi.log.warn(`guichet: directory (${part}): ${failure}; what was there stays`);
    else if (report.faultCount)
      strapi.log.warn(
        `guichet: directory (${part}): ${report.faultCount} faults of its records are in the report`,
      );
  }
}
