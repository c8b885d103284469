import { html, nothing, type TemplateResult } from 'lit';
import { errorSummary } from '../shared/error-summary.js';
import { field } from '../shared/field.js';
import { heading } from '../shared/heading.js';
import type { MailedLink } from '../shared/mailed-link.js';
import { LINK_NOTICE, mailedLinkView } from '../shared/mailed-link.view.js';
import type { Refusal, TrackerState } from './request-tracker.state.js';
import type { Problem, Typed } from './typed.js';
import { OPENING_NOTICE, refusal, TITLE, type View } from './view.js';

/** What is wrong with a field, as the resident reads it. */
export function sentenceOf({ field, code }: Problem, { words, example }: View): string {
  const { wrong } = words;
  const isMissing = code === 'required';
  if (field === 'control') return wrong.controlRequired;
  if (field === 'trackingCode') return isMissing ? wrong.trackingCodeRequired : wrong.trackingCodeInvalid;
  return isMissing ? wrong.referenceRequired : wrong.referenceInvalid(example);
}

/** The door: reference and code, or the field that controls who follows a mailed link. */
export function askingView(
  state: Extract<TrackerState, { kind: 'asking' }>,
  typed: Typed,
  lost: MailedLink<Refusal>,
  view: View,
): TemplateResult {
  const { words, level, actions, example } = view;
  const { by, note, asking } = state;
  const problems = 'problems' in asking ? asking.problems : [];
  const errorOf = (name: keyof Typed) => {
    const problem = problems.find(({ field }) => field === name);
    return problem && sentenceOf(problem, view);
  };
  const summary = problems.map((problem) => ({ name: problem.field, sentence: sentenceOf(problem, view) }));
  const isOpening = asking.kind === 'opening';

  return html`<div class="stack">
    ${heading(level, words.title, TITLE)}
    ${
      note === 'none'
        ? nothing
        : html`<div class="notice">
            <p>${note === 'left' ? words.left : words.expired}</p>
            ${note === 'expired-draft' ? html`<p>${words.expiredDraft}</p>` : nothing}
          </div>`
    }
    <p>${by === 'code' ? words.codeIntro : words.controlIntro}</p>
    <form
      class="stack"
      novalidate
      autocorrect="off"
      autocapitalize=${by === 'code' ? 'characters' : 'words'}
      spellcheck="false"
      @submit=${actions.open}
      @input=${actions.type}
      @change=${actions.check}
    >
      ${asking.kind === 'invalid' ? errorSummary(words, level + 1, summary) : nothing}
      ${
        asking.kind === 'refused'
          ? refusal(
              OPENING_NOTICE,
              asking.refusal,
              view,
              by === 'code' ? words.refused.notFound : words.refused.controlNotFound,
            )
          : nothing
      }
      ${
        by === 'code'
          ? html`${field({
              name: 'reference',
              label: words.reference,
              value: typed.reference,
              hint: words.referenceHint(example),
              error: errorOf('reference'),
              autocomplete: 'off',
            })}
            ${field({
              name: 'trackingCode',
              label: words.trackingCode,
              value: typed.trackingCode,
              hint: words.trackingCodeHint,
              error: errorOf('trackingCode'),
              autocomplete: 'off',
            })}`
          : field({
              name: 'control',
              label: words.control,
              value: typed.control,
              hint: words.controlHint,
              error: errorOf('control'),
              autocomplete: 'off',
            })
      }
      <div class="actions">
        <button class="main" aria-disabled=${isOpening}>${isOpening ? words.opening : words.open}</button>
        ${
          by === 'link'
            ? html`<button type="button" class="plain" @click=${actions.useCode}>${words.useCode}</button>`
            : nothing
        }
      </div>
    </form>
    ${
      by === 'code'
        ? html`<details>
            <summary>${words.lost.summary}</summary>
            ${mailedLinkView(
              lost,
              words.lost,
              words.sending,
              { submit: actions.askLink, input: actions.typeLost },
              (why) => refusal(LINK_NOTICE, why, view),
            )}
          </details>`
        : nothing
    }
  </div>`;
}
