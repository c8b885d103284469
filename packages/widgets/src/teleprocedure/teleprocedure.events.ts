import type { Entry } from '@guichet/contracts/teleprocedure';

class TeleprocedureEvent<Detail> extends CustomEvent<Detail & { procedure: string }> {
  constructor(name: string, detail: Detail & { procedure: string }, cancelable = false) {
    super(`guichet-teleprocedure-${name}`, { detail, bubbles: true, composed: true, cancelable });
  }
}

/** The resident wants to begin it. Cancelable: nothing is begun then. `entry`: how they get to it. */
export class TeleprocedureBegunEvent extends TeleprocedureEvent<{ entry: Entry }> {
  constructor(procedure: string, entry: Entry) {
    super('begun', { procedure, entry }, true);
  }
}

/** The resident has come to another step of what is framed. `index` from 1. */
export class TeleprocedureStepEvent extends TeleprocedureEvent<{ index: number; count: number }> {
  constructor(procedure: string, index: number, count: number) {
    super('step', { procedure, index, count });
  }
}

/** It could not be shown in the page: the resident is led to the operator's. */
export class TeleprocedureFellBackEvent extends TeleprocedureEvent<unknown> {
  constructor(procedure: string) {
    super('fell-back', { procedure });
  }
}

/** The request was sent, and has a reference here. The reference is no secret; nothing else of it leaves the widget. */
export class TeleprocedureSubmittedEvent extends TeleprocedureEvent<{ reference: string }> {
  constructor(procedure: string, reference: string) {
    super('submitted', { procedure, reference });
  }
}

/** The resident left it without having sent anything. */
export class TeleprocedureLeftEvent extends TeleprocedureEvent<unknown> {
  constructor(procedure: string) {
    super('left', { procedure });
  }
}

declare global {
  interface HTMLElementEventMap {
    'guichet-teleprocedure-begun': TeleprocedureBegunEvent;
    'guichet-teleprocedure-step': TeleprocedureStepEvent;
    'guichet-teleprocedure-fell-back': TeleprocedureFellBackEvent;
    'guichet-teleprocedure-submitted': TeleprocedureSubmittedEvent;
    'guichet-teleprocedure-left': TeleprocedureLeftEvent;
  }
}
