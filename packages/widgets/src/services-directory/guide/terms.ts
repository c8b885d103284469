/** Terms that a guide defines: each opens its explanation under the line that it stands in. */
import type { Inline } from '@guichet/contracts/guide';
import { guideText } from '@guichet/contracts/words/guide-text';
import { html, nothing, type TemplateResult } from 'lit';
import { blocks } from './blocks.js';
import type { Drawing } from './drawing.js';
import { isOpen, nameOf, setOpen } from './memory.js';

type Term = Extract<Inline, { is: 'term' }>;

/** Opens or closes, and leads to what is opened, or back to the term. */
function turn(term: Term, at: EventTarget | null, { context }: Drawing): void {
  setOpen(term, !isOpen(term));
  context.requestUpdate();
  const root = (at as Element).getRootNode() as ShadowRoot;
  const name = nameOf(term);
  // Once it is drawn.
  setTimeout(() => root.getElementById(isOpen(term) ? name : `${name}-term`)?.focus());
}

/** Ours alone: a dialog of the page around is not to close with it. */
function closeByEscape(event: KeyboardEvent, term: Term, drawing: Drawing): void {
  if (event.key !== 'Escape' || !isOpen(term)) return;
  event.preventDefault();
  event.stopPropagation();
  turn(term, event.currentTarget, drawing);
}

export function termButton(term: Term, content: unknown, drawing: Drawing): TemplateResult {
  const open = isOpen(term);
  return html`<button
    type="button"
    class="term"
    id="${nameOf(term)}-term"
    aria-expanded=${open ? 'true' : 'false'}
    aria-controls=${open ? nameOf(term) : nothing}
    @click=${(event: Event) => turn(term, event.currentTarget, drawing)}
    @keydown=${(event: KeyboardEvent) => closeByEscape(event, term, drawing)}
  >
    ${content}
  </button>`;
}

const openIn = (content: readonly Inline[]): Term[] =>
  content.flatMap((one) => {
    if (typeof one === 'string') return [];
    return one.is === 'term' && isOpen(one) ? [one] : openIn(one.content);
  });

/** The explanations that are open of a line, to stand under it. */
export function explained(content: readonly Inline[], depth: number, drawing: Drawing): TemplateResult[] {
  return openIn(content).map((term) => {
    const definition = drawing.definitionOf(term.id);
    return html`<div
      class="explanation"
      role="group"
      tabindex="-1"
      id=${nameOf(term)}
      aria-label=${definition?.title ?? nothing}
      @keydown=${(event: KeyboardEvent) => closeByEscape(event, term, drawing)}
    >
      <p><strong>${definition?.title}</strong></p>
      ${blocks(definition?.blocks ?? [], depth, { ...drawing, definitionOf: () => undefined })}
      <div>
        <button
          type="button"
          class="plain"
          @click=${(event: Event) => turn(term, event.currentTarget, drawing)}
        >
          ${guideText.close}
        </button>
      </div>
    </div>`;
  });
}
