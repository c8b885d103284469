/** What a guide ends with: its definitions, and, folded, where to read on. */
import type { Guide } from '@guichet/contracts/guide';
import { guideText } from '@guichet/contracts/words/guide-text';
import { markup, type Markup, type Piece } from '../html.js';
import { blocks } from './blocks.js';
import type { Drawing } from './drawing.js';
import { guideLinks, webPages } from './inlines.js';

/** Drawn after the text, which tells the terms that a way back leads to. */
export function definitions({ definitions: all }: Guide, drawing: Drawing): Markup {
  const drawn = all.map((one) => ({ ...one, content: blocks(one.blocks, 3, drawing) }));
  return markup`<dl class="flow">${drawn.map(({ id, title, content }) => {
    const back =
      drawing.used.has(id) &&
      markup`<p><a href="#use-${id}">${guideText.back}<span class="unseen">\u00a0: ${title}</span></a></p>`;
    return markup`<div><dt id="def-${id}">${title}</dt><dd>${content}${back}</dd></div>`;
  })}</dl>`;
}

export function abbreviations({ abbreviations: all }: Guide): Markup {
  return markup`<dl>${all.map(({ title, text }) => markup`<div><dt>${title}</dt><dd>${text}</dd></div>`)}</dl>`;
}

const folded = (title: string, count: number, content: Piece): Piece =>
  count > 0 && markup`<details class="fold"><summary>${title} (${count})</summary>${content}</details>`;

export function readOn(guide: Guide, drawing: Drawing): Piece {
  const { questions, howTo, seeAlso, learnMore, references } = guide;
  const all = [
    folded(guideText.questions, questions.length, guideLinks(questions, drawing)),
    folded(guideText.howTo, howTo.length, guideLinks(howTo, drawing)),
    folded(guideText.seeAlso, seeAlso.length, guideLinks(seeAlso, drawing)),
    folded(guideText.learnMore, learnMore.length, webPages(learnMore)),
    folded(guideText.references, references.length, webPages(references)),
  ];
  return all.some(Boolean) && markup`<div class="folds">${all}</div>`;
}
