/** The list of communes, there from the first time that somebody needs it: a boot does not wait for it. */
import type { Knex } from 'knex';
import { bundledEdition, bundledTerritory } from '../../connectors/territory/bundled.js';
import { compareTerritory, directorySources, noImport, writeTerritory } from '../../store/territory.js';

/** What comes with the plugin is asked of nobody: it is looked at when it is needed. */
const NEVER = '9999-12-31T00:00:00.000Z';

/** Where the list comes from that the hosting did not choose itself. */
export const BUNDLED = 'bundled';

/**
 * Fills the list from the package, unless it is there, or has come from where the hosting chose. What was begun and did not
 * end is begun again; two nodes may do it at once.
 *
 * @param chosen where the hosting has it from; null: from the package
 */
export async function fillTerritory(knex: Knex, chosen: string | null, now: Date): Promise<void> {
  const edition = await bundledEdition();
  const source = (await directorySources.all(knex)).find(({ part }) => part === 'communes');
  const isBundled = source?.location === BUNDLED && source.etag === edition;
  if (source?.fetchedAt && (isBundled || chosen)) return;
  const list = await bundledTerritory();
  await writeTerritory(knex, await compareTerritory(knex, list));
  await directorySources.save(knex, {
    part: 'communes',
    location: BUNDLED,
    file: edition,
    url: null,
    etag: edition,
    lastModified: null,
    fetchedAt: now.toISOString(),
    nextAt: NEVER,
    failures: 0,
    failure: null,
    report: { ...noImport, total: list.communes.length },
  });
}
