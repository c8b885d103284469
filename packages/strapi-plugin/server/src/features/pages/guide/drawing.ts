/** What the drawing of one guide has in common: where links lead, whom « mairie » means, which names are taken. */
import type { Administration, Language } from '@guichet/contracts/administration';
import type { Organisation } from '@guichet/contracts/directory';
import type { GuideAudience, ShownGuide } from '@guichet/contracts/guide';
import { sourceAddress } from '@guichet/contracts/guide/source';
import { guideText } from '@guichet/contracts/words/guide-text';
import { markup, type Piece } from '../html.js';
import { pageAddress, telephone } from '../layout.js';
import type { PageOpening } from '../opening.js';
import { competent, type ServicesView } from '../services/view.js';
import { guideAddress } from './address.js';

export interface GuideView extends Pick<ShownGuide, 'guide' | 'source'> {
  administration: Administration;
  opening: PageOpening;
  language: Language;
  /** The titles of the guides that can be read here. */
  titles: ReadonlyMap<string, string>;
  /** The reader's own directory: its offices are whom the guide means. */
  services: ServicesView;
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
  /** What the reader's directory has of a kind of local office, the mairie itself left out. */
  offices(kind: string): Piece[];
  /** The guide on the source's own site. */
  url: string | null;
  isDefined(term: string): boolean;
  /** Terms that the text has linked to their definition, in order. */
  used: Set<string>;
  /** A name that nothing else on the page has. */
  newName(): string;
}

/** An office in a line, and how to reach it. */
function office(organisation: Organisation, services: ServicesView): Piece {
  const [first] = organisation.phones;
  return markup`${competent(organisation, services)}
    ${first && markup`<br />${guideText.phone} ${telephone(first.number)}`}`;
}

export function drawingOf({
  guide,
  administration,
  opening,
  language,
  titles,
  services,
}: GuideView): Drawing {
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
    offices: (kind) =>
      services.directory.organisations
        .filter((one) => one.kind === kind && one.id !== administration.code)
        .map((one) => office(one, services)),
    url: guide.url,
    isDefined: (term) => defined.has(term),
    used: new Set(),
    newName: () => `n${++names}`,
  };
}
