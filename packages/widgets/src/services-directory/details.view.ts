import type { DirectoryDetailsWords } from '@guichet/contracts/words/directory-details';
import { html, nothing, type TemplateResult } from 'lit';
import { organisationView } from './organisation.view.js';
import { procedureView } from './procedure.view.js';
import type { Sharing } from './share.js';
import type { DirectoryState } from './services-directory.state.js';
import type { View } from './view.js';

export interface DetailsView extends View {
  details: DirectoryDetailsWords;
  sharing: Sharing;
}

/** One organisation or procedure. */
export function detailsView(
  state: Extract<DirectoryState, { kind: 'organisation' | 'procedure' }>,
  view: DetailsView,
): TemplateResult {
  return state.kind === 'organisation'
    ? organisationView(state.organisation, view)
    : procedureView(state.procedure, view);
}

/** What can be done with what is on screen. */
export function sharingView({ details, sharing }: DetailsView): TemplateResult {
  return html`<div class="screen-only group">
    <div class="actions">
      <button type="button" name="print">${details.print}</button>
      <button type="button" name="share">${details.share}</button>
    </div>
    ${sharing.kind === 'copied' ? html`<p>${details.copied}</p>` : nothing}
    ${
      sharing.kind === 'shown'
        ? html`<div class="field">
            <label for="address">${details.copyThis}</label>
            <input id="address" readonly .value=${sharing.url} />
          </div>`
        : nothing
    }
  </div>`;
}
