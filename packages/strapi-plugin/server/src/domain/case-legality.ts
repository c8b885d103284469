/** Whether a dated fact can be, given the file it is added to. */
import { isAppealOver } from './case-appeal.js';
import { lastDayToTakeBack } from './case-clocks.js';
import type { Author, CaseEvent, CaseEventKind, Opening, Outcome } from './case-events.js';
import type { CaseFile, Decision } from './case-file.js';
import { standingDecision } from './case-silence.js';
import type { CivilDate } from './civil-date.js';
import { takeOverBy } from './retention-transit.js';
import { isRequest } from './silence.js';

/** Why a dated fact is refused. */
export type CaseRefusal =
  /** Dated before the reception of the request. */
  | 'before-reception'
  /** Dated before what it answers. */
  | 'out-of-order'
  | 'already-acknowledged'
  | 'already-decided'
  | 'not-a-request'
  | 'request-withdrawn'
  | 'forwarded-elsewhere'
  /** Items that a text requires go with the time allowed to send them (CRPA R112-11-4). */
  | 'time-allowed-missing'
  | 'nothing-asked'
  | 'no-draft'
  | 'draft-not-approved'
  | 'draft-differs'
  /** CRPA L212-1. */
  | 'author-missing'
  /** CRPA L211-5. */
  | 'reasons-missing'
  /** What accepted is only taken back for its illegality (CRPA L242-1). */
  | 'illegality-missing'
  /** Four months after what accepted (CRPA L242-1). */
  | 'too-late-to-take-back'
  /** The day at whose end silence decides is not over, or it decides otherwise. */
  | 'silence-not-due'
  | 'not-tacitly-refused'
  | 'not-tacitly-granted'
  | 'appeal-period-over'
  | 'already-asked'
  | 'not-asked'
  | 'already-held'
  | 'not-held'
  /** A hold stops elimination. */
  | 'held'
  /** It does not only pass through, or not any more. */
  | 'not-in-transit'
  | 'already-delivered'
  | 'transit-not-over'
  | 'visa-missing';

type Answer = CaseRefusal | null;

const isAcceptance = (
  decision: Decision | null,
): decision is Extract<Decision, { kind: `${string}granted` }> =>
  decision?.kind === 'granted' || decision?.kind === 'tacitly-granted';

/** Kinds that only make sense while we have to decide. */
const deciding: readonly CaseEventKind[] = [
  'requalified',
  'items-asked',
  'forwarded',
  'draft-decided',
  'approved',
  'sent-back',
  'granted',
  'refused',
  'corrected',
  'withdrawn',
  'tacitly-granted',
  'tacitly-refused',
  'reasons-asked',
  'reasons-given',
  'attestation-asked',
  'attested',
];

/** Whether a decision of this outcome adds anything to the one that stands. */
function redecided(standing: Decision | null, outcome: Outcome): Answer {
  if (standing?.kind === 'refused' && outcome === 'refused') return 'already-decided';
  return isAcceptance(standing) && outcome === 'granted' ? 'already-decided' : null;
}

function outcomeRefusal(file: CaseFile, outcome: Outcome, on: CivilDate): Answer {
  if (!isRequest(file.nature)) return 'not-a-request';
  const standing = standingDecision(file, on);
  const again = redecided(standing, outcome);
  if (again) return again;
  if (standing && on < standing.on) return 'out-of-order';
  if (isAcceptance(standing) && on > lastDayToTakeBack(standing.on)) return 'too-late-to-take-back';
  if (file.draft && !file.draft.isApproved) return 'draft-not-approved';
  return file.draft && file.draft.outcome !== outcome ? 'draft-differs' : null;
}

function transitRefusal({ transit, opening }: CaseFile, kind: CaseEventKind, on: CivilDate): Answer {
  if (!transit) return 'not-in-transit';
  if (transit.deliveredOn !== null) return 'already-delivered';
  if (kind === 'delivered') return null;
  if (transit.lapsedOn !== null) return 'not-in-transit';
  return on > takeOverBy(opening.on) ? null : 'transit-not-over';
}

