/** How a dated fact moves the conversation between a resident and the mairie. */
import type { CaseEvent } from './case-events.js';
import type { CaseFile } from './case-file.js';
import type { RequestState } from './request-state.js';

/**
 * @param file after the fact
 * @returns what changes; nothing for facts that the conversation does not notice
 */
export function conversationAfter(
  state: RequestState,
  event: CaseEvent,
  file: CaseFile,
): Partial<Omit<RequestState, 'file'>> {
  const goesOn = { status: 'in-progress', awaitsAgent: true } as const;
  switch (event.kind) {
    case 'acknowledged':
    case 'requalified':
    case 'tacitly-refused':
      return {};
    case 'assigned':
      return state.status === 'received' ? { status: 'in-progress' } : {};
    case 'items-asked':
      return { status: 'in-progress', awaitsAgent: !file.pending?.suspendsExamination };
    case 'completed':
    case 'draft-decided':
    case 'approved':
    case 'sent-back':
      return goesOn;
    case 'corrected':
      return { ...goesOn, status: state.status === 'answered' ? 'in-progress' : state.status };
    case 'forwarded':
      return { status: 'in-progress', awaitsAgent: event.to.kind === 'here' };
    case 'granted':
    case 'refused':
    case 'reasons-given':
    case 'attested':
      return { status: 'answered', awaitsAgent: false };
    case 'tacitly-granted':
      return { awaitsAgent: false };
    case 'withdrawn':
      return { status: 'closed', canWrite: false, awaitsAgent: false };
    case 'reasons-asked':
    case 'attestation-asked':
      // A right that closing does not end: it opens the request again, and takes a rejection as abusive back.
      return {
        ...goesOn,
        canWrite: true,
        suspicion: state.suspicion === 'rejected' ? 'released' : state.suspicion,
      };
    case 'sorted-as-suspect':
      return { suspicion: 'suspect' };
    case 'held':
    case 'hold-ended':
      return {};
    case 'delivered':
      return {
        status: state.status === 'closed' ? 'closed' : 'in-progress',
        canWrite: false,
        awaitsAgent: false,
      };
    case 'transit-lapsed':
      return state.status === 'closed' ? {} : { awaitsAgent: true };
    case 'eliminated':
      return { status: 'closed', canWrite: false, awaitsAgent: false };
  }
}
