import type { ActOnRequest } from '@guichet/contracts/admin/inbox-actions';
import type { Drafts } from './drafts.js';

type WithoutSeen<One> = One extends { seen: number } ? Omit<One, 'seen'> : never;

/** An action without what it is based on, which the page adds. */
export type Wish = WithoutSeen<ActOnRequest>;

/** What was typed for an action, and has served once the action is done. */
export const draftOf: Readonly<Partial<Record<Wish['action'], keyof Drafts>>> = {
  answer: 'answer',
  'ask-items': 'items',
  draft: 'decision',
  decide: 'decision',
  forward: 'forward',
  'give-reasons': 'reasons',
  note: 'note',
  'send-back': 'remark',
};
