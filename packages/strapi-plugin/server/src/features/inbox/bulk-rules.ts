/** What is left out where several requests are acted on at once, and why. */
import type { BulkAction, BulkReason } from '@guichet/contracts/admin/bulk';
import type { RequestState } from '../../domain/request-state.js';
import { isOver, situationOf } from '../../domain/situation.js';

/**
 * @param hasMentions whether the acknowledgement of its nature would have every mention
 * @returns null where it can be acted on, as far as this kind of action goes
 */
export function leftOut(
  action: BulkAction,
  to: number | null,
  state: RequestState,
  hasMentions: () => boolean,
): BulkReason | 'already' | null {
  const { file, status, suspicion } = state;
  const situation = situationOf(state);
  if (!file || !situation) return 'not-possible';
  const { clocks, awaited, turn } = situation;
  switch (action) {
    case 'assign':
      return file.assignedTo === to ? 'already' : null;
    case 'release':
      return suspicion === 'released' ? 'already' : null;
    case 'reject':
      return suspicion === 'rejected' ? 'already' : null;
    case 'close':
      if (status === 'closed') return 'already';
      if (suspicion === 'suspect') return 'suspect';
      if (awaited) return 'undecided';
      return turn === 'nobody' ? null : 'unanswered';
    case 'acknowledge': {
      const { acknowledgement } = clocks;
      // Whoever acknowledges holds it to be no abuse: of a suspect that is told one by one.
      if (suspicion === 'suspect') return 'suspect';
      if (acknowledgement.kind === 'sent' || isOver(state, awaited)) return 'already';
      if (acknowledgement.kind === 'not-due') return 'not-possible';
      if (acknowledgement.isCorrection || file.nature !== file.opening.nature) return 'requalified';
      if (acknowledgement.dueBy === null) return 'on-paper';
      return hasMentions() ? null : 'mentions-missing';
    }
  }
}
