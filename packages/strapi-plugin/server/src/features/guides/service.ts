/** The State's guides that this hosting has, as one looks them up. */
import type { Guide, GuideAudience, GuideLink } from '@guichet/contracts/guide';
import type { Core } from '@strapi/types';
import { guideById, guidesOf, themesOf } from '../../store/guides.js';
import { getService } from '../../strapi/services.js';

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
  return {
    byId: (id, audience) => guideById(knex, id, audience),
    themes: (audience) => themesOf(knex, audience),
    titles: (ids) => guidesOf(knex, ids),
  };
}
