/** What can be done online, a form, a template, a simulator, a search. */
import type { GuideService } from '@guichet/contracts/guide';
import { fileFacts } from '@guichet/contracts/guide/file-facts';
import { guideText } from '@guichet/contracts/words/guide-text';
import { html, nothing, type TemplateResult } from 'lit';
import { blocks, heading } from './blocks.js';
import type { Drawing } from './drawing.js';
import { linkOut } from './lines.js';

/** @param depth of its title; null where the guide bears it already */
export function service(one: GuideService, depth: number | null, drawing: Drawing): TemplateResult {
  const { type, title, url, source, introduction, annexes } = one;
  const inside = (depth ?? 1) + 1;
  const action = html`${guideText.actions[type]}<span class="unseen">&nbsp;: ${title}</span>`;
  return html`<div class="card flow">
    ${depth === null ? nothing : heading(depth, title, drawing)}
    <p><small>${[guideText.types[type], ...fileFacts(one)].join(' · ')}</small></p>
    ${blocks(introduction, inside, drawing)}
    ${url ? html`<p>${linkOut(url, action, { look: 'button main' })}</p>` : nothing}
    ${source ? html`<p><small>${source}</small></p>` : nothing}
    ${
      annexes.length > 0
        ? html`<div>
            <p>${guideText.annexes}</p>
            <ul>
              ${annexes.map((annex) => {
                const about = fileFacts(annex).join(' · ');
                const name = html`${annex.title}${about && ` (${about})`}`;
                return html`<li>${linkOut(annex.url, name)} ${blocks(annex.blocks, inside, drawing)}</li>`;
              })}
            </ul>
          </div>`
        : nothing
    }
  </div>`;
}
