import { html, nothing, type TemplateResult } from 'lit';
import { field } from './field.js';
import type { MailedLink } from './mailed-link.js';

/** `id` of the control, and of what says how it went. */
export const LINK_EMAIL = 'linkEmail';
export const LINK_NOTICE = 'link-notice';

export interface MailedLinkWords {
  intro: string;
  email: string;
  emailHint: string;
  ask: string;
  asked: string;
  emailRequired: string;
  emailInvalid: string;
}

/**
 * The form.
 *
 * @param on what is done on the form's events
 * @param refused draws a refusal, with the `id` of the notice
 */
export function mailedLinkView<Refusal>(
  { state, email }: MailedLink<Refusal>,
  words: MailedLinkWords,
  sending: string,
  on: { submit: (event: Event) => void; input: (event: Event) => void },
  refused: (refusal: Refusal) => TemplateResult,
): TemplateResult {
  const { emailRequired, emailInvalid } = words;
  const error =
    state.kind === 'invalid' ? (state.code === 'required' ? emailRequired : emailInvalid) : undefined;
  const isSending = state.kind === 'sending';
  return html`<form
    class="stack screen-only"
    novalidate
    autocorrect="off"
    autocapitalize="off"
    spellcheck="false"
    @submit=${on.submit}
    @input=${on.input}
  >
    <p>${words.intro}</p>
    ${
      state.kind === 'asked'
        ? html`<div class="notice" id=${LINK_NOTICE} tabindex="-1" role="group">
            <p>${words.asked}</p>
          </div>`
        : nothing
    }
    ${state.kind === 'refused' ? refused(state.refusal) : nothing}
    ${field({
      name: LINK_EMAIL,
      label: words.email,
      value: email,
      hint: words.emailHint,
      error,
      type: 'email',
      autocomplete: 'email',
    })}
    <div class="actions">
      <button aria-disabled=${isSending}>${isSending ? sending : words.ask}</button>
    </div>
  </form>`;
}
