/** What stands under each other in a guide. */
import type { Block, Inline } from '@guichet/contracts/guide';
import { boxTitle } from '@guichet/contracts/guide/box';
import { guideText } from '@guichet/contracts/words/guide-text';
import { html, nothing, type TemplateResult } from 'lit';
import { cases } from './cases.js';
import { contact } from './contact.js';
import type { Drawing } from './drawing.js';
import { inlines, linkOut } from './lines.js';
import { service } from './service.js';
import { table } from './table.js';
import { explained } from './terms.js';

/** Levels of headings that programs know. */
const LEVELS = 6;

/**
 * @param depth from the guide's own title, which is 1
 * @param id by which the guide's contents lead there
 */
export function heading(depth: number, content: unknown, { context }: Drawing, id?: string): TemplateResult {
  const level = context.level + depth - 1;
  // What is deeper is only strong.
  if (level > LEVELS)
    return html`<p id=${id ?? nothing} tabindex=${id ? -1 : nothing}><strong>${content}</strong></p>`;
  return html`<div
    class="heading depth-${Math.min(depth, 4)}"
    role="heading"
    aria-level=${level}
    id=${id ?? nothing}
    tabindex=${id ? -1 : nothing}
  >
    ${content}
  </div>`;
}

/** A line, and under it what is explained of it. */
const line = (content: readonly Inline[], depth: number, drawing: Drawing): TemplateResult =>
  html`<p>${inlines(content, drawing)}</p>
    ${explained(content, depth, drawing)}`;

/** In an item or a cell: a line alone is no paragraph. */
export function tight(content: readonly Block[], depth: number, drawing: Drawing): unknown {
  const [only, another] = content;
  return only?.is === 'text' && !another
    ? html`${inlines(only.content, drawing)}${explained(only.content, depth, drawing)}`
    : blocks(content, depth, drawing);
}

/** Where its title is only what the box is, its text runs on. */
function box(one: Extract<Block, { is: 'box' }>, depth: number, drawing: Drawing): TemplateResult {
  const { look, blocks: content } = one;
  const { word, own, hasWord } = boxTitle(one);
  const [text] = content;
  const runsOn = !own && text?.is === 'text' ? text.content : null;
  const named = own ? html`${hasWord ? `${word}\u00a0: ` : ''}${inlines(own, drawing)}` : word;
  return html`<div role="note" class="box ${look}">
    <p>
      <strong>${named}${runsOn ? '\u00a0:' : ''}</strong>${runsOn ? html` ${inlines(runsOn, drawing)}` : ''}
    </p>
    ${runsOn ? explained(runsOn, depth, drawing) : nothing}
    ${blocks(runsOn ? content.slice(1) : content, depth, drawing)}
  </div>`;
}

/** The picture itself stays with the source. */
function picture(alternative: string, caption: readonly Inline[], { url, ...rest }: Drawing): unknown {
  const captioned = caption.length > 0 && inlines(caption, { url, ...rest });
  if (!alternative && !captioned)
    return url ? html`<p>${linkOut(url, guideText.pictureAtSource)}</p>` : nothing;
  const both = alternative && captioned;
  return html`<p>
    ${guideText.picture}
    ${alternative || captioned}${both ? html`<br /><small>${captioned}</small>` : nothing}
  </p>`;
}

function block(one: Block, depth: number, drawing: Drawing): unknown {
  switch (one.is) {
    case 'text':
      return line(one.content, depth, drawing);
    case 'section':
      return section(one, depth, drawing);
    case 'list': {
      const items = one.items.map((item) => html`<li>${tight(item, depth, drawing)}</li>`);
      return one.isNumbered
        ? html`<ol>
            ${items}
          </ol>`
        : html`<ul>
            ${items}
          </ul>`;
    }
    case 'table':
      return table(one, depth, drawing);
    case 'box':
      return box(one, depth, drawing);
    case 'cases':
      return cases(one, depth, drawing);
    case 'service':
      return service(one.service, depth, drawing);
    case 'contact':
      return contact(one.contact, depth, drawing);
    case 'picture':
      return picture(one.alternative, one.caption, drawing);
  }
}

/** @param id by which the guide's contents lead there */
export function section(
  { title, blocks: content }: { title: readonly Inline[]; blocks: readonly Block[] },
  depth: number,
  drawing: Drawing,
  id?: string,
): TemplateResult {
  return html`<section class="flow">
    ${heading(depth, inlines(title, drawing), drawing, id)} ${blocks(content, depth + 1, drawing)}
  </section>`;
}

/** @param depth of the headings right here */
export function blocks(content: readonly Block[], depth: number, drawing: Drawing): unknown[] {
  return content.map((one) => block(one, depth, drawing));
}
