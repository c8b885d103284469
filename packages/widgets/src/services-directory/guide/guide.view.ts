/** One of the State's guides, as it is read inside the widget. */
import type { Guide, ShownGuide } from '@guichet/contracts/guide';
import { frenchDay } from '@guichet/contracts/words/day';
import type { GuideWords } from '@guichet/contracts/words/guide';
import { guideEn } from '@guichet/contracts/words/guide.en';
import { guideFr } from '@guichet/contracts/words/guide.fr';
import { guideText } from '@guichet/contracts/words/guide-text';
import { html, nothing, type TemplateResult } from 'lit';
import { heading as title, VIEW } from '../../shared/heading.js';
import type { GuideContext } from '../guide-context.js';
import { blocks, heading } from './blocks.js';
import { drawingOf, type Drawing } from './drawing.js';
import { ending } from './ending.js';
import { linkToGuide } from './lines.js';
import { partsOf } from './parts.js';
import { source } from './source.js';

export { guideStyles } from './guide.styles.js';

// Both are so short that it would take longer to load one of them.
const words: Record<GuideContext['language'], GuideWords> = { fr: guideFr, en: guideEn };

function trail({ trail: levels }: Guide, name: string, drawing: Drawing): unknown {
  return levels.length > 0
    ? html`<nav class="trail" aria-label=${name}>
        <ol>
          ${levels.map((level) => html`<li lang="fr">${linkToGuide(level, level.title, drawing)}</li>`)}
        </ol>
      </nav>`
    : nothing;
}

/** What the source wants read before anything else. */
function warnings({ warning, isBeingUpdated }: Guide, drawing: Drawing): unknown[] {
  const updating = html`<div role="note" class="box warning">
    <p><strong>${guideText.updating}</strong></p>
    <p>${guideText.updatingWhy}</p>
  </div>`;
  const warned =
    warning &&
    html`<div role="note" class="box warning">
      ${heading(2, warning.title, drawing)}
      ${warning.date ? html`<p><small>${guideText.warnedOn} ${frenchDay(warning.date)}</small></p>` : nothing}
      ${blocks(warning.blocks, 3, drawing)}
    </div>`;
  return [isBeingUpdated ? updating : nothing, warned ?? nothing];
}

/** Where a source introduces nothing, what it says of what a folder holds. */
function introductionOf({ introduction, kind, title: named, description }: Guide, drawing: Drawing): unknown {
  const isIndex = kind === 'folder' || kind === 'theme';
  if (introduction.length > 0 || !isIndex) return blocks(introduction, 2, drawing);
  return description && description !== named ? html`<p>${description}</p>` : nothing;
}

export function guideView(shown: ShownGuide, context: GuideContext): TemplateResult {
  const { guide } = shown;
  const { language, level } = context;
  const drawing = drawingOf(shown, context);
  const { inFrench, trail: trailName } = words[language];
  const parts = partsOf(guide, drawing);
  return html`<div class="guide">
    ${trail(guide, trailName, drawing)}
    ${inFrench === null ? nothing : html`<p class="notice">${inFrench}</p>`}
    <article class="flow" lang="fr">
      <div>
        ${guide.overtitle ? html`<p class="over">${guide.overtitle}</p>` : nothing}
        ${title(level, guide.title, VIEW)}
      </div>
      ${warnings(guide, drawing)} ${introductionOf(guide, drawing)} ${parts.contents ?? nothing}
      ${parts.drawn} ${ending(guide, drawing)}
    </article>
    ${source(shown, words[language], drawing)}
  </div>`;
}
