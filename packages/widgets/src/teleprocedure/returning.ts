import { RETURN_FRAGMENT } from '@guichet/contracts/teleprocedure-routes';

let start = '';

/** Every téléprocédure of the page: the fragment does not say which of them it is for. */
export const teleprocedures = new Set<Element>();

/**
 * Takes the beginning that the page was led back from out of its address, at once: out of the history, of a shared
 * screen, of a copied link. Kept in memory, for the téléprocédure that it is of; no other fragment is touched.
 *
 * @returns it, empty for none
 */
export function takeReturn(): string {
  if (location.hash.startsWith(RETURN_FRAGMENT)) {
    start = location.hash.slice(RETURN_FRAGMENT.length);
    history.replaceState(history.state, '', location.href.split('#')[0]);
  }
  return start;
}

/** Its own was found, or nobody's is. */
export function forgetReturn(): void {
  start = '';
}
