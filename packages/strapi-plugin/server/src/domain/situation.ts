/** Where a request stands on a day, for whoever looks at it: its deadlines, whose turn it is, what can be done. */
import { caseActors, type CaseEventKind } from './case-events.js';
import { type CaseClocks, caseClocks } from './case-clocks.js';
import { type Obstacle, obstaclesOf } from './case-appeal.js';
import { isRequest } from './silence.js';
import type { SilenceClock } from './silence-clock.js';
import type { CivilDate } from './civil-date.js';
import {
  type ActorKind,
  caseKindRefusal,
  type EventKind,
  eventKinds,
  next,
  type RequestState,
} from './request-state.js';

/** Who must act. `approver`: whoever signs the decision; `elsewhere`: another administration. */
export type Turn = 'agent' | 'approver' | 'resident' | 'elsewhere' | 'nobody';

export interface Situation {
  clocks: CaseClocks;
  /** What silence will decide, as far as it is awaited; null once something is settled, or nothing is to decide. */
  awaited: AwaitedSilence | null;
  turn: Turn;
  /** What keeps the appeal times from counting; empty where they do, null where nothing is decided. */
  obstacles: Obstacle[] | null;
}

export type AwaitedSilence = Exclude<SilenceClock, { kind: 'none' }>;

/**
 * Whether the mairie has said its last word: an express decision, or an answer where nothing is to decide. One from
 * before decisions had their own form counts whatever it said.
 */
export function isSettled({ answer, file }: RequestState): boolean {
  if (answer === 'settles') return true;
  if (file?.decision?.kind === 'granted' || file?.decision?.kind === 'refused') return true;
  return answer === 'informs' && !(file && isRequest(file.nature));
}

function awaitedSilence(state: RequestState, { silence }: CaseClocks): AwaitedSilence | null {
  if (isSettled(state) || state.file?.isEliminated) return null;
  // Forwarded out of the hosting, it is decided there.
  if (state.file?.competentSince === null) return null;
  return silence.kind === 'running' || silence.kind === 'waiting' ? silence : null;
}

/**
 * Whether nothing is owed any more to whoever asked: all is said, or closed with nothing left to decide. Closing decides
 * nothing (whoever was answered by telephone has no decision): silence goes on (CRPA L231-1, L231-4).
 */
export function isOver(state: RequestState, awaited: AwaitedSilence | null): boolean {
  return isSettled(state) || (state.status === 'closed' && !awaited);
}

function turnOf(state: RequestState, clocks: CaseClocks, awaited: AwaitedSilence | null): Turn {
  const { file } = state;
  if (state.status === 'closed') return 'nobody';
  if (file?.draft && !file.draft.isApproved) return 'approver';
  if (file?.transit?.deliveredOn) return 'elsewhere';
  // Whoever wrote last is read, whatever else is awaited.
  if (state.awaitsAgent || clocks.reasonsDueBy || file?.attestation === 'asked') return 'agent';
  // On its way there, or there.
  if (state.reporting || file?.competentSince === null) return 'elsewhere';
  if (file?.pending?.suspendsExamination) return 'resident';
  // An answer that decides nothing leaves the request to decide.
  return awaited ? 'agent' : 'nobody';
}

/** @returns null where the reception carried no opening: nothing is dated */
export function situationOf(state: RequestState): Situation | null {
  const { file } = state;
  if (!file) return null;
  const clocks = caseClocks(file, state.suspicion === 'rejected');
  const awaited = awaitedSilence(state, clocks);
  return { clocks, awaited, turn: turnOf(state, clocks, awaited), obstacles: obstaclesOf(file) };
}

/**
 * The kinds of facts that an actor could add on a day. What a fact carries may still be refused (`next`); a decision
 * that takes back an acceptance needs its illegality.
 */
export function possibleKinds(
  state: RequestState,
  by: ActorKind,
  on: CivilDate,
): (EventKind | CaseEventKind)[] {
  const dated = (Object.keys(caseActors) as CaseEventKind[]).filter(
    (kind) => caseActors[kind].includes(by) && caseKindRefusal(state, kind, on) === null,
  );
  return [...eventKinds.filter((kind) => next(state, { kind, by }).ok), ...dated];
}
