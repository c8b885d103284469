/** What a guide ends with, folded: what its terms mean, and where to read on. */
import type { Guide } from '@guichet/contracts/guide';
import { guideText } from '@guichet/contracts/words/guide-text';
import { html, nothing, type TemplateResult } from 'lit';
import { blocks } from './blocks.js';
import type { Drawing } from './drawing.js';
import { guideLinks, webPages } from './lines.js';
import { isOpen, setOpen } from './memory.js';

/** Printed too, where nobody can open one in its place. */
function definitions(all: Guide['definitions'], drawing: Drawing): TemplateResult {
  const plain = { ...drawing, definitionOf: () => undefined };
  return html`<dl class="flow">
    ${all.map(
      ({ title, blocks: content }) =>
        html`<div>
          <dt>${title}</dt>
          <dd>${blocks(content, 2, plain)}</dd>
        </div>`,
    )}
  </dl>`;
}

const abbreviations = (all: Guide['abbreviations']): TemplateResult =>
  html`<dl class="flow">
    ${all.map(
      ({ title, text }) =>
        html`<div>
          <dt>${title}</dt>
          <dd>${text}</dd>
        </div>`,
    )}
  </dl>`;

function folded<T>(
  title: string,
  all: readonly T[],
  content: (all: readonly T[]) => unknown,
  drawing: Drawing,
) {
  if (all.length === 0) return nothing;
  const turn = ({ currentTarget }: Event) => {
    setOpen(all, (currentTarget as HTMLDetailsElement).open);
    drawing.context.requestUpdate();
  };
  return html`<details ?open=${isOpen(all)} @toggle=${turn}>
    <summary>${title} (${all.length})</summary>
    ${content(all)}
  </details>`;
}

export function ending(guide: Guide, drawing: Drawing): unknown {
  const { questions, howTo, seeAlso, learnMore, references } = guide;
  const links = (all: Guide['seeAlso']) => guideLinks(all, drawing);
  return html`<div class="folds">
    ${folded(guideText.definitions, guide.definitions, () => definitions(guide.definitions, drawing), drawing)}
    ${folded(guideText.abbreviations, guide.abbreviations, () => abbreviations(guide.abbreviations), drawing)}
    ${folded(guideText.questions, questions, () => links(questions), drawing)}
    ${folded(guideText.howTo, howTo, () => links(howTo), drawing)}
    ${folded(guideText.seeAlso, seeAlso, () => links(seeAlso), drawing)}
    ${folded(guideText.learnMore, learnMore, webPages, drawing)}
    ${folded(guideText.references, references, webPages, drawing)}
  </div>`;
}
