/** The resident's request is registered. The reference is no secret; nothing else of it leaves the widget. */
export class GuichetRequestSentEvent extends CustomEvent<{ reference: string }> {
  constructor(reference: string) {
    super('guichet-request-sent', { detail: { reference }, bubbles: true, composed: true });
  }
}

/** The resident pressed « Envoyer », and it could not leave yet: it is tried again while the page lives. */
export class GuichetRequestDelayedEvent extends CustomEvent<{ code: string }> {
  constructor(code: string) {
    super('guichet-request-delayed', { detail: { code }, bubbles: true, composed: true });
  }
}

declare global {
  interface HTMLElementEventMap {
    'guichet-request-sent': GuichetRequestSentEvent;
    'guichet-request-delayed': GuichetRequestDelayedEvent;
  }
}
