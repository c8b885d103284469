/** A request as its resident sees it. */
import type { TimelineEntry, TrackedRequest } from '@guichet/contracts/tracking';
import { instantWithOffset } from '../../domain/civil-date.js';
import { type EventKind, fold } from '../../domain/request-state.js';
import type { OpenedRequest, TimelineEvent } from '../../store/request-store.js';

/** What each event is to the resident; null is not shown. How a request was sorted is the mairie's own affair. */
const shownAs: Record<EventKind, TimelineEntry['kind'] | null> = {
  received: 'received',
  message: 'message',
  answered: 'answered',
  closed: 'closed',
  reopened: 'reopened',
  released: null,
  'rejected-as-abusive': 'closed',
};

export function trackedRequestOf(
  { content, reference, receivedAt, nature, recipient, suspect }: OpenedRequest,
  events: readonly TimelineEvent[],
  timeZone: string,
): TrackedRequest {
  const folded = fold(events.map(({ kind, by }) => ({ kind, by, suspect })));
  if (!folded.ok) throw new Error(`a timeline does not fold: ${folded.code}`);
  const at = (instant: string) => instantWithOffset(new Date(instant), timeZone);
  return {
    reference,
    receivedAt: at(receivedAt),
    nature,
    subject: content.subject,
    recipient,
    status: folded.state.status,
    canWrite: folded.state.canWrite,
    timeline: events.flatMap((event) => {
      const kind = shownAs[event.kind];
      if (!kind) return [];
      const message = event.kind === 'received' ? content.message : (event.content.message ?? null);
      const by = { kind: event.by, name: event.content.agentName ?? null };
      return [{ id: event.id, kind, at: at(event.at), by, message }];
    }),
  };
}
