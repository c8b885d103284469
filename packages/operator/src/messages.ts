/**
 * What the two sides of `guichet-frame/1` say (PROTOCOL.md), as the operator's page sees it. Every message of the page's
 * is checked here: it comes from another origin.
 */

/**
 * The page's look: values as CSS writes them. `accent`, `on-accent`, `background`, `text`, `border`, `danger`, `font`,
 * `heading-font`, `font-size`, `radius`, `density`, `scheme`, `motion`; others may follow, and each may be missing.
 */
export type Look = Record<string, string>;

/**
 * What the resident typed already on the commune's site, by the tokens of HTML's `autocomplete`: `family-name`,
 * `given-name`, `email`, `tel`, `street-address`, `postal-code`, `address-level2`; each may be missing.
 */
export type Prefill = Record<string, string>;

/** What this page says. */
export type Message =
  | { type: 'ready'; nonce: string }
  | { type: 'height'; height: number }
  | { type: 'step'; index: number; count: number; title: string }
  | { type: 'announce'; text: string }
  | { type: 'reveal'; top: number; height: number }
  | { type: 'session'; secondsLeft: number }
  | { type: 'unsaved'; isUnsaved: boolean }
  | { type: 'submitted'; reference: string };

export const PROTOCOL = 'guichet-frame';
export const VERSION = 1;

/** @returns the members of an object; of anything else, none */
export const membersOf = (value: unknown): Record<string, unknown> =>
  Object(value) as Record<string, unknown>;

const strings = (given: unknown, isFit: RegExp) =>
  Object.fromEntries(
    Object.entries(membersOf(given)).filter(
      ([name, value]) => /^[a-z\d-]+$/.test(name) && typeof value === 'string' && isFit.test(value),
    ),
  ) as Record<string, string>;

/** @returns the members that are well-formed: no `url()`, which would be called; the others are left out */
export const lookOf = (given: unknown): Look => strings(given, /^(rgb\([\d,]+\)|[^()\\]+)$/);

/** @returns the members that are well-formed; the others are left out */
export const prefillOf = (given: unknown): Prefill => strings(given, /./);
