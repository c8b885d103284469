/** What stands under each other in a guide. */
import type { Block, Inline } from '@guichet/contracts/guide';
import { boxTitle } from '@guichet/contracts/guide/box';
import { guideText } from '@guichet/contracts/words/guide-text';
import { attributes, markup, type Markup, type Piece } from '../html.js';
import { cases } from './cases.js';
import { contact } from './contact.js';
import type { Drawing } from './drawing.js';
import { inlines, linkOut } from './inlines.js';
import { service } from './service.js';
import { table } from './table.js';

type Box = Extract<Block, { is: 'box' }>;

/** HTML has six levels of headings: what is deeper is only strong. @param level from 1 */
export function heading(level: number, content: Piece, id?: string): Markup {
  if (level > 6) return markup`<p${attributes({ id })}><strong>${content}</strong></p>`;
  const tag = `h${level}`;
  return markup`<${tag}${attributes({ id })}>${content}</${tag}>`;
}

/** In an item or a cell: a line alone is no paragraph. */
export function tight(content: readonly Block[], level: number, drawing: Drawing): Piece {
  const [only, another] = content;
  return only?.is === 'text' && !another ? inlines(only.content, drawing) : blocks(content, level, drawing);
}

/** Where its title is only what the box is, its text runs on. */
function box(one: Box, level: number, drawing: Drawing): Markup {
  const { look, blocks: content } = one;
  const { word, own, hasWord } = boxTitle(one);
  const named = own && [hasWord && `${word}\u00a0: `, inlines(own, drawing)];
  const [text] = content;
  const runsOn = !own && text?.is === 'text' && text;
  return markup`<div role="note" class="box ${look}">
    <p><strong>${named ?? word}${runsOn && '\u00a0:'}</strong>${runsOn && [' ', inlines(runsOn.content, drawing)]}</p>
    ${blocks(runsOn ? content.slice(1) : content, level, drawing)}
  </div>`;
}

/** The picture itself stays with the source. */
function picture(alternative: string, caption: readonly Inline[], drawing: Drawing): Piece {
  const captioned = caption.length > 0 && inlines(caption, drawing);
  if (!alternative && !captioned)
    return drawing.url && markup`<p>${linkOut(drawing.url, guideText.pictureAtSource)}</p>`;
  const both = alternative && captioned;
  return markup`<p>${guideText.picture} ${alternative || captioned}${both && markup`<br /><small>${captioned}</small>`}</p>`;
}

function block(one: Block, level: number, drawing: Drawing): Piece {
  switch (one.is) {
    case 'text':
      return markup`<p>${inlines(one.content, drawing)}</p>`;
    case 'section':
      return section(one, level, drawing);
    case 'list': {
      const items = one.items.map((item) => markup`<li>${tight(item, level, drawing)}</li>`);
      return one.isNumbered ? markup`<ol>${items}</ol>` : markup`<ul>${items}</ul>`;
    }
    case 'table':
      return table(one, level, drawing);
    case 'box':
      return box(one, level, drawing);
    case 'cases':
      return cases(one, level, drawing);
    case 'service':
      return service(one.service, level, drawing);
    case 'contact':
      return contact(one.contact, level, drawing);
    case 'picture':
      return picture(one.alternative, one.caption, drawing);
  }
}

/** @param id by which the page's contents lead there */
export function section(
  { title, blocks: content }: { title: readonly Inline[]; blocks: readonly Block[] },
  level: number,
  drawing: Drawing,
  id?: string,
): Markup {
  return markup`<section>
    ${heading(level, inlines(title, drawing), id)}${blocks(content, level + 1, drawing)}
  </section>`;
}

/** @param level of the headings right here */
export function blocks(content: readonly Block[], level: number, drawing: Drawing): Piece[] {
  return content.map((one) => block(one, level, drawing));
}
