import type { TrackedRequest } from '@guichet/contracts/tracking';
import { html, nothing, type TemplateResult } from 'lit';
import { heading } from '../shared/heading.js';
import type { Withdrawal } from './request-tracker.state.js';
import { refusal, type View, WITHDRAW, WITHDRAWAL } from './view.js';

/** Withdrawing the request: the button, what follows and whether to go on, and how it went. */
export function withdrawalView(
  { canWithdraw }: TrackedRequest,
  withdrawal: Withdrawal,
  view: View,
): TemplateResult | typeof nothing {
  const { words, level, actions } = view;
  const { kind } = withdrawal;
  if (kind === 'done' || kind === 'too-late')
    return html`<div class="notice" id=${WITHDRAWAL} tabindex="-1" role="group">
      <p>${kind === 'done' ? words.withdrawn : words.withdrawTooLate}</p>
    </div>`;
  if (!canWithdraw) return nothing;
  if (kind === 'none')
    return html`<div class="actions screen-only">
      <button type="button" class="plain" id=${WITHDRAW} @click=${actions.askWithdrawal}>
        ${words.withdraw}
      </button>
    </div>`;
  const isSending = kind === 'sending';
  return html`<section class="notice screen-only" aria-labelledby="withdraw-title">
    <div id="withdraw-title">
      ${heading(level + 1, words.withdrawTitle, kind === 'refused' ? undefined : WITHDRAWAL)}
    </div>
    ${kind === 'refused' ? refusal(WITHDRAWAL, withdrawal.refusal, view) : nothing}
    <ul>
      ${words.consequences.map((each) => html`<li>${each}</li>`)}
    </ul>
    <div class="actions">
      <button type="button" aria-disabled=${isSending} @click=${actions.withdraw}>
        ${isSending ? words.withdrawing : words.withdrawYes}
      </button>
      <button type="button" class="main" aria-disabled=${isSending} @click=${actions.keep}>
        ${words.withdrawNo}
      </button>
    </div>
  </section>`;
}
