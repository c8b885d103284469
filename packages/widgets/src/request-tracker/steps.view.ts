import type { TrackedRequest } from '@guichet/contracts/tracking';
import { html, type TemplateResult } from 'lit';
import { instantIn } from '../shared/dates.js';
import { heading } from '../shared/heading.js';
import type { View } from './view.js';

/** What the operator has told, in its own words (in French, whatever the language around), with the common one beside. */
export function stepsView(
  { operator, steps }: NonNullable<TrackedRequest['operated']>,
  { words, level, language, administration }: View,
): TemplateResult {
  return html`${heading(level + 1, words.operated.steps(operator.name), 'steps')}
    <ol class="timeline">
      ${steps.map(
        ({ at, label, status }) =>
          html`<li class="theirs">
            <p class="what" dir="auto" lang="fr">${label}</p>
            <p class="hint">
              ${words.status[status].label} –
              <time datetime=${at}>${instantIn(at, language, administration.timeZone)}</time>
            </p>
          </li>`,
      )}
    </ol>`;
}
