/** Whom to turn to: the reader's mairie is whose page this is, and its directory knows the other offices. */
import type { GuideContact } from '@guichet/contracts/guide';
import { guideText } from '@guichet/contracts/words/guide-text';
import { attributes, markup, type Markup, type Piece } from '../html.js';
import { telephone } from '../layout.js';
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

function where({ type, title, localService, url }: GuideContact, isHere: boolean): Piece {
  if (!url) return null;
  if (isHere && localService === 'mairie') return markup`<p>${linkOut(url, guideText.otherTownHall)}</p>`;
  const word = isHere ? guideText.findOther : type === 'local' ? guideText.find : guideText.site;
  return markup`<p>${linkOut(url, markup`${word}<span class="unseen">\u00a0: ${title}</span>`)}</p>`;
}

export function contact(one: GuideContact, level: number, drawing: Drawing): Markup {
  const own = isMairie(one) ? drawing.mairie : null;
  const offices = one.type === 'local' && one.localService ? drawing.offices(one.localService) : [];
  return markup`<div class="card">
    ${heading(level, one.title)}
    ${one.complement && markup`<p>${one.complement}</p>`}
    ${own && mairie(own)}
    ${offices.length > 0 && markup`<ul>${offices.map((office) => markup`<li>${office}</li>`)}</ul>`}
    ${blocks(one.blocks, level + 1, drawing)}
    ${where(one, own !== null || offices.length > 0)}
  </div>`;
}
