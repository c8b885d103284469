/** Runs in a browser: draws a guide there, and judges it as its reader has it. */
import axe from 'axe-core';
import type { Guide } from '@guichet/contracts/guide';
import { newProbe } from '../../packages/widgets/src/services-directory/guide/testing/probe.js';

/** How often the contrast of one look is judged: the first may lie where axe does not see what is behind it. */
const TIMES = 8;

axe.configure({
  // Contrast takes more than all other rules together, and a guide has few colours.
  rules: [{ id: 'color-contrast', selector: '[data-contrast]' }],
  // It would quote each element that it judges.
  noHtml: true,
});

/** The number of each look: the colours and the size of an element, on those of all that it stands in. */
const looks = new Map<string, number>();
const judged = new Map<number, number>();

const hasText = (one: Element): boolean =>
  one.matches('input, select, textarea') ||
  [...one.childNodes].some((child) => child instanceof Text && child.data.trim() !== '');

/** Marks what the contrast of is judged: all that is seen, but for what looks like much that was judged. */
function markContrast(one: Element, behind = 0): void {
  const style = getComputedStyle(one);
  const { color, backgroundColor, backgroundImage, fontSize, fontWeight, opacity, textShadow } = style;
  const look = `${behind} ${color} ${backgroundColor} ${backgroundImage} ${fontSize} ${fontWeight} ${opacity} ${textShadow}`;
  const number = looks.get(look) ?? looks.size + 1;
  looks.set(look, number);
  const times = judged.get(number) ?? 0;
  const isDue = times < TIMES && hasText(one) && one.checkVisibility({ visibilityProperty: true });
  one.toggleAttribute('data-contrast', isDue);
  if (isDue) judged.set(number, times + 1);
  for (const child of (one.shadowRoot ?? one).children) markContrast(child, number);
}

const quoted = ({ outerHTML }: Element): string => outerHTML.replace(/\s+/g, ' ').slice(0, 200);

async function brokenRules(within: axe.ElementContext = document): Promise<string[]> {
  // A colour on its way to another has no contrast to judge.
  for (const one of document.getAnimations()) one.finish();
  markContrast(document.documentElement);
  const { violations } = await axe.run(within, { resultTypes: ['violations'], elementRef: true });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ element }) => `${id}: ${quoted(element!)}`));
}

function tooWide(): string[] {
  const { scrollWidth } = document.documentElement;
  return scrollWidth > innerWidth ? [`${scrollWidth} pixels wide`] : [];
}

const unprinted = (one: Element): string => `not printed: ${quoted(one)}`;

const isFolded = (one: Element): boolean =>
  getComputedStyle(one, '::details-content').contentVisibility !== 'visible';

const place = (): Element => document.querySelector('main > div')!;

const inBrowser = {
  /** @param html of a whole page @returns what of it would not be printed: it is drawn for print */
  drawPage(html: string): string[] {
    const { documentElement } = new DOMParser().parseFromString(html, 'text/html');
    document.replaceChild(document.adoptNode(documentElement), document.documentElement);
    return [...document.querySelectorAll('details')].filter(isFolded).map(unprinted);
  },

  /** @returns what is wrong with the page on a screen, unfolded */
  async judgePage(): Promise<string[]> {
    for (const details of document.querySelectorAll('details')) {
      details.removeAttribute('name');
      details.open = true;
    }
    const wrong = [...tooWide(), ...(await brokenRules())];
    // Or it would be drawn for print once more, before the next.
    document.documentElement.replaceChildren();
    return wrong;
  },

  /** @returns what of the guide would not be printed in the widget: it is drawn for print */
  async drawGuide(guide: Guide, titles: Record<string, string>): Promise<string[]> {
    const probe = newProbe(guide, { titles });
    place().replaceChildren(probe);
    await probe.updateComplete;
    const details = [...probe.shadowRoot!.querySelectorAll('details')].filter(isFolded);
    // Each case, under its title.
    const cases = [...probe.shadowRoot!.querySelectorAll('.panel')].filter(
      (one) =>
        !one.checkVisibility({ contentVisibilityAuto: true }) ||
        !one.querySelector('.printed')?.checkVisibility(),
    );
    return [...details, ...cases].map(unprinted);
  },

  /** @returns what is wrong with it in the widget, as it comes, and with all that can be opened and chosen shown */
  async judgeGuide(): Promise<string[]> {
    const probe = document.querySelector('guichet-guide-probe') as ReturnType<typeof newProbe>;
    const root = probe.shadowRoot!;
    // What is hidden until it is chosen could break a rule that it no longer does once it is shown.
    const closed = root.querySelector('.panel')
      ? await brokenRules({ fromShadowDom: [probe.localName, '.cases'] })
      : [];
    for (const term of root.querySelectorAll<HTMLElement>('.term')) term.click();
    for (const details of root.querySelectorAll('details')) details.open = true;
    // Of many cases, more than one reader has at once: all that any of them has.
    for (const panel of root.querySelectorAll('.panel'))
      for (const name of ['hidden', 'aria-hidden']) panel.removeAttribute(name);
    await probe.updateComplete;
    const wrong = [...closed, ...tooWide(), ...(await brokenRules())];
    place().replaceChildren();
    return wrong;
  },
};

declare global {
  interface Window {
    inBrowser: typeof inBrowser;
  }
}
window.inBrowser = inBrowser;
