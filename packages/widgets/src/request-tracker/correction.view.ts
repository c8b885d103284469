import type { TrackedRequest } from '@guichet/contracts/tracking';
import { html, nothing, type TemplateResult } from 'lit';
import type { CorrectionForm } from './correction-form.js';
import type { Withdrawal } from './request-tracker.state.js';
import { CORRECT, CORRECTION, refusal, type View } from './view.js';

/** Correcting what was sent: the button, the form once it is loaded, and how it went. */
export function correctionView(
  { correctable }: TrackedRequest,
  correction: Withdrawal,
  form: CorrectionForm | undefined,
  view: View,
): TemplateResult | typeof nothing {
  const { words, actions } = view;
  const { kind } = correction;
  if (form) return form.view(correction, view);
  const isLoading = kind === 'sending';
  return html`${
    kind === 'done' || kind === 'too-late'
      ? html`<div class="notice" id=${CORRECTION} tabindex="-1" role="group">
          <p>${kind === 'done' ? words.corrected : words.correctTooLate}</p>
        </div>`
      : nothing
  }
  ${kind === 'refused' ? refusal(CORRECTION, correction.refusal, view) : nothing}
  ${
    correctable
      ? html`<div class="actions screen-only">
          <button
            type="button"
            class="plain"
            id=${CORRECT}
            aria-disabled=${isLoading}
            @click=${actions.askCorrection}
          >
            ${words.correct}
          </button>
        </div>`
      : nothing
  }`;
}
