import { audienceWord } from '@guichet/contracts/guide/audience';
import { html, nothing, type TemplateResult } from 'lit';
import { heading, VIEW } from '../shared/heading.js';
import { telephone } from '../shared/human.js';
import { home } from './address.js';
import { chosen } from '@guichet/contracts/directory-choice';
import { type DetailsView, detailsView, sharingView } from './details.view.js';
import { chosenView, filtersView } from './filters.view.js';
import { homeView } from './home.view.js';
import type { DirectoryController } from './services-directory.controller.js';
import type { DirectoryState } from './services-directory.state.js';

/** What the body of a guide asks of the element. */
export interface Asking {
  requestUpdate(): void;
  announce(text: string): void;
}

/** Where the resident is. */
export function bodyView(controller: DirectoryController, view: DetailsView, asking: Asking): TemplateResult {
  const { state, text } = controller;
  const { words } = view;
  return state.kind === 'home'
    ? homeBody(controller, view)
    : html`<p class="back screen-only">
          <a href=${view.href(home(text))}
            ><span aria-hidden="true">←&nbsp;</span>${text ? words.backToResults : words.back}</a
          >
        </p>
        ${awayBody(state, controller, view, asking)}`;
}

function homeBody(controller: DirectoryController, view: DetailsView): TemplateResult {
  const { text, search, results, choice, shown } = controller;
  const { words, directory, isOpen } = view;
  const listed = chosen(directory, choice, isOpen);
  const found =
    search.kind === 'found'
      ? results!.resultsView(search.found, text, shown.found, view)
      : search.kind === 'loading'
        ? html`<p>${words.searching}</p>`
        : undefined;
  return homeView(
    {
      text,
      notice: search.kind === 'stuck' && words.searchStuck,
      found,
      filters: filtersView(choice, view),
      chosen: chosenView(choice, listed, view),
      shown,
      ...listed,
    },
    view,
  );
}

function awayBody(
  state: Exclude<DirectoryState, { kind: 'home' }>,
  { guideView }: DirectoryController,
  view: DetailsView,
  asking: Asking,
): unknown {
  const { words, administration, language, level } = view;
  const notice = (title: string, button: unknown = nothing) =>
    html`<div class="notice" role="group">
      ${heading(level, title, VIEW)}
      <p>${words.phone} ${telephone(administration.human.phone)}</p>
      ${button}
    </div>`;
  switch (state.kind) {
    case 'loading':
      return heading(level, words.loading, VIEW);
    case 'missing':
      return notice(words.notFound);
    case 'stuck':
      return notice(
        words.notLoaded,
        html`<div><button type="button" name="retry">${words.retry}</button></div>`,
      );
    case 'guide':
      return html`<div class="stack">
        ${guideView!.guideView(state.guide, {
          language,
          administration,
          level,
          organisations: view.directory.organisations,
          guideHref: (id, audience) => view.href({ view: 'guide', id, pour: audienceWord(audience) }),
          organisationHref: (id) => view.href({ view: 'organisation', id }),
          opening: (organisation) => view.openingOf(organisation)?.sentence ?? '',
          ...asking,
        })}
        ${sharingView(view)}
      </div>`;
    case 'organisation':
    case 'procedure':
      return html`<div class="stack">${detailsView(state, view)} ${sharingView(view)}</div>`;
  }
}
