/** How what the directory comes from stands, for who looks after the hosting. */
import type { DirectorySourceView } from '@guichet/contracts/admin/territory';
import type { Core } from '@strapi/types';
import { directoryParts, directorySources, noImport } from '../../store/territory.js';
import { getService } from '../../strapi/services.js';
import { BUNDLED } from './filled.js';

/** Of a source that was not looked at yet. */
const unread = { file: null, fetchedAt: null, nextAt: null, failure: null, failures: 0, report: noImport };

/** The offices where they are configured; the communes always. */
export async function sourceViews(strapi: Core.Strapi): Promise<DirectorySourceView[]> {
  const locations = getService(strapi, 'settings').directory;
  const stored = await directorySources.all(getService(strapi, 'knex'));
  return directoryParts.flatMap((part): DirectorySourceView[] => {
    const location = locations[part];
    if (!location && part === 'annuaire') return [];
    const source = stored.find((one) => one.part === part && one.location === (location ?? BUNDLED));
    const { file, fetchedAt, nextAt, failure, failures, report } = source ?? unread;
    return [{ part, location, file, fetchedAt, nextAt: location && nextAt, failure, failures, ...report }];
  });
}