/** What is refused to a kind of fact on a day, whatever it carries. */
export function kindRefusal(file: CaseFile, kind: CaseEventKind, on: CivilDate): Answer {
  if (on < file.opening.on) return 'before-reception';
  if (deciding.includes(kind)) {
    if (file.isWithdrawn) return 'request-withdrawn';
    if (file.competentSince === null) return 'forwarded-elsewhere';
  }
  const standing = standingDecision(file, on);
  const decided = file.decision ?? standing;
  switch (kind) {
    case 'acknowledged':
      if (file.isWithdrawn) return 'request-withdrawn';
      if (file.competentSince === null) return 'forwarded-elsewhere';
      return file.acknowledgement && !file.acknowledgement.isStale ? 'already-acknowledged' : null;
    case 'requalified':
    case 'corrected':
    case 'forwarded':
      return decided ? 'already-decided' : null;
    case 'withdrawn':
    case 'items-asked':
      // After a tacit refusal an express decision stays possible, so its examination goes on.
      return decided && decided.kind !== 'tacitly-refused' ? 'already-decided' : null;
    case 'completed':
      return file.pending ? null : 'nothing-asked';
    case 'draft-decided':
      return isRequest(file.nature) ? null : 'not-a-request';
    case 'granted':
    case 'refused':
      return outcomeRefusal(file, kind, on);
    case 'approved':
    case 'sent-back':
      return file.draft && !file.draft.isApproved ? null : 'no-draft';
    case 'tacitly-granted':
    case 'tacitly-refused':
      if (file.decision) return 'already-decided';
      return standing?.kind === kind ? null : 'silence-not-due';
    case 'reasons-asked':
      if (standing?.kind !== 'tacitly-refused') return 'not-tacitly-refused';
      if (file.reasons) return 'already-asked';
      return isAppealOver({ ...file, decision: standing }, on) ? 'appeal-period-over' : null;
    case 'reasons-given':
      return file.reasons && !file.reasons.givenOn ? null : 'not-asked';
    case 'attestation-asked':
      if (standing?.kind !== 'tacitly-granted') return 'not-tacitly-granted';
      return file.attestation === 'asked' ? 'already-asked' : null;
    case 'attested':
      return standing?.kind === 'tacitly-granted' ? null : 'not-tacitly-granted';
    case 'held':
      return file.isHeld ? 'already-held' : null;
    case 'hold-ended':
      return file.isHeld ? null : 'not-held';
    case 'delivered':
    case 'transit-lapsed':
      return transitRefusal(file, kind, on);
    case 'eliminated':
      return file.isHeld ? 'held' : null;
    case 'assigned':
    case 'sorted-as-suspect':
      return null;
  }
}

const isBlank = (text: string) => !text.trim();

const isIncomplete = ({ givenName, familyName, capacity, service }: Author) =>
  [givenName, familyName, capacity, service].some(isBlank);

function refusedRefusal(file: CaseFile, event: Extract<CaseEvent, { kind: 'refused' }>): Answer {
  if (isIncomplete(event.author)) return 'author-missing';
  if (event.reasons === 'missing') return 'reasons-missing';
  const takesBack = isAcceptance(standingDecision(file, event.on));
  return takesBack && !event.statesIllegality ? 'illegality-missing' : null;
}

/** What is refused to a fact whose kind is not (`kindRefusal`), for what it carries. */
export function contentRefusal(file: CaseFile, event: CaseEvent): Answer {
  const { on } = event;
  switch (event.kind) {
    case 'items-asked': {
      const isRequired = event.items.some((item) => item.isRequired);
      if (isRequired && event.answerBy === null) return 'time-allowed-missing';
      return event.answerBy !== null && event.answerBy < on ? 'out-of-order' : null;
    }
    case 'completed':
      return file.pending && on < file.pending.askedOn ? 'out-of-order' : null;
    case 'draft-decided':
      return redecided(standingDecision(file, on), event.outcome);
    case 'granted':
      return isIncomplete(event.author) ? 'author-missing' : null;
    case 'refused':
      return refusedRefusal(file, event);
    case 'reasons-given':
      return file.reasons && on < file.reasons.askedOn ? 'out-of-order' : null;
    case 'eliminated':
      return isBlank(event.visa) ? 'visa-missing' : null;
    default:
      return null;
  }
}

/** @returns why a request cannot have been received so, null where it can */
export function openingRefusal({ on, registeredOn }: Opening): Answer {
  return registeredOn !== null && registeredOn < on ? 'before-reception' : null;
}
