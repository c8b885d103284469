/** What a request's row holds of its state, for lists and schedules. */
import type { RequestStatus } from '@guichet/contracts/tracking';
import type { CivilDate } from './civil-date.js';
import type { RequestState, Suspicion } from './request-state.js';
import { situationOf } from './situation.js';

export interface Projection {
  status: RequestStatus;
  suspicion: Suspicion;
  awaitsAgent: boolean;
  /** The day the acknowledgement leaves by itself. */
  acknowledgeOn: CivilDate | null;
  /** The last day to answer before silence decides. */
  silenceOn: CivilDate | null;
  /** The first of the deadlines that the mairie must keep. */
  due: { for: 'acknowledgement' | 'decision'; on: CivilDate } | null;
}

/**
 * What silence will decide, as far as it is awaited: once the mairie has answered there is no silence, whatever the
 * answer decided.
 */
export function awaitedSilence(state: RequestState, situation = situationOf(state)) {
  if (state.isAnswered || state.status === 'closed') return null;
  const silence = situation?.clocks.silence;
  return silence?.kind === 'running' || silence?.kind === 'waiting' ? silence : null;
}

export function projectionOf(state: RequestState): Projection {
  const { status, suspicion, awaitsAgent } = state;
  const situation = situationOf(state);
  const acknowledgement = situation?.clocks.acknowledgement;
  // CRPA L112-12: an answer in time costs nothing for want of an acknowledgement, which would only confuse after it.
  const isDue = acknowledgement?.kind === 'due' && status !== 'closed' && !state.isAnswered;
  // A suspect's waits for an agent to sort it, at the latest until the last day.
  const acknowledgeOn = isDue
    ? suspicion === 'suspect'
      ? acknowledgement.dueBy
      : acknowledgement.leavesOn
    : null;
  const silence = awaitedSilence(state, situation);
  const silenceOn = silence?.kind === 'running' ? silence.date : null;
  const dueBy = isDue ? acknowledgement.dueBy : null;
  const due =
    dueBy !== null && (silenceOn === null || dueBy <= silenceOn)
      ? ({ for: 'acknowledgement', on: dueBy } as const)
      : silenceOn !== null
        ? ({ for: 'decision', on: silenceOn } as const)
        : null;
  return { status, suspicion, awaitsAgent, acknowledgeOn, silenceOn, due };
}
