/** Where communes are, and what is shown in each. */
import type {
  DirectorySourceView,
  TerritoryPreview,
  TerritorySearch,
} from '@guichet/contracts/admin/territory';
import type { Core } from '@strapi/types';
import type { TerritoryPlace } from '../../domain/territory.js';
import { searchCommunes, searchTerritories } from '../../store/territory-search.js';
import { directorySources, placesFor } from '../../store/territory.js';
import { getService } from '../../strapi/services.js';
import { fillTerritory } from './filled.js';
import { foundCommunes, previewOf } from './preview.js';
import { refreshDirectory } from './refresh.js';
import { sourceViews } from './source-views.js';

/** Territories change on the first of January: another node's change is seen within ten minutes. */
const FRESH_MS = 600_000;
const MOST_KEPT = 50_000;
const MOST_FOUND = 20;
const MOST_TERRITORIES = 10;

export interface TerritoryService {
  /** Once the list of communes is there. */
  ready(): Promise<void>;
  /** Where what an administration's directory shows is shown, the widest first. */
  placesFor(of: { insee: string | null; siren: string; kind: string }): Promise<TerritoryPlace[]>;
  /** Communes by the beginning of a name, a postal code or an INSEE code; territories by their names or their codes. */
  search(search: string): Promise<TerritorySearch>;
  /** What would be made of a commune. @throws AdminRefusal `not-found` */
  preview(code: string): Promise<TerritoryPreview>;
  /** What the directory comes from, and how each stands. */
  sources(): Promise<DirectorySourceView[]>;
  /** Looks at each source that is due. @param signal that ends it where it is: the next one goes on */
  refresh(now: Date, signal: AbortSignal): Promise<void>;
  /** Makes the sources due: they are read again within ten minutes. */
  askAgain(now: Date): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    territory: TerritoryService;
  }
}

export function createTerritoryService({ strapi }: { strapi: Core.Strapi }): TerritoryService {
  const knex = getService(strapi, 'knex');
  let filling: Promise<void> | null = null;
  const kept = new Map<string, Promise<TerritoryPlace[]>>();
  let until = 0;

  /** Once for a node; where it failed it is tried again. */
  const filled = (): Promise<void> =>
    (filling ??= fillTerritory(knex, getService(strapi, 'settings').directory.communes, new Date()).catch(
      (error: unknown) => {
        filling = null;
        throw error;
      },
    ));

  return {
    ready: filled,
    async search(search) {
      await filled();
      const [communes, territories] = await Promise.all([
        searchCommunes(knex, search, MOST_FOUND),
        searchTerritories(knex, search, MOST_TERRITORIES),
      ]);
      return { communes: await foundCommunes(strapi, communes), territories };
    },
    async preview(code) {
      await filled();
      return previewOf(strapi, code);
    },
    sources: () => sourceViews(strapi),
    async refresh(now, signal) {
      try {
        await refreshDirectory(strapi, { now, signal, fetch });
      } finally {
        filling = null;
        kept.clear();
      }
    },
    askAgain: (now) => directorySources.makeDue(knex, now.toISOString()),
    async placesFor({ insee, siren, kind }) {
      await filled();
      if (performance.now() > until || kept.size >= MOST_KEPT) {
        kept.clear();
        until = performance.now() + FRESH_MS;
      }
      const key = `${insee} ${siren} ${kind}`;
      const found = kept.get(key) ?? placesFor(knex, { insee, siren, kind });
      kept.set(key, found);
      found.catch(() => kept.delete(key));
      return found;
    },
  };
}
