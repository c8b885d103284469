/** What the drawing of one guide has in common: where links lead, whom « mairie » means, which names are taken. */
import type { Administration, Language } from '@guichet/contracts/administration';
import type { Guide, GuideAudience } from '@guichet/contracts/guide';
import { pageAddress } from '../layout.js';
import type { PageOpening } from '../opening.js';
import { guideAddress, sourceAddress } from './address.js';

export interface GuideView {
  guide: Guide;
  source: { url: string | null; file: string; fetchedOn: string };
  administration: Administration;
  opening: PageOpening;
  language: Language;
  /** The titles of the guides that can be read here. */
  titles: ReadonlyMap<string, string>;
}

interface GuidePlace {
  /** Null where it is not known. */
  title: string | null;
  /** Null where it can be read nowhere. */
  href: string | null;
  isHere: boolean;
}

export interface Drawing {
  placeOf(id: string, audience: GuideAudience | null): GuidePlace;
  /** The commune's own, for contacts that are the reader's mairie; null on the pages of another administration. */
  mairie: { administration: Administration; opening: PageOpening; write: string } | null;
  /** The guide on the source's own site. */
  url: string | null;
  isDefined(term: string): boolean;
  /** Terms that the text has linked to their definition, in order. */
  used: Set<string>;
  /** A name that nothing else on the page has. */
  newName(): string;
}

export function drawingOf({ guide, administration, opening, language, titles }: GuideView): Drawing {
  const defined = new Set(guide.definitions.map(({ id }) => id));
  let names = 0;
  return {
    placeOf: (id, audience) => {
      const title = titles.get(id);
      const of = audience ?? guide.audiences[0] ?? null;
      return title === undefined
        ? { title: null, href: sourceAddress(guide, id, audience), isHere: false }
        : { title, href: guideAddress(administration, language, id, of), isHere: true };
    },
    mairie:
      administration.kind === 'commune'
        ? { administration, opening, write: pageAddress('contactPage', administration, language) }
        : null,
    url: guide.url,
    isDefined: (term) => defined.has(term),
    used: new Set(),
    newName: () => `n${++names}`,
  };
}
