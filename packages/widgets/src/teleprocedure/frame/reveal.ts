/** Room above what is brought into view, for the site's own header that stays on top. */
const ABOVE = '6rem';

/**
 * Brings a part of the frame into view, by the browser's own way, through whatever scrolls around it.
 *
 * @param top CSS pixels from the frame's top
 */
export function reveal(iframe: HTMLIFrameElement, top: number, height: number): void {
  const { style, offsetHeight } = iframe;
  style.scrollMarginBlock = `calc(${ABOVE} - ${top}px) ${top + height - offsetHeight}px`;
  iframe.scrollIntoView({ block: 'nearest' });
  style.scrollMarginBlock = '';
}
