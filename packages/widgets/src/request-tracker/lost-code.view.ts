import { html, nothing, type TemplateResult } from 'lit';
import { field } from '../shared/field.js';
import type { LostCode } from './lost-code.js';
import { LINK_EMAIL, LINK_NOTICE, refusal, type View } from './view.js';

/** Folded away below the code: a link to all of them, mailed to the address that wrote. */
export function lostCodeView({ state, email }: LostCode, view: View): TemplateResult {
  const { words, actions } = view;
  const { emailRequired, emailInvalid } = words.lost;
  const error =
    state.kind === 'invalid' ? (state.code === 'required' ? emailRequired : emailInvalid) : undefined;
  const isSending = state.kind === 'sending';
  return html`<details>
    <summary>${words.lost.summary}</summary>
    <form
      class="stack"
      novalidate
      autocorrect="off"
      autocapitalize="off"
      spellcheck="false"
      @submit=${actions.askLink}
      @input=${actions.typeLost}
    >
      <p>${words.lost.intro}</p>
      ${
        state.kind === 'asked'
          ? html`<div class="notice" id=${LINK_NOTICE} tabindex="-1" role="group">
              <p>${words.lost.asked}</p>
            </div>`
          : nothing
      }
      ${state.kind === 'refused' ? refusal(LINK_NOTICE, state.refusal, view) : nothing}
      ${field({
        name: LINK_EMAIL,
        label: words.lost.email,
        value: email,
        hint: words.lost.emailHint,
        error,
        type: 'email',
        autocomplete: 'email',
        maxlength: 254,
      })}
      <div class="actions">
        <button aria-disabled=${isSending}>${isSending ? words.sending : words.lost.ask}</button>
      </div>
    </form>
  </details>`;
}
