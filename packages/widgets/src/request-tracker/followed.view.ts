import { statusOf } from '@guichet/contracts/operated-standing';
import { html, nothing, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { leaveView } from './leave.view.js';
import type { TrackerController } from './request-tracker.controller.js';
import type { View } from './view.js';

/** Those that are followed side by side, where there is more than what is before the eye, above it. */
export function followedView(
  list: readonly TrackerController[],
  current: TrackerController,
  shown: TemplateResult,
  view: View,
): TemplateResult {
  const { words } = view;
  const isDoor = !current.reference;
  return html`<div class="stack">
    ${
      isDoor || list.length > 1
        ? html`<nav class="followed screen-only" aria-label=${words.followed}>
            <ul>
              ${list.map((one) => html`<li>${entry(one, one === current, view)}</li>`)}
            </ul>
          </nav>`
        : nothing
    }
    ${
      // Each has fields of its own: what is typed in one never shows in another's.
      keyed(current, shown)
    }
    ${isDoor ? leaveView(view) : nothing}
  </div>`;
}

function entry(
  { reference, state }: TrackerController,
  isCurrent: boolean,
  { words, actions }: View,
): TemplateResult {
  return html`<button
    type="button"
    value=${reference}
    aria-current=${isCurrent ? 'true' : nothing}
    @click=${actions.follow}
  >
    ${state.kind === 'opened' ? html`<span dir="auto">${state.request.subject}</span>` : nothing}
    <span class="hint"
      >${reference} – ${state.kind === 'opened' ? statusOf(state.request, words).label : words.reopen}</span
    >
  </button>`;
}
