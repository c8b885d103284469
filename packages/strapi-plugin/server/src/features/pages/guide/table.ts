import type { Block, GuideCell } from '@guichet/contracts/guide';
import { type GuideRow, headRows, isWide, scopeOf } from '@guichet/contracts/guide/table';
import { guideText } from '@guichet/contracts/words/guide-text';
import { attributes, markup, type Markup } from '../html.js';
import { tight } from './blocks.js';
import type { Drawing } from './drawing.js';
import { inlines } from './inlines.js';

function cell(one: GuideCell, row: GuideRow, level: number, drawing: Drawing): Markup {
  const { columns, rows, blocks } = one;
  const spans = { colspan: columns > 1 && columns, rowspan: rows > 1 && rows };
  const content = tight(blocks, level, drawing);
  const scope = scopeOf(one, row);
  if (!scope) return markup`<td${attributes(spans)}>${content}</td>`;
  return markup`<th${attributes({ scope, ...spans })}>${content}</th>`;
}

export function table(
  { title, summary, rows }: Extract<Block, { is: 'table' }>,
  level: number,
  drawing: Drawing,
): Markup | null {
  if (rows.length === 0) return null;
  const head = headRows(rows);
  const drawn = rows.map((row) => markup`<tr>${row.map((one) => cell(one, row, level, drawing))}</tr>`);
  const name = drawing.newName();
  const caption = title.length > 0 || summary.length > 0;
  const whole = markup`<table>
    ${
      caption &&
      markup`<caption id="${name}">
        <strong>${inlines(title, drawing)}</strong>${summary.length > 0 && markup`<div>${inlines(summary, drawing)}</div>`}
      </caption>`
    }
    ${head > 0 && markup`<thead>${drawn.slice(0, head)}</thead>`}<tbody>${drawn.slice(head)}</tbody>
  </table>`;
  if (!isWide(rows)) return whole;
  const named = caption ? { 'aria-labelledby': name } : { 'aria-label': guideText.table };
  // It scrolls, by the keyboard too (WCAG 2.2, 1.4.10 and 2.1.1); a group, as a page of many would drown in landmarks.
  return markup`<div class="wide" role="group" tabindex="0"${attributes(named)}>${whole}</div>`;
}
