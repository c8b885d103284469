/** What an agent does with a request, before how: one choice, and a form for each. */
import type { Action } from '@guichet/contracts/admin/inbox-actions';
import type { Drafts } from './drafts.js';

const opened = {
  answer: ['answer'],
  'ask-items': ['ask-items'],
  decide: ['draft', 'decide'],
  forward: ['forward'],
} as const satisfies Record<string, readonly Action[]>;

export type Way = keyof typeof opened;

const formOf = { answer: 'answer', 'ask-items': 'items', decide: 'decision', forward: 'forward' } as const;

/** @param actions what the request's state and the agent's role allow */
export function openWays(actions: readonly Action[]): Way[] {
  return (Object.keys(opened) as Way[]).filter((way) =>
    opened[way].some((action) => actions.includes(action)),
  );
}

/**
 * @returns the form that is open before anything is chosen: what was begun, else the only one there is; none where a
 * decision is awaited, for an answer ends nothing then and nobody should fall into it
 */
export function firstWay(open: readonly Way[], drafts: Partial<Drafts>): Way | null {
  const begun = open.find((way) => drafts[formOf[way]] !== undefined);
  if (begun) return begun;
  if (open.length === 1) return open[0]!;
  return open.includes('answer') && !open.includes('decide') ? 'answer' : null;
}

/** @returns the forms among `drafts` for which nothing is open any more */
export function orphans(actions: readonly Action[], drafts: Partial<Drafts>): (keyof Drafts)[] {
  const takers: Record<keyof Drafts, readonly Action[]> = {
    answer: opened.answer,
    answerFiles: opened.answer,
    items: opened['ask-items'],
    itemsFiles: opened['ask-items'],
    decision: opened.decide,
    decisionFiles: ['decide', 'approve', 'notify'],
    forward: opened.forward,
    forwardFiles: opened.forward,
    reasons: ['give-reasons'],
    reasonsFiles: ['give-reasons'],
    note: ['note'],
    remark: ['send-back'],
  };
  return (Object.keys(drafts) as (keyof Drafts)[]).filter(
    (form) => !takers[form].some((action) => actions.includes(action)),
  );
}
