import { isApiError } from '@guichet/client/api-error';
import { late } from '@guichet/client/late';
import type { DirectoryReading } from '@guichet/client/port';
import type { Directory } from '@guichet/contracts/directory';
import type { DirectorySearch } from '@guichet/contracts/directory-search';
import type { ShownGuide } from '@guichet/contracts/guide';
import { audienceFrom } from '@guichet/contracts/guide/audience';
import type { CSSResult } from 'lit';
import { anything, type Choice } from '@guichet/contracts/directory-choice';
import { home } from './address.js';
import { PAGE } from './home.view.js';
import { fragmentOf, type Place } from './place.js';
import type { DirectoryState, SearchState } from './services-directory.state.js';

const RESULTS = 30;

const loadSearch = late(() => import('./results.view.js'));
const loadGuideView = late(() => import('./guide/guide.view.js'));

type Results = Awaited<ReturnType<typeof loadSearch>>;
type GuideView = Awaited<ReturnType<typeof loadGuideView>>;

/** What the controller needs of the element. */
export interface DirectoryHost {
  requestUpdate(): void;
  /** The network, and what was read by it. */
  inHand(): { client: DirectoryReading; directory: Directory };
  /** The styles of a view that was loaded. */
  adopt(styles: CSSResult): void;
}

/** Where the resident is in the directory, and what is in hand for it. */
export class DirectoryController {
  state: DirectoryState = { kind: 'home' };
  search: SearchState = { kind: 'idle' };
  /** What is in the search field. */
  text = '';
  place: Place = home();
  choice: Choice = anything;
  /** How many are shown of each list. */
  shown = { organisations: PAGE, procedures: PAGE, found: PAGE };
  results: Results | undefined;
  guideView: GuideView | undefined;

  readonly #host: DirectoryHost;
  readonly #calls = new AbortController();
  /** By the fragment of each: an id has one guide for each audience. */
  #guides = new Map<string, ShownGuide>();
  #lacksGuides = false;
  #searching: Promise<DirectorySearch> | undefined;

  constructor(host: DirectoryHost) {
    this.#host = host;
  }

  #become(state: DirectoryState): void {
    this.state = state;
    this.#host.requestUpdate();
  }

  /** Goes to a place: at once where its view is there, which it is soon after the first. */
  async open(place: Place): Promise<void> {
    this.place = place;
    const { view, id } = place;
    if (view === 'home') {
      this.#become({ kind: 'home' });
      this.look(id);
      return;
    }
    if (view !== 'guide') {
      this.#become(this.#details(place));
      return;
    }
    if (!this.#guides.has(fragmentOf(place))) this.#become({ kind: 'loading' });
    try {
      const state = await this.#guide(place);
      if (this.place === place) this.#become(state);
    } catch (error) {
      const kind = isApiError(error) && error.code === 'guide-not-found' ? 'missing' : 'stuck';
      if (this.place === place) this.#become({ kind });
    }
  }

  #details({ view, id }: Place): DirectoryState {
    const { organisations, procedures } = this.#host.inHand().directory;
    if (view === 'organisation') {
      const organisation = organisations.find((each) => each.id === id);
      return organisation ? { kind: 'organisation', organisation } : { kind: 'missing' };
    }
    const procedure = procedures.find(({ slug }) => slug === id);
    return procedure ? { kind: 'procedure', procedure } : { kind: 'missing' };
  }

  async #guide(place: Place): Promise<DirectoryState> {
    const key = fragmentOf(place);
    const audience = audienceFrom(place.pour);
    const { signal } = this.#calls;
    const reading =
      this.#guides.get(key) ?? this.#host.inHand().client.readGuide(place.id, { audience, signal });
    const [guide, guideView] = await Promise.all([reading, loadGuideView()]);
    this.guideView ??= guideView;
    this.#host.adopt(guideView.guideStyles);
    this.#guides.set(key, guide);
    return { kind: 'guide', guide };
  }

  /** Loads what searches. What could not be loaded is asked for again, the next time that somebody comes to search. */
  async prepareSearch(): Promise<void> {
    if (this.#lacksGuides) this.#searching = undefined;
    this.#lacksGuides = false;
    await this.#search().catch(() => {});
  }

  #search(): Promise<DirectorySearch> {
    const { client, directory } = this.#host.inHand();
    return (this.#searching ??= (async () => {
      const [results, index] = await Promise.all([
        loadSearch(),
        client.readGuides({ signal: this.#calls.signal }).catch(() => undefined),
      ]);
      this.results = results;
      this.#lacksGuides = !index;
      return results.prepareDirectorySearch(directory, index?.guides ?? []);
    })().catch((error: unknown) => {
      this.#searching = undefined;
      throw error;
    }));
  }

  /** Looks for what is in the field. */
  look(text: string): void {
    this.text = text;
    this.shown.found = PAGE;
    if (text.trim().length < 2) this.#searched({ kind: 'idle' });
    else void this.#look(text);
  }

  async #look(text: string): Promise<void> {
    if (this.search.kind !== 'found') this.#searched({ kind: 'loading' });
    try {
      const search = await this.#search();
      if (this.text === text) this.#searched({ kind: 'found', found: search.find(text, RESULTS) });
    } catch {
      if (this.text === text) this.#searched({ kind: 'stuck' });
    }
  }

  #searched(search: SearchState): void {
    this.search = search;
    this.#host.requestUpdate();
  }

  choose(choice: Choice): void {
    this.choice = choice;
    this.shown = { organisations: PAGE, procedures: PAGE, found: PAGE };
    this.#host.requestUpdate();
  }

  /** Ends what is on its way. */
  stop(): void {
    this.#calls.abort();
  }

  /** Shows the next of a list. @returns how many were shown before */
  more(list: keyof DirectoryController['shown']): number {
    const before = this.shown[list];
    this.shown[list] += PAGE;
    this.#host.requestUpdate();
    return before;
  }
}
