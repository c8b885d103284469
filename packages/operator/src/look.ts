import type { Look } from './messages.js';

/**
 * Gives the document the page's look as custom properties (`--guichet-accent` …), for the operator's style sheet to use;
 * `color-scheme`, so that the browser's own controls fit; and `data-guichet`, by which a style sheet knows that it is at
 * home in somebody else's page.
 */
export function wear(look: Look): void {
  const { style, dataset } = document.documentElement;
  for (const [name, value] of Object.entries(look)) style.setProperty(`--guichet-${name}`, value);
  style.colorScheme = look['scheme'] ?? '';
  dataset['guichet'] = look['motion'] ?? '';
}
