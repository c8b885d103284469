/** What the dated facts of a request add up to: the part of its state that deadlines are counted from. */
import type { Nature } from '@guichet/contracts/request';
import type { Mention } from './acknowledgement.js';
import type { AppealStart } from './appeal.js';
import { startOfAppeal } from './case-appeal.js';
import type { CaseEvent, Opening, Outcome } from './case-events.js';
import { standingDecision } from './case-silence.js';
import type { CivilDate } from './civil-date.js';
import type { SilenceRule } from './silence.js';
import type { ItemsNotice } from './silence-clock.js';
import type { Territory } from './working-days.js';

/** A decision that stands. Of a tacit one, `on` is the day at whose end silence decided. */
export type Decision =
  | { kind: 'granted'; on: CivilDate }
  | { kind: 'tacitly-granted'; on: CivilDate }
  | { kind: 'tacitly-refused'; on: CivilDate }
  | {
      kind: 'refused';
      on: CivilDate;
      mentionsAppeal: boolean;
      /** Whether it was notified before silence could decide (CRPA L112-12), or takes back an acceptance. */
      needsNoAcknowledgement: boolean;
      appealStart: AppealStart;
    };

export interface PendingItems {
  askedOn: CivilDate;
  answerBy: CivilDate | null;
  /** Whether a cited text requires one of them: else no clock moves. */
  isRequired: boolean;
  /** Whether the agent waits for them: only for what is indispensable (CRPA L114-5-1). */
  suspendsExamination: boolean;
}

export interface Acknowledged {
  /** The latest: a correction replaces what it corrects. */
  on: CivilDate;
  firstOn: CivilDate;
  missing: readonly Mention[];
  /** Requalified since: its correction is due. */
  isStale: boolean;
}

export interface CaseFile {
  opening: Opening;
  /** As requalified, else as declared. */
  nature: Nature;
  silence: SilenceRule;
  /** Of whoever is competent now. */
  territory: Territory;
  /** Months that distance adds to go to court, that of whoever is competent now. */
  distance: Opening['distance'];
  /** Null once forwarded out of the hosting. */
  competentSince: CivilDate | null;
  acknowledgement: Acknowledged | null;
  assignedTo: number | null;
  /** Those that a text requires, in the order they were sent. */
  notices: readonly ItemsNotice[];
  pending: PendingItems | null;
  draft: { outcome: Outcome; isApproved: boolean } | null;
  decision: Decision | null;
  reasons: { askedOn: CivilDate; givenOn: CivilDate | null } | null;
  attestation: 'asked' | 'issued' | null;
  isWithdrawn: boolean;
  /** Stopped by a hold: nothing of it is destroyed. */
  isHeld: boolean;
  /** Of what only passes through. */
  transit: { deliveredOn: CivilDate | null; lapsedOn: CivilDate | null } | null;
  isEliminated: boolean;
}

export function opened(opening: Opening): CaseFile {
  return {
    opening,
    nature: opening.nature,
    silence: opening.silence,
    territory: opening.calendar.territory,
    distance: opening.distance,
    competentSince: opening.on,
    acknowledgement: null,
    assignedTo: null,
    notices: [],
    pending: null,
    draft: null,
    decision: null,
    reasons: null,
    attestation: null,
    isWithdrawn: false,
    isHeld: false,
    transit: opening.transit ? { deliveredOn: null, lapsedOn: null } : null,
    isEliminated: false,
  };
}

function asked(file: CaseFile, { on, items, answerBy }: Extract<CaseEvent, { kind: 'items-asked' }>) {
  const isRequired = items.some((item) => item.isRequired);
  const notices: readonly ItemsNotice[] =
    isRequired && answerBy !== null
      ? [...file.notices, { askedOn: on, answerBy, receivedOn: null }].sort((one, other) =>
          one.askedOn < other.askedOn ? -1 : 1,
        )
      : file.notices;
  const suspendsExamination = items.some(({ isIndispensable }) => isIndispensable);
  const before = file.pending;
  const pending: PendingItems = {
    askedOn: on,
    answerBy: before?.answerBy && (!answerBy || answerBy < before.answerBy) ? before.answerBy : answerBy,
    isRequired: isRequired || (before?.isRequired ?? false),
    suspendsExamination: suspendsExamination || (before?.suspendsExamination ?? false),
  };
  return { ...file, notices, pending };
}

