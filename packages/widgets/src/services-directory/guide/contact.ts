/** Whom to turn to: where the directory has an office of the kind that the guide names, the resident's own. */
import type { Organisation } from '@guichet/contracts/directory';
import type { GuideContact } from '@guichet/contracts/guide';
import { guideText } from '@guichet/contracts/words/guide-text';
import { html, nothing, type TemplateResult } from 'lit';
import { telephone } from '../../shared/human.js';
import { blocks, heading } from './blocks.js';
import type { Drawing } from './drawing.js';
import { linkOut } from './lines.js';

function office(one: Organisation, { context }: Drawing): TemplateResult {
  const { id, name, phones } = one;
  const opening = context.opening(one);
  return html`<li>
    <a class="name" href=${context.organisationHref(id)}>${name}</a>
    ${opening ? html`<div lang=${context.language}>${opening}</div>` : nothing}
    ${phones.map(
      ({ number, label }) =>
        html`<div>${label ? `${label}\u00a0: ` : guideText.phone} ${telephone(number)}</div>`,
    )}
  </li>`;
}

/** Where to find it, or another than the resident's own. */
function where({ type, title, localService, url }: GuideContact, isHere: boolean): unknown {
  if (!url) return nothing;
  if (isHere && localService === 'mairie') return html`<p>${linkOut(url, guideText.otherTownHall)}</p>`;
  const word = isHere ? guideText.findOther : type === 'local' ? guideText.find : guideText.site;
  return html`<p>${linkOut(url, html`${word}<span class="unseen">&nbsp;: ${title}</span>`)}</p>`;
}

export function contact(one: GuideContact, depth: number, drawing: Drawing): TemplateResult {
  const { type, title, complement, localService } = one;
  const isOurs = ({ kind }: Organisation) => type === 'local' && kind !== null && kind === localService;
  const offices = drawing.context.organisations.filter(isOurs);
  return html`<div class="card flow">
    ${heading(depth, title, drawing)} ${complement ? html`<p>${complement}</p>` : nothing}
    ${
      offices.length > 0
        ? html`<ul class="offices">
            ${offices.map((each) => office(each, drawing))}
          </ul>`
        : nothing
    }
    ${blocks(one.blocks, depth + 1, drawing)} ${where(one, offices.length > 0)}
  </div>`;
}
