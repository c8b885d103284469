import type { CommonWords } from '@guichet/contracts/words/common';
import { html, type TemplateResult } from 'lit';
import { heading } from './heading.js';

/** `id` of the summary: where the focus goes when something is to be corrected. */
export const SUMMARY = 'summary';

export interface FieldProblem {
  /** `id` of the control. */
  name: string;
  /** What is wrong and how to correct it (RGAA 11.11). */
  sentence: string;
}

// A fragment does not lead into a shadow root: the link moves the focus itself.
function go(event: Event): void {
  event.preventDefault();
  const link = event.currentTarget as HTMLAnchorElement;
  const name = decodeURIComponent(link.hash.slice(1));
  (link.getRootNode() as ShadowRoot).getElementById(name)?.focus();
}

/** Says all that is to be corrected, in the order of the form, with a link to each field. */
export function errorSummary(
  words: CommonWords,
  level: number,
  problems: readonly FieldProblem[],
): TemplateResult {
  return html`<div class="summary" id=${SUMMARY} tabindex="-1" role="group" aria-labelledby="summary-title">
    <div id="summary-title">${heading(level, words.errors(problems.length))}</div>
    <ul>
      ${problems.map(({ name, sentence }) => html`<li><a href="#${name}" @click=${go}>${sentence}</a></li>`)}
    </ul>
  </div>`;
}