function refused(file: CaseFile, event: Extract<CaseEvent, { kind: 'refused' }>): CaseFile {
  const before = standingDecision(file, event.on);
  const takesBack = before?.kind === 'granted' || before?.kind === 'tacitly-granted';
  const decision: Decision = {
    kind: 'refused',
    on: event.on,
    mentionsAppeal: event.mentionsAppeal,
    needsNoAcknowledgement: before === null || takesBack,
    appealStart: startOfAppeal({ ...file, decision: before }, event.on),
  };
  return { ...file, decision, draft: null, pending: null };
}

/** @param event lawful, as `refusalOf` says */
export function fileAfter(file: CaseFile, event: CaseEvent): CaseFile {
  const { on } = event;
  switch (event.kind) {
    case 'acknowledged': {
      const firstOn = file.acknowledgement?.firstOn ?? on;
      return { ...file, acknowledgement: { on, firstOn, missing: event.missing, isStale: false } };
    }
    case 'requalified': {
      const stale = file.acknowledgement && { ...file.acknowledgement, isStale: true };
      return { ...file, nature: event.nature, silence: event.silence, acknowledgement: stale };
    }
    case 'assigned':
      return { ...file, assignedTo: event.to };
    case 'items-asked':
      return asked(file, event);
    case 'completed': {
      const notices = file.notices.map((one) => ({ ...one, receivedOn: one.receivedOn ?? on }));
      return { ...file, notices, pending: null };
    }
    case 'forwarded':
      // CRPA L114-4: the competent administration acknowledges, so the service that the first one named is not it.
      return event.to.kind === 'here'
        ? {
            ...file,
            competentSince: on,
            territory: event.to.territory,
            distance: event.to.distance,
            acknowledgement: null,
            assignedTo: null,
            draft: null,
            transit: null,
          }
        : { ...file, competentSince: null, draft: null, transit: null };
    case 'draft-decided':
      return { ...file, draft: { outcome: event.outcome, isApproved: false } };
    case 'approved':
      return { ...file, draft: file.draft && { ...file.draft, isApproved: true } };
    case 'sent-back':
      return { ...file, draft: null };
    case 'granted':
      return { ...file, decision: { kind: 'granted', on }, draft: null, pending: null };
    case 'refused':
      return refused(file, event);
    case 'withdrawn':
      return { ...file, isWithdrawn: true, draft: null, pending: null };
    case 'tacitly-granted':
    case 'tacitly-refused':
      return { ...file, decision: standingDecision(file, on) };
    case 'reasons-asked':
      return { ...file, decision: standingDecision(file, on), reasons: { askedOn: on, givenOn: null } };
    case 'reasons-given':
      return { ...file, reasons: file.reasons && { ...file.reasons, givenOn: on } };
    case 'attestation-asked':
      return { ...file, decision: standingDecision(file, on), attestation: 'asked' };
    case 'attested':
      return { ...file, decision: standingDecision(file, on), attestation: 'issued' };
    case 'corrected':
    case 'sorted-as-suspect':
      return file;
    case 'held':
    case 'hold-ended':
      return { ...file, isHeld: event.kind === 'held' };
    case 'delivered':
      return { ...file, transit: { deliveredOn: on, lapsedOn: null }, draft: null, pending: null };
    case 'transit-lapsed':
      return { ...file, transit: { deliveredOn: null, lapsedOn: on } };
    case 'eliminated':
      return { ...file, isEliminated: true };
  }
}
