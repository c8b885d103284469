/** What stands in a line of a guide. */
import type { GuideLink, Inline, WebPage } from '@guichet/contracts/guide';
import { isBlank, isLanguage } from '@guichet/contracts/guide/line';
import { guideText } from '@guichet/contracts/words/guide-text';
import { html, nothing } from 'lit';
import type { Drawing } from './drawing.js';
import { termButton } from './terms.js';

/**
 * A link that leads away says so; an address of a mail or a telephone leads nowhere; anything else is none.
 *
 * @param says what its mark says, where that is not French
 */
export function linkOut(
  url: string,
  content: unknown,
  { look = '', says = guideText.elsewhere }: { look?: 'button main' | ''; says?: string } = {},
): unknown {
  if (/^(?:mailto|tel):/i.test(url)) return html`<a href=${url}>${content}</a>`;
  if (!/^https?:\/\//i.test(url)) return content;
  return html`<a class="${look} out" href=${url} rel="noreferrer"
    >${content}<span class="unseen"> ${says}</span></a
  >`;
}

/** To a guide: in the widget where it can be read here, else to the source's own site, else what would be linked alone. */
export function linkToGuide(
  { id, audience }: Pick<GuideLink, 'id' | 'audience'>,
  name: unknown,
  drawing: Drawing,
): unknown {
  const { title, href, isHere } = drawing.placeOf(id, audience);
  const content = name || title || guideText.guide(id);
  if (!href) return content;
  return isHere ? html`<a href=${href}>${content}</a>` : linkOut(href, content);
}

/** A list of guides, in their own order. */
export function guideLinks(links: readonly GuideLink[], drawing: Drawing): unknown {
  return html`<ul class="links">
    ${links.map((link) => html`<li>${linkToGuide(link, link.title, drawing)}</li>`)}
  </ul>`;
}

export function webPages(pages: readonly WebPage[]): unknown {
  return html`<ul class="links">
    ${pages.map(
      ({ title, url, complement }) =>
        html`<li>
          ${linkOut(url, title)}${complement ? html`<br /><small>${complement}</small>` : nothing}
        </li>`,
    )}
  </ul>`;
}

/** @param isPlain where no link may stand, as in another */
export function inlines(content: readonly Inline[], drawing: Drawing, isPlain = false): unknown[] {
  return content.map((one): unknown => {
    if (typeof one === 'string') return one;
    const isLink = one.is === 'guide' || one.is === 'link' || one.is === 'term';
    const inside = inlines(one.content, drawing, isPlain || isLink);
    if (isPlain && isLink) return inside;
    switch (one.is) {
      case 'strong':
        return html`<strong>${inside}</strong>`;
      case 'value':
        return html`<b>${inside}</b>`;
      case 'quote':
        return html`<i>${inside}</i>`;
      case 'superscript':
        return html`<sup>${inside}</sup>`;
      case 'subscript':
        return html`<sub>${inside}</sub>`;
      case 'foreign':
        return html`<i lang=${isLanguage(one.language) ? one.language : nothing}>${inside}</i>`;
      case 'guide':
        return linkToGuide(one, !isBlank(one.content) && inside, drawing);
      case 'link':
        return linkOut(one.url, inside);
      case 'term':
        return drawing.definitionOf(one.id) && !isBlank(one.content)
          ? termButton(one, inside, drawing)
          : inside;
    }
  });
}
