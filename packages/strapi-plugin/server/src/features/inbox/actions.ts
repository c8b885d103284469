/** What an agent does to a request, as facts of its timeline. */
import type { Action } from '@guichet/contracts/admin/inbox-actions';
import type { CivilDate } from '../../domain/civil-date.js';
import { caseKindRefusal, next, type RequestState } from '../../domain/request-state.js';
import type { TimelineKind } from '../../store/timeline.js';

/** Facts that answer the conversation; those that the law dates are `acknowledge.ts`'s. */
type AgentFact = Extract<
  TimelineKind,
  'answered' | 'closed' | 'reopened' | 'released' | 'rejected-as-abusive'
>;

/** What agents can do so far. */
const offered = ['acknowledge', 'answer', 'close', 'reopen', 'release', 'reject'] as const;
type Offered = (typeof offered)[number] & Action;

export const isOffered = (action: Action): action is Offered =>
  (offered as readonly Action[]).includes(action);

/** Who answers a sending, or acknowledges it, does not hold it to be abusive; what waited must leave before. */
export const releaseOf = ({ suspicion }: Pick<RequestState, 'suspicion'>): AgentFact[] =>
  suspicion === 'suspect' ? ['released'] : [];

/** The facts of an action, in their order. */
export function factsOf(
  action: Exclude<Offered, 'acknowledge'>,
  request: Pick<RequestState, 'suspicion'>,
  options: { close: boolean },
): AgentFact[] {
  switch (action) {
    case 'answer':
      return [...releaseOf(request), 'answered', ...(options.close ? (['closed'] as const) : [])];
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

/** What can be done with a request on a day of its administration. */
export function allowedActions(state: RequestState, today: CivilDate): Action[] {
  return offered.filter((action) => {
    // Acknowledged, it can still be held to be something else: a corrected acknowledgement then leaves.
    if (action === 'acknowledge') {
      return (
        state.status !== 'closed' &&
        (['acknowledged', 'requalified'] as const).some((kind) => !caseKindRefusal(state, kind, today))
      );
    }
    const [first] = factsOf(action, state, { close: false });
    return next(state, { kind: first!, by: 'agent' }).ok;
  });
}
