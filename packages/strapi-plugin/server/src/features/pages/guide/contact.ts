/** Whom to turn to: the reader's mairie is whose page this is. */
import type { GuideContact } from '@guichet/contracts/guide';
import { attributes, markup, type Markup, type Piece } from '../html.js';
import { telephone } from '../layout.js';
import { guideText } from '../words/guide-text.js';
import { blocks, heading } from './blocks.js';
import type { Drawing } from './drawing.js';
import { linkOut } from './inlines.js';

const isMairie = ({ type, localService }: GuideContact) => type === 'local' && localService === 'mairie';

function mairie({ administration, opening, write }: NonNullable<Drawing['mairie']>): Markup {
  const { name, human } = administration;
  const { now, lines, language } = opening;
  return markup`<address class="flow">
    <p>
      <strong>${name}</strong><br />${human.address}<br />${guideText.phone} ${telephone(human.phone)}
    </p>
    ${
      (now ?? lines[0]) &&
      markup`<div>
        <strong>${guideText.hours}</strong>
        <div${attributes({ lang: language === 'fr' ? undefined : language })}>
          ${now && markup`<div>${now}</div>`}${lines.map((line) => markup`<div>${line}</div>`)}
        </div>
      </div>`
    }
    <p><a href="${write}">${guideText.write}</a></p>
  </address>`;
}

function where({ type, title, url }: GuideContact, isHere: boolean): Piece {
  if (!url) return null;
  if (isHere) return markup`<p>${linkOut(url, guideText.otherTownHall)}</p>`;
  const word = type === 'local' ? guideText.find : guideText.site;
  return markup`<p>${linkOut(url, markup`${word}<span class="unseen">\u00a0: ${title}</span>`)}</p>`;
}

export function contact(one: GuideContact, level: number, drawing: Drawing): Markup {
  const own = isMairie(one) ? drawing.mairie : null;
  return markup`<div class="card">
    ${heading(level, one.title)}
    ${one.complement && markup`<p>${one.complement}</p>`}
    ${own && mairie(own)}
    ${blocks(one.blocks, level + 1, drawing)}
    ${where(one, own !== null)}
  </div>`;
}
