/** A guide of the State's on the hosting's pages, whole without JavaScript. */
import type { Guide } from '@guichet/contracts/guide';
import { frenchDay } from '@guichet/contracts/words/day';
import { guideText } from '@guichet/contracts/words/guide-text';
import { attributes, markup, type Markup, type Piece } from '../html.js';
import { guidesAddress } from './address.js';
import { blocks } from './blocks.js';
import { drawingOf, type Drawing, type GuideView } from './drawing.js';
import { readOn } from './ending.js';
import { linkToGuide } from './inlines.js';
import { partsOf, type Parts } from './parts.js';
import { source } from './source.js';
import { guideWords } from './words.js';

function trail({ guide, administration, language }: GuideView, drawing: Drawing): Markup {
  const words = guideWords[language];
  const french = attributes({ lang: language === 'fr' ? undefined : 'fr' });
  const first = guidesAddress(administration, language, guide.audiences[0] ?? null);
  return markup`<nav class="trail" aria-label="${words.trail}">
    <ol>
      <li><a href="${first}">${words.title}</a></li>
      ${guide.trail.map((level) => markup`<li${french}>${linkToGuide(level, level.title, drawing)}</li>`)}
      <li${french}><span aria-current="page">${guide.title}</span></li>
    </ol>
  </nav>`;
}

/** What the source wants read before anything else. */
function warnings({ warning, isBeingUpdated }: Guide, drawing: Drawing): Piece {
  const updating =
    isBeingUpdated &&
    markup`<div role="note" class="box warning">
      <p><strong>${guideText.updating}</strong></p>
      <p>${guideText.updatingWhy}</p>
    </div>`;
  const warned =
    warning &&
    markup`<div role="note" class="box warning">
      <h2>${warning.title}</h2>
      ${warning.date && markup`<p><small>${guideText.warnedOn} ${frenchDay(warning.date)}</small></p>`}
      ${blocks(warning.blocks, 3, drawing)}
    </div>`;
  return [updating, warned];
}

const contentsOf = ({ contents, hasSections }: Parts): Piece =>
  hasSections &&
  markup`<nav class="contents" aria-label="${guideText.contents}">
    <p><strong>${guideText.contents}</strong></p>
    <ul>${contents.map(({ id, title }) => markup`<li><a href="#${id}">${title}</a></li>`)}</ul>
  </nav>`;

/** Where a source introduces nothing, what it says of what a folder holds. */
const introductionOf = ({ introduction, kind, title, description }: Guide, drawing: Drawing): Piece =>
  introduction.length === 0 && (kind === 'folder' || kind === 'theme')
    ? description !== title && markup`<p>${description}</p>`
    : blocks(introduction, 2, drawing);

export function guidePage(view: GuideView): Markup {
  const { guide, language } = view;
  const drawing = drawingOf(view);
  const { inFrench } = guideWords[language];
  const lang = language === 'fr' ? undefined : 'fr';
  // In the order of reading: what comes first gets the way back from the definitions.
  const before = [warnings(guide, drawing), introductionOf(guide, drawing)];
  const parts = partsOf(guide, drawing);
  return markup`${trail(view, drawing)}
    ${inFrench && markup`<p class="notice">${inFrench}</p>`}
    <article class="guide flow"${attributes({ lang })}>
      ${guide.overtitle && markup`<p class="over">${guide.overtitle}</p>`}
      <h1>${guide.title}</h1>
      ${before}${contentsOf(parts)}${parts.drawn}${readOn(guide, drawing)}
    </article>
    ${source(view)}`;
}
