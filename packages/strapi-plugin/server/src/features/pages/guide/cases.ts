/** Cases of which one is the reader's, without JavaScript. */
import type { Block } from '@guichet/contracts/guide';
import { guideText } from '@guichet/contracts/words/guide-text';
import { markup, type Markup } from '../html.js';
import { blocks, section } from './blocks.js';
import type { Drawing } from './drawing.js';
import { inlines } from './inlines.js';

/**
 * Tabs and choices as native disclosures, closed, of which one name lets a single one be open: the browser still finds
 * in the page what is folded, and opens it. What comes in order, or alone, is not folded.
 */
export function cases(
  { show, cases: all }: Extract<Block, { is: 'cases' }>,
  level: number,
  drawing: Drawing,
): Markup | Markup[] {
  if (show === 'sequence' || all.length < 2) return all.map((one) => section(one, level, drawing));
  const name = drawing.newName();
  return markup`<div class="cases">
    <p>${guideText.choose}</p>
    ${all.map(
      ({ title, blocks: content }) => markup`<details name="${name}">
        <summary>${inlines(title, drawing, true)}</summary>
        <div class="flow">${blocks(content, level, drawing)}</div>
      </details>`,
    )}
  </div>`;
}
