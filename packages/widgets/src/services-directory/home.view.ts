import type { DirectoryProcedure, Organisation } from '@guichet/contracts/directory';
import { html, nothing, type TemplateResult } from 'lit';
import { heading, VIEW } from '../shared/heading.js';
import { telephone } from '../shared/human.js';
import { openingView, procedureItem, SEARCH, type View } from './view.js';

/** What of it changes once somebody does something; drawn by what is loaded after the first paint. */
export interface Home {
  /** What is in the search field. */
  text: string;
  /** What could not be loaded, as a sentence. */
  notice?: string | false;
  /** In the place of what is listed: what was found. */
  found?: unknown;
  /** What chooses among all that is listed, and what was chosen. */
  filters?: unknown;
  chosen?: unknown;
  organisations: readonly Organisation[];
  procedures: readonly DirectoryProcedure[];
  /** How many are shown of each list. */
  shown: { organisations: number; procedures: number };
}

/** How many of a list are shown at once. */
export const PAGE = 20;

/** Where everything begins: the search, and all that there is, by theme and as lists. */
export function homeView(home: Home, view: View): TemplateResult {
  const { words, level, administration } = view;
  return html`<div class="stack">
    <div>
      ${heading(level, words.title, VIEW)}
      <p>${words.intro}</p>
    </div>
    ${searchView(home, view)}
    ${
      home.notice
        ? html`<p class="notice">${home.notice} ${words.phone} ${telephone(administration.human.phone)}</p>`
        : nothing
    }
    ${home.found ?? [guidesView(view), listsView(home, view)]}
  </div>`;
}

function searchView({ text }: Home, { words }: View): TemplateResult {
  return html`<div role="search" class="field">
    <label for=${SEARCH}>${words.search}</label>
    <p class="hint" id="q-hint">${words.searchHint}</p>
    <input
      id=${SEARCH}
      type="search"
      aria-describedby="q-hint"
      autocomplete="off"
      autocapitalize="none"
      enterkeyhint="search"
      maxlength="200"
      .value=${text}
    />
    ${
      text
        ? html`<div><button type="button" class="plain" name="clear">${words.clear}</button></div>`
        : nothing
    }
  </div>`;
}

/** The State's guides, from their themes and from the events of a life. */
function guidesView({ words, level, directory, href }: View): unknown {
  const lists = (['themes', 'lifeEvents'] as const).filter((name) => directory[name].length);
  return lists.length
    ? html`<section class="group">
        ${heading(level + 1, words.guides)}
        <div class="pair">
          ${lists.map(
            (name) =>
              html`<details>
                <summary>${words[name]}</summary>
                <ul class="columns" lang="fr">
                  ${directory[name].map(
                    ({ id, title }) => html`<li><a href=${href({ view: 'guide', id })}>${title}</a></li>`,
                  )}
                </ul>
              </details>`,
          )}
        </div>
      </section>`
    : nothing;
}

function listsView(home: Home, view: View): TemplateResult {
  const { words, directory } = view;
  return html`${
    directory.organisations.length > 1
      ? html`<details class="filters">
          <summary>${words.filters}</summary>
          ${home.filters}
        </details>`
      : nothing
  }
  ${home.chosen} ${listView('procedures', home, view, procedureItem)}
  ${listView('organisations', home, view, organisationItem)}`;
}

function listView<Name extends 'organisations' | 'procedures'>(
  name: Name,
  home: Home,
  view: View,
  item: (each: Home[Name][number], view: View) => TemplateResult,
): unknown {
  const { words, level } = view;
  const all: readonly Home[Name][number][] = home[name];
  const left = all.length - home.shown[name];
  return all.length
    ? html`<section class="group">
        ${heading(level + 1, words[name])}
        <ul class="list" id=${name}>
          ${all.slice(0, home.shown[name]).map((each) => html`<li>${item(each, view)}</li>`)}
        </ul>
        ${
          left > 0
            ? html`<div><button type="button" name="more" value=${name}>${words.more(left)}</button></div>`
            : nothing
        }
      </section>`
    : nothing;
}

function organisationItem(organisation: Organisation, view: View): TemplateResult {
  const { id, name, level, phones } = organisation;
  const [phone] = phones;
  return html`<a class="name" href=${view.href({ view: 'organisation', id })} lang="fr">${name}</a>
    <span class="kind">${view.words.levels[level]}</span>
    ${openingView(organisation, view)} ${phone ? html`<span>${telephone(phone.number)}</span>` : nothing}`;
}
