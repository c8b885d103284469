/** Cases of which one is the reader's. */
import type { Block, GuideCase } from '@guichet/contracts/guide';
import { guideText } from '@guichet/contracts/words/guide-text';
import { html, nothing, type TemplateResult } from 'lit';
import { blocks, section } from './blocks.js';
import type { Drawing } from './drawing.js';
import { inlines } from './lines.js';
import { choose, chosenOf, nameOf } from './memory.js';

type Cases = Extract<Block, { is: 'cases' }>;

/** Whether the browser looks for words in what is hidden too, and tells where it found some. */
const findsHidden = 'onbeforematch' in HTMLElement.prototype;

interface Panel {
  name: string;
  role: 'tabpanel' | 'group';
  isShown: boolean;
  show: () => void;
}

/** A case, under its title where it is printed: all of them are. */
function panel(
  { title, blocks: content }: GuideCase,
  { name, role, isShown, show }: Panel,
  depth: number,
  drawing: Drawing,
): TemplateResult {
  return html`<div
    class="panel flow"
    role=${role}
    id="${name}-panel"
    aria-labelledby=${name}
    aria-hidden=${isShown ? nothing : 'true'}
    hidden=${isShown ? nothing : findsHidden ? 'until-found' : ''}
    tabindex=${isShown && role === 'tabpanel' ? 0 : nothing}
    @beforematch=${show}
  >
    <p class="printed" aria-hidden="true"><strong>${inlines(title, drawing, true)}</strong></p>
    ${blocks(content, depth, drawing)}
  </div>`;
}

/** Keys of tabs (ARIA Authoring Practices Guide): to another tab, which is shown at once. */
const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

function tabs(one: Cases, depth: number, drawing: Drawing): TemplateResult {
  const chosen = chosenOf(one) ?? 0;
  const show = (at: number) => {
    choose(one, at);
    drawing.context.requestUpdate();
  };
  const move = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, currentTarget } = event;
    const step = !altKey && !ctrlKey && !metaKey && steps[key];
    if (!step) return;
    event.preventDefault();
    const at = step(chosen, one.cases.length);
    show(at);
    ((currentTarget as Element).children[at] as HTMLElement).focus();
  };
  const name = nameOf(one);
  return html`<div class="cases">
    <p id=${name}>${guideText.choose}</p>
    <div role="tablist" aria-labelledby=${name} @keydown=${move}>
      ${one.cases.map((each, at) => {
        const isChosen = at === chosen;
        return html`<button
          type="button"
          role="tab"
          id=${nameOf(each)}
          aria-selected=${isChosen ? 'true' : 'false'}
          aria-controls="${nameOf(each)}-panel"
          tabindex=${isChosen ? 0 : -1}
          @click=${() => show(at)}
        >
          ${inlines(each.title, drawing, true)}
        </button>`;
      })}
    </div>
    ${one.cases.map((each, at) => {
      const isShown = at === chosen;
      return panel(
        each,
        { name: nameOf(each), role: 'tabpanel', isShown, show: () => show(at) },
        depth,
        drawing,
      );
    })}
  </div>`;
}

function choice(one: Cases, depth: number, drawing: Drawing): TemplateResult {
  const chosen = chosenOf(one);
  const show = (at: number) => {
    choose(one, at);
    drawing.context.requestUpdate();
  };
  return html`<div class="cases">
    <fieldset>
      <legend>${guideText.choose}</legend>
      ${one.cases.map(
        (each, at) =>
          html`<label class="choice">
            <input type="radio" name=${nameOf(one)} .checked=${at === chosen} @change=${() => show(at)} />
            <span id=${nameOf(each)}>${inlines(each.title, drawing, true)}</span>
          </label>`,
      )}
    </fieldset>
    ${one.cases.map((each, at) => {
      const isShown = at === chosen;
      return panel(
        each,
        { name: nameOf(each), role: 'group', isShown, show: () => show(at) },
        depth,
        drawing,
      );
    })}
  </div>`;
}

/** What comes in order, or alone, is all shown. */
export function cases(one: Cases, depth: number, drawing: Drawing): unknown {
  if (one.show === 'sequence' || one.cases.length < 2)
    return one.cases.map((each) => section(each, depth, drawing));
  return (one.show === 'tabs' ? tabs : choice)(one, depth, drawing);
}
