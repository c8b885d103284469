/** Registers an element. A second copy of a widget in the same page is harmless: the first one stays. */
export function define(tag: `guichet-${string}`, element: CustomElementConstructor): void {
  if (!customElements.get(tag)) customElements.define(tag, element);
}
