/** The State's guides that this hosting has, as one looks them up. */
import type { GuideSourceView } from '@guichet/contracts/admin/guides';
import type { Guide, GuideAudience, GuideLink } from '@guichet/contracts/guide';
import type { Core } from '@strapi/types';
import {
  guideById,
  guideParts,
  guideSources,
  guidesOf,
  makeSourcesDue,
  noReport,
  themesOf,
} from '../../store/guides.js';
import { getService } from '../../strapi/services.js';
import { refreshGuides } from './refresh.js';

export interface ShownGuide {
  guide: Guide;
  /** Where it was fetched, for the attribution that its licence asks for: the file's address and name, and the day. */
  source: { url: string | null; file: string; fetchedOn: string };
}

export interface GuidesService {
  /** @param audience whose, where two parts of the source have the same guide; null where there is none */
  byId(id: string, audience: GuideAudience | null): Promise<ShownGuide | null>;
  /** What browsing begins with, in the source's order; empty where the hosting has no guides. */
  themes(audience: GuideAudience): Promise<GuideLink[]>;
  /** Each part that is configured, and how it stands. */
  sources(): Promise<GuideSourceView[]>;
  /** Looks at each source that is due. @param signal that ends it where it is: the next one goes on */
  refresh(now: Date, signal: AbortSignal): Promise<void>;
  /** Makes the sources due: they are read again within ten minutes. */
  askAgain(now: Date): Promise<void>;
  /** The titles of guides, those that are not there left out: links are made only to what can be read here. */
  titles(ids: readonly string[]): Promise<Map<string, string>>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    guides: GuidesService;
  }
}

export function createGuidesService({ strapi }: { strapi: Core.Strapi }): GuidesService {
  const knex = getService(strapi, 'knex');
  const { guides: locations } = getService(strapi, 'settings');

  async function sources(): Promise<GuideSourceView[]> {
    const stored = await guideSources(knex);
    return guideParts.flatMap((part): GuideSourceView[] => {
      const location = locations[part];
      if (!location) return [];
      const source = stored.find((one) => one.part === part && one.location === location);
      const {
        fetchedAt = null,
        nextAt = null,
        failure = null,
        failures = 0,
        report = noReport,
      } = source ?? {};
      return [{ part, location, fetchedAt, nextAt, failure, failures, ...report }];
    });
  }

  return {
    sources,
    refresh: (now, signal) => refreshGuides(strapi, { now, signal, fetch }),
    askAgain: (now) => makeSourcesDue(knex, now.toISOString()),
    byId: (id, audience) => guideById(knex, id, audience),
    themes: (audience) => themesOf(knex, audience),
    titles: (ids) => guidesOf(knex, ids),
  };
}
