/** All that is known of an organisation, and what can be started with it. */
import type { Organisation } from '@guichet/contracts/directory';
import { hostOf, mapOf } from '@guichet/contracts/directory-place';
import { openingLines } from '@guichet/contracts/opening-lines';
import { openingWords } from '../../../domain/opening-sentence.js';
import { linkOut } from '../guide/inlines.js';
import { guideWords } from '../guide/words.js';
import { markup, type Markup, type Piece } from '../html.js';
import { pageAddress, telephone } from '../layout.js';
import { home } from './place.js';
import { inFrench, opening, procedureItem, type ServicesView } from './view.js';
import { detailsWords, directoryWords } from './words.js';

export function organisationPage(organisation: Organisation, view: ServicesView): Markup {
  const { language, directory, href } = view;
  const words = directoryWords[language];
  const details = detailsWords[language];
  const { id, name, level, description, accessibility } = organisation;
  const procedures = directory.procedures.filter((one) => one.organisation === id);
  return markup`<p class="no-print"><a href="${href(home)}">${words.back}</a></p>
    <article class="stack">
      <div class="facts">
        <h1${inFrench(view)}>${name}</h1>
        <p class="standing"><span class="kind">${words.levels[level]}</span> ${opening(organisation, view)}</p>
        ${description && markup`<p class="text"${inFrench(view)}>${description}</p>`}
      </div>
      ${writing(organisation, view)}
      <section class="stack"><h2>${details.hours}</h2>${hours(organisation, view)}</section>
      <section class="stack"><h2>${details.contact}</h2>${contact(organisation, view)}</section>
      ${
        accessibility &&
        markup`<section class="stack"><h2>${details.accessibility}</h2><p class="text"${inFrench(view)}>${accessibility}</p></section>`
      }
      ${
        procedures.length > 0 &&
        markup`<section class="stack"><h2>${details.startHere}</h2><ul class="list">${procedures.map(
          (one) => markup`<li>${procedureItem(one, view, false)}</li>`,
        )}</ul></section>`
      }
      ${source(organisation, view)}
    </article>`;
}

/** The administration's own entry has no recipient: the general form is for it. */
function writing(
  { id, recipient }: Organisation,
  { administration, language, directory }: ServicesView,
): Piece {
  const isItself = id === directory.organisations[0]?.id;
  if (recipient === null && !isItself) return null;
  const address = pageAddress('contactPage', administration, language);
  const href = recipient === null ? address : `${address}&recipient=${encodeURIComponent(recipient)}`;
  const text = recipient === null ? directoryWords[language].write : detailsWords[language].write;
  return markup`<p class="no-print"><a class="button main" href="${href}">${text}</a></p>`;
}

function hours({ openingHours, hoursNote }: Organisation, view: ServicesView): Piece {
  const { today, administration, language } = view;
  const lines = openingHours
    ? openingLines(openingHours, today, administration.holidays, openingWords[language])
    : [];
  return [
    lines.length > 0 && markup`<ul class="lines">${lines.map((line) => markup`<li>${line}</li>`)}</ul>`,
    hoursNote && markup`<p class="text"${inFrench(view)}>${hoursNote}</p>`,
    !lines.length && !hoursNote && markup`<p>${detailsWords[language].noHours}</p>`,
  ];
}

function contact(organisation: Organisation, view: ServicesView): Markup {
  const { address, phones, email, contactForm, website } = organisation;
  const { language } = view;
  const details = detailsWords[language];
  const says = guideWords[language].elsewhere;
  const fact = (label: string, value: Piece) => markup`<div><dt>${label}</dt><dd>${value}</dd></div>`;
  const site = (url: string) => linkOut(url, hostOf(url), { says });
  return markup`<dl class="facts">
    ${
      phones.length > 0 &&
      fact(
        details.phones,
        phones.map(
          ({ number, label }) =>
            markup`<div>${telephone(number)}${label && markup` <span${inFrench(view)}>(${label})</span>`}</div>`,
        ),
      )
    }
    ${
      address &&
      fact(
        details.address,
        markup`<div class="text"${inFrench(view)}>${address}</div><div class="no-print">${linkOut(mapOf(organisation), details.map, { says })}</div>`,
      )
    }
    ${email && fact(details.email, markup`<a href="mailto:${encodeURI(email)}">${email}</a>`)}
    ${contactForm && fact(details.contactForm, site(contactForm))}
    ${website && fact(details.website, site(website))}
  </dl>`;
}

/** The licence ouverte 2.0 asks for the source and its date. */
function source({ source: from }: Organisation, { language }: ServicesView): Piece {
  if (!from) return null;
  const words = guideWords[language];
  const { before, after } = detailsWords[language].source(from.updatedOn ? words.day(from.updatedOn) : '');
  return markup`<p><small>${before}${linkOut(from.url, from.name, { says: words.elsewhere })}${after}</small></p>`;
}
