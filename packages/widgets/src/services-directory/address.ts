import { AUDIENCE, audienceFrom, audienceWord } from '@guichet/contracts/guide/audience';
import { directories, fragmentOf, members, type Place, PREFIX } from './place.js';

/** What routes by the fragment reads it whole: nothing may be put there. */
const isRoute = (hash: string) => /^#!?\//.test(hash);

const isOurs = (hash: string) => hash.startsWith(PREFIX);

export const home = (text = ''): Place => ({ view: 'home', id: text });

/** @param hash of an address, with its `#` @returns null where the fragment is not ours */
export function placeIn(hash: string): Place | null {
  if (!isOurs(hash)) return null;
  const said = new URLSearchParams(hash.slice(PREFIX.length));
  for (const [view, member] of Object.entries(members)) {
    const id = said.get(member);
    if (id) return { view: view as Place['view'], id, pour: audienceWord(audienceFrom(said.get(AUDIENCE))) };
  }
  return home();
}

export function isSame(one: Place, other: Place): boolean {
  return fragmentOf(one) === fragmentOf(other);
}

/**
 * The directory's place in the page's address. Touches no fragment but its own: one of the host's is left behind in the
 * history, where « back » finds it, and comes back when the directory is back at its beginning.
 */
export class Address {
  readonly #element: Element;
  readonly #arrive: (place: Place) => void;
  /** The host's own fragment, beside which the directory is at its beginning. */
  #origin = '';

  /** @param arrive told where the resident came by « back », by « forward » or by a link */
  constructor(element: Element, arrive: (place: Place) => void) {
    this.#element = element;
    this.#arrive = arrive;
  }

  connect(): void {
    addEventListener('popstate', this.#onMove);
    addEventListener('hashchange', this.#onMove);
  }

  disconnect(): void {
    removeEventListener('popstate', this.#onMove);
    removeEventListener('hashchange', this.#onMove);
  }

  get #speaks(): boolean {
    const [first] = directories;
    return first === this.#element;
  }

  /** Whether the page's address can say where this directory is. */
  get isOurs(): boolean {
    return this.#speaks && !isRoute(location.hash);
  }

  /** Where the address says that the directory is; null where it says nothing of it. */
  get place(): Place | null {
    return this.#speaks ? placeIn(location.hash) : null;
  }

  #onMove = (): void => {
    const { place } = this;
    if (place) this.#arrive(place);
    else if (this.#speaks && location.hash === this.#origin) this.#arrive(home());
  };

  /** A new place, which « back » leaves again. */
  push(place: Place): void {
    this.#write(place, 'pushState');
  }

  /** The same place, whose search changes. */
  replace(place: Place): void {
    this.#write(place, isOurs(location.hash) || !location.hash ? 'replaceState' : 'pushState');
  }

  #write(place: Place, method: 'pushState' | 'replaceState'): void {
    const { hash } = location;
    if (!this.isOurs) return;
    if (!isOurs(hash)) this.#origin = hash;
    const url = location.href.split('#')[0]! + (place.id ? fragmentOf(place) : this.#origin);
    if (url === location.href) return;
    try {
      // With the host's own state: a router that looks for it finds the page that it knows.
      history[method](history.state, '', url);
    } catch {
      // A frame without an address of its own, or Safari after a hundred changes in ten seconds: it works without.
    }
  }
}
