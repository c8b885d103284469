/**
 * What a request's timeline adds up to. The events are the truth; everything else is derived from them here, and the
 * request's row only holds a projection of it for lists.
 */
import type { RequestStatus } from '@guichet/contracts/tracking';

export const eventKinds = [
  'received',
  'message',
  'answered',
  'closed',
  'reopened',
  'released',
  'rejected-as-abusive',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const actorKinds = ['resident', 'agent', 'system'] as const;
export type ActorKind = (typeof actorKinds)[number];

/** One fact, as far as the state needs it. `suspect` only comes with `received`. */
export interface Fact {
  kind: EventKind;
  by: ActorKind;
  suspect?: boolean;
}

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
}

export type Refusal = 'not-received' | 'already-received' | 'request-closed' | 'not-closed' | 'not-suspect';

export type Transition = { ok: true; state: RequestState } | { ok: false; code: Refusal };

const refuse = (code: Refusal): Transition => ({ ok: false, code });

/** The state after one more fact, or why that fact cannot be. `null` is the state before anything was received. */
export function next(state: RequestState | null, fact: Fact): Transition {
  if (fact.kind === 'received') {
    if (state) return refuse('already-received');
    const suspicion = fact.suspect ? 'suspect' : 'none';
    return { ok: true, state: { status: 'received', suspicion, canWrite: true, awaitsAgent: true } };
  }
  if (!state) return refuse('not-received');
  const isClosed = state.status === 'closed';
  const to = (change: Partial<RequestState>): Transition => ({ ok: true, state: { ...state, ...change } });

  switch (fact.kind) {
    case 'message':
      if (isClosed) return refuse('request-closed');
      // A resident who writes again after an answer is waiting for another.
      if (fact.by === 'resident') {
        return to({ status: state.status === 'answered' ? 'in-progress' : state.status, awaitsAgent: true });
      }
      return to({ status: state.status === 'received' ? 'in-progress' : state.status, awaitsAgent: false });
    case 'answered':
      return isClosed ? refuse('request-closed') : to({ status: 'answered', awaitsAgent: false });
    case 'closed':
      return isClosed
        ? refuse('request-closed')
        : to({ status: 'closed', canWrite: false, awaitsAgent: false });
    case 'reopened':
      if (!isClosed) return refuse('not-closed');
      // Reopening what was rejected takes the rejection back.
      return to({
        status: 'in-progress',
        canWrite: true,
        awaitsAgent: true,
        suspicion: state.suspicion === 'rejected' ? 'released' : state.suspicion,
      });
    case 'released':
      return state.suspicion === 'suspect' ? to({ suspicion: 'released' }) : refuse('not-suspect');
    case 'rejected-as-abusive':
      // CRPA L112-11: no duty to acknowledge sendings whose number, repetition or system is abusive.
      if (state.suspicion !== 'suspect') return refuse('not-suspect');
      return to({ status: 'closed', suspicion: 'rejected', canWrite: false, awaitsAgent: false });
  }
}

/** The state of a whole timeline, in its order. */
export function fold(facts: readonly Fact[]): Transition {
  let result: Transition = refuse('not-received');
  let state: RequestState | null = null;
  for (const fact of facts) {
    result = next(state, fact);
    if (!result.ok) return result;
    state = result.state;
  }
  return result;
}
