import { css, textOn, WHITE } from '@guichet/contracts/colour';
import type { FrameLook } from '@guichet/contracts/frame';
import { backgroundOf, seen } from '../../shared/palette.js';

/** Names of families and nothing else: no function, no escape. */
const families = (text: string) => text.replace(/[^\p{L}\p{N} ,'"._-]/gu, '').slice(0, 300);

/**
 * The page's look, as it travels to a frame.
 *
 * @param root what `paint` has given the widget's colours
 */
export function readLook(root: HTMLElement): FrameLook {
  const style = getComputedStyle(root);
  const background = backgroundOf(root);
  const painted = (name: string) => style.getPropertyValue(`--_${name}`).trim();
  const asked = (name: string) => style.getPropertyValue(`--guichet-${name}`).trim();
  const heading = document.querySelector('h1, h2');
  // Every length as the browser reads it.
  root.style.borderStartStartRadius = 'var(--guichet-radius, 0.3em)';
  const radius = getComputedStyle(root).borderStartStartRadius;
  root.style.borderStartStartRadius = '';
  const density = Math.min(2, Math.max(0.5, Number(asked('density')) || 1));
  const isStill = asked('motion') === 'reduced' || matchMedia('(prefers-reduced-motion: reduce)').matches;
  return {
    accent: painted('accent'),
    'on-accent': painted('on-accent'),
    background: css(background),
    text: css(seen(style.color, root)?.rgb ?? textOn(background)),
    border: painted('border'),
    danger: painted('danger'),
    font: families(style.fontFamily),
    'heading-font': families(heading ? getComputedStyle(heading).fontFamily : style.fontFamily),
    'font-size': style.fontSize,
    radius,
    density: String(density),
    scheme: textOn(background) === WHITE ? 'dark' : 'light',
    motion: isStill ? 'reduced' : 'full',
  };
}
