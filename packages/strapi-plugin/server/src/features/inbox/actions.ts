/** What agents can do with a request now: by its state, and by what they may. */
import { type Action, actionPermissions, actions } from '@guichet/contracts/admin/inbox-actions';
import type { Permission } from '@guichet/contracts/admin/permissions';
import type { CaseEventKind } from '../../domain/case-events.js';
import type { CivilDate } from '../../domain/civil-date.js';
import { caseKindRefusal, type EventKind, next, type RequestState } from '../../domain/request-state.js';

/** The permission that an action takes. */
export function permissionOf(action: Action): Permission {
  return actionPermissions[action] ?? 'inbox.answer';
}

/** The actions that are one fact of the conversation. */
const conversation: Readonly<Partial<Record<Action, EventKind>>> = {
  answer: 'answered',
  note: 'noted',
  close: 'closed',
  reopen: 'reopened',
  release: 'released',
  reject: 'rejected-as-abusive',
};

/** The actions that the law dates: each is possible where one of these facts is. */
const dated: Readonly<Partial<Record<Action, readonly CaseEventKind[]>>> = {
  // Acknowledged, it can still be held to be something else: a corrected acknowledgement then leaves.
  acknowledge: ['acknowledged', 'requalified'],
  'ask-items': ['items-asked'],
  complete: ['completed'],
  forward: ['forwarded'],
  approve: ['approved'],
  'send-back': ['sent-back'],
  'give-reasons': ['reasons-given'],
  attest: ['attested'],
  assign: ['assigned'],
};

const decisions: readonly CaseEventKind[] = ['granted', 'refused'];

function isPossible(action: Action, state: RequestState, today: CivilDate): boolean {
  const fact = conversation[action];
  if (fact) return next(state, { kind: fact, by: 'agent' }).ok;
  const canBe = (kinds: readonly CaseEventKind[], as = state) =>
    kinds.some((kind) => !caseKindRefusal(as, kind, today));
  const { file } = state;
  switch (action) {
    case 'draft':
      // In the place of any draft before it.
      return file !== undefined && canBe(decisions, { ...state, file: { ...file, draft: null } });
    case 'decide':
      return !file?.draft && canBe(decisions);
    case 'notify':
      return file?.draft?.isApproved === true && canBe(decisions);
    case 'forward':
      return !state.reporting && canBe(dated[action]!);
    case 'acknowledge':
      return state.status !== 'closed' && canBe(dated[action]!);
    default:
      return canBe(dated[action] ?? []);
  }
}

/**
 * @param today of the administration
 * @param can whether the agent has a permission
 */
export function allowedActions(
  state: RequestState,
  today: CivilDate,
  can: (permission: Permission) => boolean,
): Action[] {
  return actions.filter((action) => can(permissionOf(action)) && isPossible(action, state, today));
}
