import { html, type TemplateResult } from 'lit';
import type { View } from './view.js';

/** What erases all that is on screen. */
export function leaveView({ words, actions }: View): TemplateResult {
  return html`<div class="leave screen-only">
    <p class="hint" id="leave-hint">${words.leaveHint}</p>
    <button type="button" aria-describedby="leave-hint" @click=${actions.leave}>${words.leave}</button>
  </div>`;
}
