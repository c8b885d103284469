/** What a request's row holds of its state, for lists and schedules. */
import type { RequestStatus } from '@guichet/contracts/tracking';
import type { CivilDate } from './civil-date.js';
import type { RequestState, Suspicion } from './request-state.js';
import { takeOverBy, transitOn } from './retention-transit.js';
import { isOver, isSettled, situationOf } from './situation.js';
import { type ObstacleCode, unopposableOf } from './unopposable.js';

export interface Due {
  for: 'acknowledgement' | 'answer' | 'decision' | 'reasons' | 'transit';
  on: CivilDate;
}

export interface Projection {
  status: RequestStatus;
  suspicion: Suspicion;
  /** Whether it is the mairie's turn: an agent's, or whoever approves decisions. */
  awaitsAgent: boolean;
  /** Whether a draft waits to be approved. */
  awaitsApproval: boolean;
  /** Id of the agent who has it on the desk. */
  assignedTo: number | null;
  /** The day the acknowledgement leaves by itself. */
  acknowledgeOn: CivilDate | null;
  /** The last day to answer before silence decides. */
  silenceOn: CivilDate | null;
  /** The last day to give the reasons of a tacit refusal. */
  reasonsOn: CivilDate | null;
  /** The first of the deadlines that the mairie must keep. */
  due: Due | null;
  /** Of what only passes through. */
  transit: 'awaited' | 'lapsed' | 'delivered' | null;
  /** The day something is to be done about what passes through: its alarm, or its shredding. */
  transitOn: CivilDate | null;
  isHeld: boolean;
  /** Until when the resident may send what was asked for. */
  itemsOn: CivilDate | null;
  /** Whether a mail to the resident could not be delivered. */
  isUndelivered: boolean;
  /** Why no appeal time can be held against who asked, of a refusal that is or that silence awaits. */
  obstacles: readonly ObstacleCode[];
}

function transitOf({ file }: RequestState): Projection['transit'] {
  if (!file?.transit || file.isEliminated) return null;
  if (file.transit.deliveredOn !== null) return 'delivered';
  return file.transit.lapsedOn === null ? 'awaited' : 'lapsed';
}

export function projectionOf(state: RequestState): Projection {
  const { status, suspicion, file } = state;
  const situation = situationOf(state);
  const acknowledgement = situation?.clocks.acknowledgement;
  // CRPA L112-12: an answer in time costs nothing for want of an acknowledgement, which would only confuse after it.
  const isDue = acknowledgement?.kind === 'due' && !isOver(state, situation?.awaited ?? null);
  // A suspect's waits for an agent to sort it, at the latest until the last day.
  const acknowledgeOn = isDue
    ? suspicion === 'suspect'
      ? acknowledgement.dueBy
      : acknowledgement.leavesOn
    : null;
  const silenceOn = situation?.awaited?.kind === 'running' ? situation.awaited.date : null;
  const isAnswered = status === 'closed' || state.answer !== 'none' || isSettled(state);
  // Whoever is competent elsewhere answers from there.
  const answerOn = isAnswered || file?.competentSince === null ? null : (file?.opening.answer?.by ?? null);
  // Nor does closing give the reasons that are owed (CRPA L232-4).
  const reasonsOn = file?.isEliminated ? null : (situation?.clocks.reasonsDueBy ?? null);
  const transit = transitOf(state);
  const isDelivered = transit === 'delivered';
  const takeOverOn =
    file && transit !== null && !isDelivered && status !== 'closed' ? takeOverBy(file.opening.on) : null;
  const deadlines: { for: Due['for']; on: CivilDate | null }[] = [
    { for: 'acknowledgement', on: isDue ? acknowledgement.dueBy : null },
    // What the service has taken over, it decides there.
    { for: 'answer', on: isDelivered ? null : answerOn },
    { for: 'decision', on: isDelivered ? null : silenceOn },
    { for: 'reasons', on: isDelivered ? null : reasonsOn },
    { for: 'transit', on: takeOverOn },
  ];
  const due = deadlines
    // Of what is held to be abusive silence decides all the same, and nobody is to hurry for it.
    .filter((one): one is Due => one.on !== null && suspicion !== 'rejected')
    .reduce<Due | null>((first, one) => (first && first.on <= one.on ? first : one), null);
  const turn = situation?.turn;
  return {
    status,
    suspicion,
    awaitsAgent: turn ? turn === 'agent' || turn === 'approver' : state.awaitsAgent,
    awaitsApproval: turn === 'approver',
    assignedTo: file?.assignedTo ?? null,
    acknowledgeOn,
    silenceOn,
    reasonsOn,
    due,
    transit,
    transitOn: file ? transitOn(file, isDue) : null,
    isHeld: file?.isHeld ?? false,
    itemsOn: status === 'closed' ? null : (file?.pending?.answerBy ?? null),
    isUndelivered: state.isUndelivered === true && !file?.isEliminated,
    obstacles: unopposableOf(state),
  };
}
