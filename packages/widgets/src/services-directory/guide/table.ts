import type { Block, GuideCell } from '@guichet/contracts/guide';
import { type GuideRow, headRows, isWide, scopeOf } from '@guichet/contracts/guide/table';
import { guideText } from '@guichet/contracts/words/guide-text';
import { html, nothing, type TemplateResult } from 'lit';
import { tight } from './blocks.js';
import type { Drawing } from './drawing.js';
import { inlines } from './lines.js';
import { nameOf } from './memory.js';

function cell(one: GuideCell, row: GuideRow, depth: number, drawing: Drawing): TemplateResult {
  const { columns, rows, blocks } = one;
  const [across, down] = [columns, rows].map((count) => (count > 1 ? count : nothing));
  const content = tight(blocks, depth, drawing);
  const scope = scopeOf(one, row);
  return scope
    ? html`<th scope=${scope} colspan=${across!} rowspan=${down!}>${content}</th>`
    : html`<td colspan=${across!} rowspan=${down!}>${content}</td>`;
}

export function table(one: Extract<Block, { is: 'table' }>, depth: number, drawing: Drawing): unknown {
  const { title, summary, rows } = one;
  if (rows.length === 0) return nothing;
  const head = headRows(rows);
  const drawn = rows.map(
    (row) =>
      html`<tr>
        ${row.map((each) => cell(each, row, depth, drawing))}
      </tr>`,
  );
  const isNamed = title.length > 0 || summary.length > 0;
  const name = nameOf(one);
  const whole = html`<table>
    ${
      isNamed
        ? html`<caption id=${name}>
            <strong>${inlines(title, drawing)}</strong>
            ${summary.length > 0 ? html`<div>${inlines(summary, drawing)}</div>` : nothing}
          </caption>`
        : nothing
    }
    ${
      head > 0
        ? html`<thead>
            ${drawn.slice(0, head)}
          </thead>`
        : nothing
    }
    <tbody>
      ${drawn.slice(head)}
    </tbody>
  </table>`;
  if (!isWide(rows)) return whole;
  // It scrolls, by the keyboard too (WCAG 2.2, 1.4.10 and 2.1.1); a group, as a page of many would drown in landmarks.
  return html`<div
    class="wide"
    role="group"
    tabindex="0"
    aria-labelledby=${isNamed ? name : nothing}
    aria-label=${isNamed ? nothing : guideText.table}
  >
    ${whole}
  </div>`;
}
