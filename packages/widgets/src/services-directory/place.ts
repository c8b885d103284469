/** A place in the directory, and how the page's address says it. */
import type { AudienceWord } from '@guichet/contracts/guide/audience';

/**
 * No host's own anchor begins like this. Then one member and its value, as in a form that is sent:
 * `#guichet:organisation=28148`, `#guichet:q=carte+grise`; with a guide's, for whom it is where that is said:
 * `#guichet:guide=R17465&pour=professionnels`.
 */
export const PREFIX = '#guichet:';

export const members = { home: 'q', organisation: 'organisation', procedure: 'procedure', guide: 'guide' };

export interface Place {
  view: 'home' | 'organisation' | 'procedure' | 'guide';
  /** Of what is shown; at home, what is looked for, empty for nothing. */
  id: string;
  /** For whom a guide is; individuals where absent. */
  pour?: AudienceWord | undefined;
}

/** @returns the fragment of a place; of where everything begins, the prefix alone */
export function fragmentOf({ view, id, pour }: Place): string {
  return PREFIX + (id && String(new URLSearchParams({ [members[view]]: id, ...(pour && { pour }) })));
}

/** Absolute, so that a `<base>` in the page does not lead it astray. */
export function hrefOf(place: Place): string {
  return location.href.split('#')[0]! + fragmentOf(place);
}

/**
 * The directories of the page, in the order in which they came. Only the first speaks in the address, until it leaves;
 * the others work without.
 */
export const directories = new Set<Element>();
