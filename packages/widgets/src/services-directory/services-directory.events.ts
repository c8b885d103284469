import type { GuideAudience } from '@guichet/contracts/guide';

/**
 * What the resident does in the directory. Each can be cancelled: the element then does not do it, and the page may in
 * its own way. What is typed in the search leaves the element by none of them.
 */
class DirectoryEvent<Detail> extends CustomEvent<Detail> {
  constructor(name: `guichet-${string}`, detail: Detail) {
    super(name, { detail, bubbles: true, composed: true, cancelable: true });
  }
}

/** The resident opens an organisation. */
export class OrganisationOpenedEvent extends DirectoryEvent<{ id: string }> {
  constructor(id: string) {
    super('guichet-organisation-opened', { id });
  }
}

/** The resident opens what is told of a procedure. */
export class ProcedureOpenedEvent extends DirectoryEvent<{ procedure: string }> {
  constructor(procedure: string) {
    super('guichet-procedure-opened', { procedure });
  }
}

/** The resident opens one of the State's guides: `audience` says whose, where two have the same `id`. */
export class GuideOpenedEvent extends DirectoryEvent<{ id: string; audience: GuideAudience }> {
  constructor(id: string, audience: GuideAudience) {
    super('guichet-guide-opened', { id, audience });
  }
}

/** The resident wants to start a procedure. `link`: where it is started otherwise. */
export class ProcedureChosenEvent extends DirectoryEvent<{ procedure: string; link: string }> {
  constructor(procedure: string, link: string) {
    super('guichet-procedure-chosen', { procedure, link });
  }
}

/** The resident wants to write to a service; `recipient` is empty for the administration itself. */
export class RecipientChosenEvent extends DirectoryEvent<{ recipient: string; link: string }> {
  constructor(recipient: string, link: string) {
    super('guichet-recipient-chosen', { recipient, link });
  }
}

declare global {
  interface HTMLElementEventMap {
    'guichet-organisation-opened': OrganisationOpenedEvent;
    'guichet-procedure-opened': ProcedureOpenedEvent;
    'guichet-guide-opened': GuideOpenedEvent;
    'guichet-procedure-chosen': ProcedureChosenEvent;
    'guichet-recipient-chosen': RecipientChosenEvent;
  }
}
