/** What the drawing of one guide has in common: where its links lead, what its terms mean. */
import type { Guide, GuideAudience, ShownGuide } from '@guichet/contracts/guide';
import { sourceAddress } from '@guichet/contracts/guide/source';
import type { GuideContext } from '../guide-context.js';

type Definition = Guide['definitions'][number];

interface GuidePlace {
  /** Null where it is not known. */
  title: string | null;
  /** Null where it can be read nowhere. */
  href: string | null;
  isHere: boolean;
}

export interface Drawing {
  context: GuideContext;
  /** The guide on the source's own site. */
  url: string | null;
  placeOf(id: string, audience: GuideAudience | null): GuidePlace;
  definitionOf(term: string): Definition | undefined;
}

export function drawingOf({ guide, titles }: ShownGuide, context: GuideContext): Drawing {
  const definitions = new Map(guide.definitions.map((one) => [one.id, one]));
  return {
    context,
    url: guide.url,
    placeOf: (id, audience) =>
      Object.hasOwn(titles, id)
        ? {
            title: titles[id]!,
            href: context.guideHref(id, audience ?? guide.audiences[0] ?? null),
            isHere: true,
          }
        : { title: null, href: sourceAddress(guide, id, audience), isHere: false },
    definitionOf: (term) => definitions.get(term),
  };
}
