/** Which requests have appeal times that could not be held against who asked, for the list of what to mend. */
import type { Obstacle } from './case-appeal.js';
import type { RequestState } from './request-state.js';
import { situationOf } from './situation.js';

export type ObstacleCode = Obstacle['code'];

/**
 * Why the times to appeal a refusal do not run (CRPA L112-6, L112-12; CJA R421-5), or would not if silence refused.
 * Empty where they do, where nothing is refused, and while an acknowledgement is awaited that has a last day of its
 * own: that is a deadline, not yet a failing.
 */
export function unopposableOf(state: RequestState): ObstacleCode[] {
  // CRPA L112-11: whoever rejected it as abusive mends nothing of it.
  if (state.suspicion === 'rejected') return [];
  const situation = situationOf(state);
  if (!situation?.obstacles?.length) return [];
  const codes = situation.obstacles.map(({ code }) => code);
  const decision = state.file?.decision;
  if (decision) {
    return decision.kind === 'refused' || decision.kind === 'tacitly-refused' ? codes : [];
  }
  // Of an acceptance nobody has to know it.
  if (situation.awaited?.effect !== 'rejection') return [];
  const { acknowledgement } = situation.clocks;
  const isAwaited = acknowledgement.kind === 'due' && acknowledgement.dueBy !== null;
  return codes.filter((code) => code !== 'not-acknowledged' || !isAwaited);
}
