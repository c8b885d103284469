/** What a guide holds at its first level, each part with the title that its contents lead to it by. */
import type { Guide, GuideGroup } from '@guichet/contracts/guide';
import { lastOffers } from '@guichet/contracts/guide/offers';
import { guideText } from '@guichet/contracts/words/guide-text';
import { html, nothing, type TemplateResult } from 'lit';
import { blocks, heading, section } from './blocks.js';
import { contact } from './contact.js';
import type { Drawing } from './drawing.js';
import { guideLinks, inlines } from './lines.js';
import { nameOf } from './memory.js';
import { service } from './service.js';

/** As many are seen at a glance. */
const FEW = 2;

export interface Parts {
  drawn: unknown[];
  /** Null where there is no more than is seen at a glance. */
  contents: TemplateResult | null;
}

function contentsOf(titles: readonly { id: string; title: unknown }[]): TemplateResult {
  // No links: the fragment of the address is the page's, and cannot name what is in a widget.
  const lead = (id: string) => (event: Event) =>
    ((event.currentTarget as Element).getRootNode() as ShadowRoot).getElementById(id)?.focus();
  return html`<nav class="contents" aria-label=${guideText.contents}>
    <p><strong>${guideText.contents}</strong></p>
    <ul class="links">
      ${titles.map(
        ({ id, title }) =>
          html`<li><button type="button" class="plain" @click=${lead(id)}>${title}</button></li>`,
      )}
    </ul>
  </nav>`;
}

export function partsOf(guide: Guide, drawing: Drawing): Parts {
  const titles: { id: string; title: unknown }[] = [];
  const newId = (part: object, title: unknown): string => {
    const id = nameOf(part);
    titles.push({ id, title });
    return id;
  };
  const titled = (title: string, all: readonly unknown[], draw: () => unknown): unknown =>
    all.length > 0
      ? html`<section class="flow">${heading(2, title, drawing, newId(all, title))} ${draw()}</section>`
      : nothing;
  const group = ({ title, guides }: GuideGroup): unknown => {
    const named = title ?? (guide.kind === 'service' ? guideText.inGuides : null);
    const links = () => guideLinks(guides, drawing);
    return named ? titled(named, guides, links) : guides.length > 0 ? links() : nothing;
  };

  const body = guide.body.map((one) =>
    one.is === 'section'
      ? section(one, 2, drawing, newId(one, inlines(one.title, drawing, true)))
      : blocks([one], 2, drawing),
  );
  const sections = titles.length;
  const offers = lastOffers(guide);
  const services = (depth: number | null) => offers.services.map((one) => service(one, depth, drawing));
  const drawn = [
    body,
    // A service that is a guide of its own bears the guide's title.
    guide.kind === 'service'
      ? services(null)
      : titled(guideText.services, offers.services, () => services(3)),
    guide.groups.map(group),
    titled(guideText.contacts, offers.contacts, () => offers.contacts.map((one) => contact(one, 3, drawing))),
  ];
  const isLong = sections + guide.groups.length > 0 && titles.length > FEW;
  return { drawn, contents: isLong ? contentsOf(titles) : null };
}
