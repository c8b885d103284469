import type { Administration, Language } from '@guichet/contracts/administration';
import { html, type TemplateResult } from 'lit';
import { telephone } from '../shared/human.js';
import type { Words } from './request-tracker.messages.js';
import type { Refusal } from './request-tracker.state.js';

/** `id` of what the focus goes to: the beginning of a view, and what says how a call went. */
export const TITLE = 'title';
export const OPENING_NOTICE = 'opening-notice';
export const REFRESH_NOTICE = 'refresh-notice';
export const REPLY_NOTICE = 'reply-notice';
export const ASK = 'ask-notice';
/** The beginning of the form that corrects what was sent, and what says how that went; the button that opens it. */
export const CORRECTION = 'correction';
export const CORRECT = 'correct';
/** The region that asks whether to withdraw, and says how it went; the button that opens it. */
export const WITHDRAWAL = 'withdrawal';
export const WITHDRAW = 'withdraw';

/** What every view is drawn from. */
export interface View {
  words: Words;
  language: Language;
  administration: Administration;
  level: number;
  /** A reference such as this administration gives. */
  example: string;
  actions: Record<
    | 'open'
    | 'type'
    | 'check'
    | 'useCode'
    | 'typeLost'
    | 'askLink'
    | 'refresh'
    | 'print'
    | 'leave'
    | 'follow'
    | 'another'
    | 'download'
    | 'addFiles'
    | 'send'
    | 'retry'
    | 'edit'
    | 'ask'
    | 'askCorrection'
    | 'typeCorrection'
    | 'correct'
    | 'dropCorrection'
    | 'askWithdrawal'
    | 'keep'
    | 'withdraw',
    (event: Event) => void
  >;
}

function sentenceOf(refusal: Refusal, { words: { refused } }: View, notFound: string): string {
  if (refusal.why === 'not-found') return notFound;
  return refusal.why === 'throttled' ? refused.throttled(refusal.minutes) : refused[refusal.why];
}

/** Why it did not work, and the telephone beside it: the next thing that somebody stuck wants. */
export function refusal(
  id: string,
  why: Refusal,
  view: View,
  notFound = view.words.refused.notFound,
): TemplateResult {
  const { words, administration } = view;
  return html`<div class="notice refused" id=${id} tabindex="-1" role="group">
    <p>${sentenceOf(why, view, notFound)}</p>
    <p>${words.phone} ${telephone(administration.human.phone)}</p>
  </div>`;
}
