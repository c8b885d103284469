/** What can be done online, a form, a template, a simulator, a search. */
import type { GuideService } from '@guichet/contracts/guide';
import { fileFacts } from '@guichet/contracts/guide/file-facts';
import { guideText } from '@guichet/contracts/words/guide-text';
import { markup, type Markup } from '../html.js';
import { blocks, heading } from './blocks.js';
import type { Drawing } from './drawing.js';
import { linkOut } from './inlines.js';

/** @param level of its title; null where the page bears it already */
export function service(one: GuideService, level: number | null, drawing: Drawing): Markup {
  const { type, title, url, source, introduction, annexes } = one;
  const facts = fileFacts(one);
  return markup`<div class="card">
    ${level !== null && heading(level, title)}
    <p><small>${[guideText.types[type], ...facts].join(' · ')}</small></p>
    ${blocks(introduction, (level ?? 1) + 1, drawing)}
    ${
      url &&
      markup`<p>${linkOut(url, markup`${guideText.actions[type]}<span class="unseen">\u00a0: ${title}</span>`, { look: 'button' })}</p>`
    }
    ${source && markup`<p><small>${source}</small></p>`}
    ${
      annexes.length > 0 &&
      markup`<div><p>${guideText.annexes}</p><ul>${annexes.map((annex) => {
        const about = fileFacts(annex).join(' · ');
        const link = linkOut(annex.url, markup`${annex.title}${about && ` (${about})`}`);
        return markup`<li>${link}${blocks(annex.blocks, (level ?? 1) + 1, drawing)}</li>`;
      })}</ul></div>`
    }
  </div>`;
}
