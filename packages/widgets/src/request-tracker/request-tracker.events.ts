/** A request was opened by its reference and code, or by a mailed link and its control field. */
export class RequestOpenedEvent extends CustomEvent<{ reference: string }> {
  constructor(reference: string) {
    super('guichet-request-opened', { bubbles: true, composed: true, detail: { reference } });
  }
}

/** A message was added to the opened request: the hosting has it. */
export class MessageSentEvent extends CustomEvent<{ reference: string }> {
  constructor(reference: string) {
    super('guichet-message-sent', { bubbles: true, composed: true, detail: { reference } });
  }
}

/** The opened request was corrected: the administration reads it so from now on. */
export class RequestCorrectedEvent extends CustomEvent<{ reference: string }> {
  constructor(reference: string) {
    super('guichet-request-corrected', { bubbles: true, composed: true, detail: { reference } });
  }
}

/** The opened request was withdrawn: the administration will not examine it. */
export class RequestWithdrawnEvent extends CustomEvent<{ reference: string }> {
  constructor(reference: string) {
    super('guichet-request-withdrawn', { bubbles: true, composed: true, detail: { reference } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'guichet-request-opened': RequestOpenedEvent;
    'guichet-message-sent': MessageSentEvent;
    'guichet-request-corrected': RequestCorrectedEvent;
    'guichet-request-withdrawn': RequestWithdrawnEvent;
  }
}
