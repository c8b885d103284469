import type { Block, GuideCell } from '@guichet/contracts/guide';
import { attributes, markup, type Markup } from '../html.js';
import { guideText } from '../words/guide-text.js';
import { tight } from './blocks.js';
import type { Drawing } from './drawing.js';
import { inlines } from './inlines.js';

/** Columns that a phone still shows side by side. */
const NARROW = 2;

type Row = readonly GuideCell[];

const isHead = (row: Row) => row.every(({ isHeader }) => isHeader);

function cell(
  { isHeader, columns, rows, blocks }: GuideCell,
  row: Row,
  level: number,
  drawing: Drawing,
): Markup {
  const spans = { colspan: columns > 1 && columns, rowspan: rows > 1 && rows };
  const content = tight(blocks, level, drawing);
  // A heading without words heads nothing.
  if (!isHeader || blocks.length === 0) return markup`<td${attributes(spans)}>${content}</td>`;
  const scope = isHead(row) ? 'col' : 'row';
  return markup`<th${attributes({ scope, ...spans })}>${content}</th>`;
}

/** How many rows at the top only name the columns; none where one of their cells reaches below them. */
function headRows(rows: readonly Row[]): number {
  const count = rows.findIndex((row) => !isHead(row));
  const isWhole = rows.slice(0, count).every((row, i) => row.every((one) => i + one.rows <= count));
  return isWhole ? Math.max(count, 0) : 0;
}

export function table(
  { title, summary, rows }: Extract<Block, { is: 'table' }>,
  level: number,
  drawing: Drawing,
): Markup | null {
  if (rows.length === 0) return null;
  const width = Math.max(...rows.map((row) => row.reduce((sum, { columns }) => sum + columns, 0)));
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
  if (width <= NARROW) return whole;
  const named = caption ? { 'aria-labelledby': name } : { 'aria-label': guideText.table };
  // It scrolls, by the keyboard too (WCAG 2.2, 1.4.10 and 2.1.1); a group, as a page of many would drown in landmarks.
  return markup`<div class="wide" role="group" tabindex="0"${attributes(named)}>${whole}</div>`;
}
