/** A widget that only says that it came. */
customElements.define(
  'guichet-probe',
  class extends HTMLElement {
    connectedCallback(): void {
      this.textContent = `for ${this.getAttribute('administration')}`;
    }
  },
);
