import type { ActOnRequest } from '@guichet/contracts/admin/inbox-actions';
import type { Drafts } from './drafts.js';

type WithoutSeen<One> = One extends { seen: number } ? Omit<One, 'seen'> : never;

/** An action without what it is based on, which the page adds. */
export type Wish = WithoutSeen<ActOnRequest>;
export type WishFor<Action extends Wish['action']> = Extract<Wish, { action: Action }>;

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

/** Its files. Those of a decision wait until it is notified. */
const filesOf: Readonly<Partial<Record<Wish['action'], keyof Drafts>>> = {
  answer: 'answerFiles',
  'ask-items': 'itemsFiles',
  forward: 'forwardFiles',
  'give-reasons': 'reasonsFiles',
};

/** @returns what was begun for an action, and has served once it is done */
export function spentBy(wish: Wish): (keyof Drafts)[] {
  const spent = [draftOf[wish.action], filesOf[wish.action]].filter((form) => form !== undefined);
  const isNotified =
    wish.action === 'decide' ||
    wish.action === 'notify' ||
    (wish.action === 'approve' && wish.signature != null);
  return isNotified ? [...spent, 'decisionFiles'] : spent;
}
