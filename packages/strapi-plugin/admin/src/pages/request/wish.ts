import type { ActOnRequest } from '@guichet/contracts/admin/inbox-actions';
import type { Drafts } from './drafts.js';

type WithoutSeen<One> = One extends { seen: number } ? Omit<One, 'seen'> : never;

/** An action without what it is based on, which the page adds. */
export type Wish = WithoutSeen<ActOnRequest>;

/** What was typed for an action. */
const draftOf: Readonly<Partial<Record<Wish['action'], keyof Drafts>>> = {
  answer: 'answer',
  'ask-items': 'items',
  draft: 'decision',
  decide: 'decision',
  forward: 'forward',
  'give-reasons': 'reasons',
  note: 'note',
  'send-back': 'remark',
};

/** @returns what was begun for an action, and has served once it is done */
export function spentBy(wish: Wish): (keyof Drafts)[] {
  const form = draftOf[wish.action];
  const spent = form ? [form] : [];
  if (wish.action === 'answer') return [...spent, 'answerFiles'];
  const isNotified =
    wish.action === 'decide' ||
    wish.action === 'notify' ||
    (wish.action === 'approve' && wish.signature != null);
  return isNotified ? [...spent, 'decisionFiles'] : spent;
}
