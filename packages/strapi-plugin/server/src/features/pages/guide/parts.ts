/** What a guide holds at its first level, each part with the title that the page's contents lead to it by. */
import type { Guide, GuideGroup } from '@guichet/contracts/guide';
import { lastOffers } from '@guichet/contracts/guide/offers';
import { guideText } from '@guichet/contracts/words/guide-text';
import { markup, type Piece } from '../html.js';
import { blocks, heading, section } from './blocks.js';
import { contact } from './contact.js';
import type { Drawing } from './drawing.js';
import { abbreviations, definitions } from './ending.js';
import { guideLinks, inlines } from './inlines.js';
import { service } from './service.js';

export interface Parts {
  drawn: Piece[];
  contents: { id: string; title: Piece }[];
  /** Whether there is more than is seen at a glance, of the guide's own: not only what it ends with. */
  hasSections: boolean;
}

const FEW = 2;

export function partsOf(guide: Guide, drawing: Drawing): Parts {
  const contents: Parts['contents'] = [];
  const newId = (title: Piece): string => {
    const id = `s${contents.length + 1}`;
    contents.push({ id, title });
    return id;
  };
  const titled = (title: string, count: number, draw: () => Piece): Piece =>
    count > 0 && markup`<section>${heading(2, title, newId(title))}${draw()}</section>`;
  const group = ({ title, guides }: GuideGroup): Piece => {
    const named = title ?? (guide.kind === 'service' && guideText.inGuides);
    const links = () => guideLinks(guides, drawing);
    return named ? titled(named, guides.length, links) : guides.length > 0 && links();
  };

  const body = guide.body.map((one) =>
    one.is === 'section'
      ? section(one, 2, drawing, newId(inlines(one.title, drawing, true)))
      : blocks([one], 2, drawing),
  );
  const sections = contents.length;
  const { services, contacts } = lastOffers(guide);
  const offers = (level: number | null) => services.map((one) => service(one, level, drawing));
  const drawn = [
    body,
    // A service that is a page of its own bears the page's title.
    guide.kind === 'service' ? offers(null) : titled(guideText.services, services.length, () => offers(3)),
    guide.groups.map(group),
    titled(guideText.contacts, contacts.length, () => contacts.map((one) => contact(one, 3, drawing))),
    titled(guideText.definitions, guide.definitions.length, () => definitions(guide, drawing)),
    titled(guideText.abbreviations, guide.abbreviations.length, () => abbreviations(guide)),
  ];
  const hasSections = sections + guide.groups.length > 0 && contents.length > FEW;
  return { drawn, contents, hasSections };
}
