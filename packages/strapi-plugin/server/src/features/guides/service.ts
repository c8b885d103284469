/** The State's guides that this hosting has, as one looks them up. */
import type { GuideSourceView } from '@guichet/contracts/admin/guides';
import type { GuideAudience, GuideIndex, ShownGuide } from '@guichet/contracts/guide';
import type { Core } from '@strapi/types';
import { guidesLinkedBy } from '../../domain/guide-links.js';
import {
  guideById,
  guideIndex,
  guideParts,
  guideSources,
  guidesVersion,
  guideTitles,
  noReport,
  unknownElements,
} from '../../store/guides.js';
import { getService } from '../../strapi/services.js';
import { createKept } from './kept.js';
import { refreshGuides } from './refresh.js';

export interface GuidesService {
  /** @param audience whose, where two parts of the source have the same guide; null where there is none */
  byId(id: string, audience: GuideAudience | null): Promise<ShownGuide | null>;
  /** What browsing begins with, and what is found by its title; empty where the hosting has no guides. */
  index(audience: GuideAudience): Promise<GuideIndex>;
  /** Of some ids, those of guides that can be read here. */
  among(ids: readonly string[]): Promise<Set<string>>;
  /** Each part that is configured, and how it stands. */
  sources(): Promise<GuideSourceView[]>;
  /** Looks at each source that is due. @param signal that ends it where it is: the next one goes on */
  refresh(now: Date, signal: AbortSignal): Promise<void>;
  /** Makes the sources due: they are read again within ten minutes. */
  askAgain(now: Date): Promise<void>;
}

declare module '../../strapi/services.js' {
  interface GuichetServices {
    guides: GuidesService;
  }
}

/** Of a source that was not looked at yet. */
const unread = { fetchedAt: null, nextAt: null, failure: null, failures: 0, report: noReport };

export function createGuidesService({ strapi }: { strapi: Core.Strapi }): GuidesService {
  const knex = getService(strapi, 'knex');
  const { guides: locations } = getService(strapi, 'settings');
  const kept = createKept(
    () => guidesVersion(knex),
    () => performance.now(),
  );

  async function shown(id: string, audience: GuideAudience | null): Promise<ShownGuide | null> {
    const found = await guideById(knex, id, audience);
    if (!found) return null;
    const titles = await guideTitles(knex, guidesLinkedBy(found.guide));
    return { ...found, titles: Object.fromEntries(titles) };
  }

  async function sources(): Promise<GuideSourceView[]> {
    const stored = await guideSources.all(knex);
    const configured = guideParts.flatMap((part) => {
      const location = locations[part];
      return location ? [{ part, location }] : [];
    });
    return Promise.all(
      configured.map(async ({ part, location }): Promise<GuideSourceView> => {
        const source = stored.find((one) => one.part === part && one.location === location);
        const { fetchedAt, nextAt, failure, failures, report } = source ?? unread;
        const unknown = await unknownElements(knex, part);
        return { part, location, fetchedAt, nextAt, failure, failures, ...report, unknown };
      }),
    );
  }

  return {
    sources,
    async refresh(now, signal) {
      try {
        await refreshGuides(strapi, { now, signal, fetch });
      } finally {
        kept.forget();
      }
    },
    askAgain: (now) => guideSources.makeDue(knex, now.toISOString()),
    byId: (id, audience) => kept.get(`${audience} ${id}`, () => shown(id, audience)),
    among: async (ids) => new Set((await guideTitles(knex, ids)).keys()),
    index: (audience) => kept.get(audience, () => guideIndex(knex, audience)),
  };
}
