/**
 * What a request's timeline adds up to. The events are the truth; everything else is derived from them here, and the
 * request's row only holds a projection of it for lists.
 */
import type { RequestStatus } from '@guichet/contracts/tracking';
import { caseActors, type CaseEvent, type CaseEventKind, type Opening } from './case-events.js';
import { conversationAfter } from './case-conversation.js';
import { type CaseFile, fileAfter, opened } from './case-file.js';
import { type CaseRefusal, contentRefusal, kindRefusal, openingRefusal } from './case-legality.js';
import type { CivilDate } from './civil-date.js';
import { isUnsaid } from './retention.js';

export const eventKinds = [
  'received',
  'message',
  'answered',
  'closed',
  'reopened',
  'released',
  'rejected-as-abusive',
  /** What an agent tells colleagues: it changes nothing, and nobody else reads it. */
  'noted',
  /** A mail to whoever wrote could not be delivered: the mairie is to reach them otherwise. */
  'bounced',
  /** An agent has it sent to a system of who is competent: it is forwarded once that has taken it. */
  'report-asked',
  /** It did not arrive there, or nobody can tell: an agent is to see to it. */
  'report-failed',
  /** It is done, says who it was forwarded to. */
  'report-ended',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const actorKinds = ['resident', 'agent', 'system'] as const;
export type ActorKind = (typeof actorKinds)[number];

/**
 * One fact of the conversation, as far as the state needs it. `suspect` and `opening` only come with `received`,
 * `decides` with `answered`.
 */
export interface Fact {
  kind: EventKind;
  by: ActorKind;
  suspect?: boolean;
  /** What deadlines are counted from; without it no dated fact can follow. */
  opening?: Opening;
  /** False where silence goes on; an answer from before decisions had their own form ended it, whatever it said. */
  decides?: false;
}

/** Any fact of a timeline. */
export type RequestEvent = Fact | CaseEvent;

/**
 * `suspect`: waiting to be sorted; its mails are held. `released` and `rejected` are an agent's decision about a
 * suspect; `none` was never one.
 */
export const suspicions = ['none', 'suspect', 'released', 'rejected'] as const;
export type Suspicion = (typeof suspicions)[number];

export interface RequestState {
  status: RequestStatus;
  suspicion: Suspicion;
  /** Whether the resident can still add a message: not once it is closed. */
  canWrite: boolean;
  /** Whether the resident spoke last: the mairie's turn. */
  awaitsAgent: boolean;
  /** What the mairie has answered: nothing yet; what informs; what ended silence, whatever it said. */
  answer: 'none' | 'informs' | 'settles';
  /** Whether a mail to the resident could not be delivered, and no agent has done anything about the request since. */
  isUndelivered?: true;
  /** Whether it is on its way to a system of who is competent. */
  reporting?: true;
  /** What the law dates; absent where the reception carried no opening. */
  file?: CaseFile;
}

export type Refusal =
  | 'not-received'
  | 'already-received'
  | 'request-closed'
  | 'not-closed'
  | 'not-suspect'
  | 'already-sorted'
  | 'already-eliminated'
  /** Silence has yet to decide, or its decision to be explained: what is undecided is never destroyed. */
  | 'not-decided'
  | 'not-dated'
  | 'wrong-actor'
  | 'report-on-its-way'
  | 'no-report-on-its-way'
  | CaseRefusal;

export type Transition = { ok: true; state: RequestState } | { ok: false; code: Refusal };

const refuse = (code: Refusal): Transition => ({ ok: false, code });

const isCaseEvent = (event: RequestEvent): event is CaseEvent => event.kind in caseActors;

/** Dated facts that a closed request still takes: what the law does by itself, what its author may still ask. */
const afterClosing: readonly CaseEventKind[] = [
  'acknowledged',
  'tacitly-granted',
  'tacitly-refused',
  'reasons-asked',
  'attestation-asked',
  'held',
  'hold-ended',
  'delivered',
  'transit-lapsed',
  'eliminated',
];

/** What the applicant does, and who is asked: once the service has taken the request over, that goes on there. */
const withTheService: readonly CaseEventKind[] = [
  'corrected',
  'completed',
  'withdrawn',
  'reasons-asked',
  'attestation-asked',
  'forwarded',
];

/** @returns why no fact of this kind can follow on a day, whatever it carries; null where one can */
export function caseKindRefusal(state: RequestState, kind: CaseEventKind, on: CivilDate): Refusal | null {
  if (!state.file) return 'not-dated';
  if (state.file.isEliminated) return 'already-eliminated';
  if (state.status === 'closed' && !afterClosing.includes(kind)) return 'request-closed';
  if (state.file.transit?.deliveredOn && withTheService.includes(kind)) return 'already-delivered';
  // CRPA L112-11: what is abusive need not be acknowledged.
  if (kind === 'acknowledged' && state.suspicion === 'rejected') return 'request-closed';
  if (kind === 'eliminated' && state.status !== 'closed') return 'not-closed';
  if (kind === 'eliminated' && isUnsaid(state, on)) return 'not-decided';
  // An answer of before decisions had their own form decided, whatever it said.
  if (kind === 'corrected' && state.answer === 'settles') return 'already-decided';
  if (kind === 'sorted-as-suspect' && state.suspicion !== 'none') return 'already-sorted';
  return kindRefusal(state.file, kind, on);
}

function nextCase(state: RequestState, event: CaseEvent): Transition {
  if (!caseActors[event.kind].includes(event.by)) return refuse('wrong-actor');
  const code = caseKindRefusal(state, event.kind, event.on);
  if (code) return refuse(code);
  const before = state.file!;
  const refused = contentRefusal(before, event);
  if (refused) return refuse(refused);
  const file = fileAfter(before, event);
  const goesOn = event.kind === 'forwarded' ? arrived(state) : state;
  return { ok: true, state: { ...goesOn, ...conversationAfter(state, event, file), file } };
}

/** Nothing is on its way any more. */
function arrived({ reporting: _, ...state }: RequestState): RequestState {
  return state;
}

/** Whoever answers, notes or decides has seen that a mail came back; whoever hands the request over need not have. */
function seen({ isUndelivered: _, ...state }: RequestState): RequestState {
  return state;
}

/** The state after one more fact, or why that fact cannot be. `null` is the state before anything was received. */
export function next(state: RequestState | null, fact: RequestEvent): Transition {
  const after = step(state, fact);
  return after.ok && fact.by === 'agent' && fact.kind !== 'assigned'
    ? { ok: true, state: seen(after.state) }
    : after;
}

function step(state: RequestState | null, fact: RequestEvent): Transition {
  if (fact.kind === 'received') {
    if (state) return refuse('already-received');
    const code = fact.opening && openingRefusal(fact.opening);
    if (code) return refuse(code);
    const suspicion = fact.suspect ? 'suspect' : 'none';
    const file = fact.opening && { file: opened(fact.opening) };
    const begun = { status: 'received', canWrite: true, awaitsAgent: true, answer: 'none' } as const;
    return { ok: true, state: { ...begun, suspicion, ...file } };
  }
  if (!state) return refuse('not-received');
  if (isCaseEvent(fact)) return nextCase(state, fact);
  if (state.file?.isEliminated) return refuse('already-eliminated');
  const isClosed = state.status === 'closed';
  const to = (change: Partial<RequestState>): Transition => ({ ok: true, state: { ...state, ...change } });

  switch (fact.kind) {
    case 'message':
      if (isClosed) return refuse('request-closed');
      // What the service has taken over is read there, not here.
      if (fact.by === 'resident' && state.file?.transit?.deliveredOn) return refuse('request-closed');
      // A resident who writes again after an answer is waiting for another.
      if (fact.by === 'resident') {
        return to({ status: state.status === 'answered' ? 'in-progress' : state.status, awaitsAgent: true });
      }
      return to({ status: state.status === 'received' ? 'in-progress' : state.status, awaitsAgent: false });
    case 'answered':
      if (isClosed) return refuse('request-closed');
      return to({
        status: 'answered',
        awaitsAgent: false,
        answer: fact.decides === false && state.answer !== 'settles' ? 'informs' : 'settles',
      });
    case 'closed':
      return isClosed
        ? refuse('request-closed')
        : to({ status: 'closed', canWrite: false, awaitsAgent: false });
    case 'reopened':
      if (!isClosed) return refuse('not-closed');
      if (state.file?.isWithdrawn) return refuse('request-withdrawn');
      // Reopening what was rejected takes the rejection back.
      return to({
        status: 'in-progress',
        canWrite: !state.file?.transit?.deliveredOn,
        awaitsAgent: true,
        suspicion: state.suspicion === 'rejected' ? 'released' : state.suspicion,
      });
    case 'released':
      return state.suspicion === 'suspect' ? to({ suspicion: 'released' }) : refuse('not-suspect');
    case 'rejected-as-abusive':
      // CRPA L112-11: no duty to acknowledge sendings whose number, repetition or system is abusive.
      if (state.suspicion !== 'suspect') return refuse('not-suspect');
      return to({ status: 'closed', suspicion: 'rejected', canWrite: false, awaitsAgent: false });
    case 'noted':
      return fact.by === 'agent' ? to({}) : refuse('wrong-actor');
    case 'bounced':
      return fact.by === 'system' ? to({ isUndelivered: true }) : refuse('wrong-actor');
    case 'report-asked':
      if (fact.by !== 'agent') return refuse('wrong-actor');
      if (isClosed) return refuse('request-closed');
      if (state.reporting) return refuse('report-on-its-way');
      return to({ status: 'in-progress', awaitsAgent: false, reporting: true });
    case 'report-failed':
      if (fact.by !== 'system') return refuse('wrong-actor');
      if (!state.reporting) return refuse('no-report-on-its-way');
      return { ok: true, state: { ...arrived(state), awaitsAgent: !isClosed } };
    case 'report-ended':
      return fact.by === 'system' ? to({ awaitsAgent: !isClosed }) : refuse('wrong-actor');
  }
}

/** The state of a whole timeline, in its order. */
export function fold(facts: readonly RequestEvent[]): Transition {
  let result: Transition = refuse('not-received');
  let state: RequestState | null = null;
  for (const fact of facts) {
    result = next(state, fact);
    if (!result.ok) return result;
    state = result.state;
  }
  return result;
}
