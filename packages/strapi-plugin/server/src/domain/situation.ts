/** Where a request stands on a day, for whoever looks at it: its deadlines, whose turn it is, what can be done. */
import { caseActors, type CaseEventKind } from './case-events.js';
import { type CaseClocks, caseClocks } from './case-clocks.js';
import { type Obstacle, obstaclesOf } from './case-appeal.js';
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
  turn: Turn;
  /** What keeps the appeal times from counting; empty where they do, null where nothing is decided. */
  obstacles: Obstacle[] | null;
}

function turnOf(state: RequestState, clocks: CaseClocks): Turn {
  const { file } = state;
  if (state.status === 'closed') return 'nobody';
  if (file?.competentSince === null) return 'elsewhere';
  if (file?.draft && !file.draft.isApproved) return 'approver';
  if (file?.pending?.suspendsExamination) return 'resident';
  if (state.awaitsAgent || clocks.reasonsDueBy || file?.attestation === 'asked') return 'agent';
  // An answer that decides nothing leaves the request to decide.
  return clocks.silence.kind === 'running' || clocks.silence.kind === 'waiting' ? 'agent' : 'nobody';
}

/** @returns null where the reception carried no opening: nothing is dated */
export function situationOf(state: RequestState): Situation | null {
  const { file } = state;
  if (!file) return null;
  const clocks = caseClocks(file, state.suspicion === 'rejected');
  return { clocks, turn: turnOf(state, clocks), obstacles: obstaclesOf(file) };
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
