/** What an agent does to a request, as facts of its timeline. */
import type { Action, InboxRequest } from '@guichet/contracts/admin/inbox';
import { actions } from '@guichet/contracts/admin/inbox';
import { type EventKind, type Fact, fold, next } from '../../domain/request-state.js';

type AgentFact = Exclude<EventKind, 'received' | 'message'>;

/**
 * The facts of an action, in their order. Answering a suspect request releases it first: whoever answers a sending
 * does not hold it to be abusive, and the mails that waited must leave before the answer's.
 */
export function factsOf(
  action: Action,
  request: Pick<InboxRequest, 'suspicion'>,
  options: { close: boolean },
): AgentFact[] {
  switch (action) {
    case 'answer': {
      const release: AgentFact[] = request.suspicion === 'suspect' ? ['released'] : [];
      return [...release, 'answered', ...(options.close ? (['closed'] as const) : [])];
    }
    case 'close':
      return ['closed'];
    case 'reopen':
      return ['reopened'];
    case 'release':
      return ['released'];
    case 'reject':
      return ['rejected-as-abusive'];
  }
}

/** What can be done with a request whose timeline is `facts`. */
export function allowedActions(facts: readonly Fact[]): Action[] {
  const folded = fold(facts);
  if (!folded.ok) return [];
  const { state } = folded;
  return actions.filter((action) => {
    const [first] = factsOf(action, state, { close: false });
    return next(state, { kind: first!, by: 'agent' }).ok;
  });
}
