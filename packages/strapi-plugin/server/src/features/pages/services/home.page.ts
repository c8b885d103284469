/** Where everything begins: the search, and all that there is, by theme and as lists. */
import { anything, chosen } from '@guichet/contracts/directory-choice';
import type { DirectoryProcedure, Level, Organisation } from '@guichet/contracts/directory';
import { pathOf } from '@guichet/contracts/routes';
import { guideAddress, guidesAddress } from '../guide/address.js';
import { sourceLine } from '../guide/source.js';
import { guideWords } from '../guide/words.js';
import { attributes, markup, type Markup, type Piece } from '../html.js';
import { telephone } from '../layout.js';
import { home, type HomePlace, PAGE } from './place.js';
import { inFrench, opening, procedureItem, type ServicesView } from './view.js';
import { directoryWords } from './words.js';

/** @param results of what was looked for; null where nothing was */
export function homePage(place: HomePlace, results: Markup | null, view: ServicesView): Markup {
  const { title, intro } = directoryWords[view.language];
  return markup`<h1>${title}</h1>
    <p>${intro}</p>
    ${searchForm(place, view)}
    ${results ?? [guides(view), lists(place, view)]}`;
}

function searchForm({ text }: HomePlace, { administration, language, href }: ServicesView): Markup {
  const words = directoryWords[language];
  return markup`<form role="search" class="search" action="${pathOf('servicesPage', administration.code)}#resultats">
    <input type="hidden" name="lang" value="${language}" />
    <div class="field">
      <label for="q">${words.search}</label>
      <p class="hint" id="q-hint">${words.searchHint}</p>
      <input${attributes({ id: 'q', name: 'q', type: 'search', value: text, maxlength: 200, autocomplete: 'off', autocapitalize: 'none', 'aria-describedby': 'q-hint' })} />
    </div>
    <div class="actions">
      <button class="main">${words.find}</button>
      ${text && markup`<a href="${href(home)}">${words.clear}</a>`}
    </div>
  </form>`;
}

/** The State's guides, from their themes and from the events of a life. */
function guides(view: ServicesView): Piece {
  const { directory, administration, language } = view;
  const words = directoryWords[language];
  const named = (['themes', 'lifeEvents'] as const).filter((name) => directory[name].length);
  return (
    named.length > 0 &&
    markup`<section class="stack">
      <h2>${words.guides}</h2>
      ${named.map(
        (name) =>
          markup`<details><summary>${words[name]}</summary><ul class="columns"${inFrench(view)}>${directory[
            name
          ].map(
            ({ id, title }) =>
              markup`<li><a href="${guideAddress(administration, language, id, null)}">${title}</a></li>`,
          )}</ul></details>`,
      )}
      <p class="no-print"><a href="${guidesAddress(administration, language, null)}">${guideWords[language].title}</a></p>
      ${sourceLine(language)}
    </section>`
  );
}

function lists(place: HomePlace, view: ServicesView): Piece {
  const { directory, language, href, openingOf } = view;
  const words = directoryWords[language];
  const { choice } = place;
  const { organisations, procedures } = chosen(directory, choice, (one) => !!openingOf(one)?.isOpen);
  const isChosen = choice.levels.size > 0 || choice.openNow || choice.online;
  return [
    directory.organisations.length > 1 && filters(place, isChosen, view),
    isChosen &&
      markup`<div class="actions" id="liste">
        <p>${words.listed(organisations.length, procedures.length) || words.nothingListed}</p>
        <a href="${href({ ...place, choice: anything, count: PAGE })}">${words.reset}</a>
      </div>`,
    list('procedures', procedures, place, (one) => procedureItem(one, view), view),
    list('organisations', organisations, place, (one) => organisationItem(one, view), view),
  ];
}

function filters({ choice }: HomePlace, isChosen: boolean, view: ServicesView): Markup {
  const { administration, directory, language } = view;
  const words = directoryWords[language];
  const there = (Object.keys(words.levels) as Level[]).filter((level) =>
    directory.organisations.some((one) => one.level === level),
  );
  const box = (name: string, value: string, label: string, checked: boolean) =>
    markup`<label class="choice"><input${attributes({ type: 'checkbox', name, value, checked })} /><span>${label}</span></label>`;
  return markup`<details class="no-print"${attributes({ open: isChosen })}>
    <summary>${words.filters}</summary>
    <form action="${pathOf('servicesPage', administration.code)}#liste">
      <input type="hidden" name="lang" value="${language}" />
      <div class="pair filters">
        ${
          there.length > 1 &&
          markup`<fieldset>
            <legend>${words.level}</legend>
            ${there.map((level) => box('niveau', level, words.levels[level], choice.levels.has(level)))}
          </fieldset>`
        }
        <fieldset>
          <legend>${words.conditions}</legend>
          ${box('ouvert', '1', words.openNow, choice.openNow)}
          ${box('en-ligne', '1', words.online, choice.online)}
        </fieldset>
      </div>
      <div class="actions"><button>${words.show}</button></div>
    </form>
  </details>`;
}

function list<Each extends Organisation | DirectoryProcedure>(
  name: 'organisations' | 'procedures',
  all: readonly Each[],
  place: HomePlace,
  item: (one: Each) => Markup,
  view: ServicesView,
): Piece {
  const words = directoryWords[view.language];
  const left = all.length - place.count;
  // The list goes on where one was.
  const more = `${view.href({ ...place, count: place.count + PAGE })}#${name}-${place.count}`;
  return (
    all.length > 0 &&
    markup`<section class="stack">
      <h2>${words[name]}</h2>
      <ul class="list">${all
        .slice(0, place.count)
        .map(
          (one, i) =>
            markup`<li${attributes({ id: i > 0 && i % PAGE === 0 ? `${name}-${i}` : undefined })}>${item(one)}</li>`,
        )}</ul>
      ${left > 0 && markup`<p class="no-print"><a href="${more}">${words.more(left)}</a></p>`}
    </section>`
  );
}

function organisationItem(organisation: Organisation, view: ServicesView): Markup {
  const { id, name, level, phones } = organisation;
  const [phone] = phones;
  return markup`<a class="name" href="${view.href({ kind: 'organisation', id })}"${inFrench(view)}>${name}</a>
    <span class="kind">${directoryWords[view.language].levels[level]}</span>
    ${opening(organisation, view)}
    ${phone && markup`<span>${telephone(phone.number)}</span>`}`;
}
