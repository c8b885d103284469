import { html, nothing, type TemplateResult } from 'lit';
import { field } from '../shared/field.js';
import type { LostCode, LostProblem } from './lost-code.js';
import { LINK_NOTICE, refusal, type View } from './view.js';

/** What is wrong with a field, as the resident reads it. */
function sentenceOf({ field, code }: LostProblem, { words: { wrong, lost }, example }: View): string {
  const isMissing = code === 'required';
  if (field === 'linkEmail') return isMissing ? lost.emailRequired : lost.emailInvalid;
  return isMissing ? wrong.referenceRequired : wrong.referenceInvalid(example);
}

/**
 * Folded away below the code: a link, mailed to the address that wrote.
 *
 * @param above the reference that was typed beside the code
 */
export function lostCodeView(lost: LostCode, above: string, view: View): TemplateResult {
  const { words, actions, example } = view;
  const { state } = lost;
  const errorOf = (name: LostProblem['field']) => {
    const problem = state.kind === 'invalid' && state.problems.find(({ field }) => field === name);
    return problem ? sentenceOf(problem, view) : undefined;
  };
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
        name: 'linkReference',
        label: words.reference,
        value: lost.valueOf('linkReference', above),
        hint: words.referenceHint(example),
        error: errorOf('linkReference'),
        autocomplete: 'off',
        maxlength: 60,
      })}
      ${field({
        name: 'linkEmail',
        label: words.lost.email,
        value: lost.valueOf('linkEmail', above),
        hint: words.lost.emailHint,
        error: errorOf('linkEmail'),
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
