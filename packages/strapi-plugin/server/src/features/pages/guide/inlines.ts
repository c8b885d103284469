/** What stands in a line of a guide. */
import type { GuideLink, Inline, WebPage } from '@guichet/contracts/guide';
import { isBlank, isLanguage } from '@guichet/contracts/guide/line';
import { guideText } from '@guichet/contracts/words/guide-text';
import { attributes, markup, type Markup, type Piece } from '../html.js';
import type { Drawing } from './drawing.js';

/**
 * A link that leads away says so; an address of a mail or a telephone leads nowhere.
 *
 * @param says what its mark says, where that is not French
 */
export function linkOut(
  url: string,
  content: Piece,
  { look, says = guideText.elsewhere }: { look?: 'button'; says?: string } = {},
): Markup {
  if (!/^https?:/.test(url)) return markup`<a href="${url}">${content}</a>`;
  return markup`<a class="${look && `${look} `}out" href="${url}" rel="noreferrer">${content}<span class="unseen"> ${says}</span></a>`;
}

/** To a guide: here where it can be read here, else to the source's own site, else what would be linked alone. */
export function linkToGuide(
  { id, audience }: Pick<GuideLink, 'id' | 'audience'>,
  name: Piece,
  drawing: Drawing,
): Piece {
  const { title, href, isHere } = drawing.placeOf(id, audience);
  const content = name || title || guideText.guide(id);
  if (!href) return content;
  return isHere ? markup`<a href="${href}">${content}</a>` : linkOut(href, content);
}

/** A list of guides, in their own order. */
export function guideLinks(links: readonly GuideLink[], drawing: Drawing): Markup {
  return markup`<ul class="links">${links.map((link) => markup`<li>${linkToGuide(link, link.title, drawing)}</li>`)}</ul>`;
}

export function webPages(pages: readonly WebPage[]): Markup {
  return markup`<ul class="links">${pages.map(
    ({ title, url, complement }) =>
      markup`<li>${linkOut(url, title)}${complement && markup`<br /><small>${complement}</small>`}</li>`,
  )}</ul>`;
}

/** @param isInLink where no other link may stand */
export function inlines(content: readonly Inline[], drawing: Drawing, isInLink = false): Piece[] {
  return content.map((one): Piece => {
    if (typeof one === 'string') return one;
    const isLink = one.is === 'guide' || one.is === 'link' || one.is === 'term';
    const inside = inlines(one.content, drawing, isInLink || isLink);
    if (isInLink && isLink) return inside;
    switch (one.is) {
      case 'strong':
        return markup`<strong>${inside}</strong>`;
      case 'value':
        return markup`<b>${inside}</b>`;
      case 'quote':
        return markup`<i>${inside}</i>`;
      case 'superscript':
        return markup`<sup>${inside}</sup>`;
      case 'subscript':
        return markup`<sub>${inside}</sub>`;
      case 'foreign':
        return markup`<i${attributes({ lang: isLanguage(one.language) ? one.language : undefined })}>${inside}</i>`;
      case 'guide':
        return linkToGuide(one, !isBlank(one.content) && inside, drawing);
      case 'link':
        return linkOut(one.url, inside);
      case 'term': {
        if (!drawing.isDefined(one.id) || isBlank(one.content)) return inside;
        const isFirst = !drawing.used.has(one.id);
        drawing.used.add(one.id);
        const id = isFirst ? `use-${one.id}` : undefined;
        return markup`<a class="term"${attributes({ id })} href="#def-${one.id}">${inside}</a>`;
      }
    }
  });
}
