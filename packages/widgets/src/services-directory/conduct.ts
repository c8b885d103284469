import type { DirectoryReading } from '@guichet/client/port';
import type { Level } from '@guichet/contracts/directory';
import { audienceFrom } from '@guichet/contracts/guide/audience';
import type { DirectoryDetailsWords } from '@guichet/contracts/words/directory-details';
import { directoryDetailsFr } from '@guichet/contracts/words/directory-details.fr';
import { adoptStyles, type CSSResultOrNative, type LitElement } from 'lit';
import { VIEW } from '../shared/heading.js';
import { type Dictionary, wordsIn } from '../shared/localize.js';
import { Address, home, isSame, placeIn } from './address.js';
import { bodyView } from './body.view.js';
import { anything, chosen } from '@guichet/contracts/directory-choice';
import { styles } from './later.styles.js';
import { listedSentence } from './filters.view.js';
import { handOver, leadTo } from './form-beside.js';
import { hrefOf, type Place } from './place.js';
import { DirectoryController } from './services-directory.controller.js';
import {
  GuideOpenedEvent,
  OrganisationOpenedEvent,
  ProcedureChosenEvent,
  ProcedureOpenedEvent,
  RecipientChosenEvent,
} from './services-directory.events.js';
import { share, sharedOf, type Sharing } from './share.js';
import { tellEngines } from './structured.js';
import { RESULTS, SEARCH, type View } from './view.js';

/** How long somebody stops typing before it is said what was found, and written in the address. */
const PAUSE = 700;

const detailsWords: Dictionary<DirectoryDetailsWords> = {
  fr: directoryDetailsFr,
  en: () =>
    import('@guichet/contracts/words/directory-details.en').then((module) => module.directoryDetailsEn),
};

export interface ConductHost {
  readonly element: LitElement;
  readonly root: ShadowRoot;
  client(): DirectoryReading;
  /** As it is now: the language, the day and the hour may change on the way. */
  view(): View;
  announce(text: string): void;
}

const isModified = ({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent) =>
  !!button || altKey || ctrlKey || metaKey || shiftKey;

/** What the resident does in the directory, and what follows. Loaded after the first paint. */
export class Conduct {
  readonly #host: ConductHost;
  readonly #controller: DirectoryController;
  readonly #address: Address;
  readonly #styles: CSSResultOrNative[];
  #words = directoryDetailsFr;
  #sharing: Sharing = { kind: 'none' };
  /** What search engines were told of, and what takes it back. */
  #told: unknown;
  #untell = (): void => {};
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ConductHost) {
    this.#host = host;
    this.#address = new Address(host.element, (place) => void this.#arrive(place));
    const update = () => host.element.requestUpdate();
    this.#controller = new DirectoryController({
      requestUpdate: update,
      inHand: () => ({ client: host.client(), directory: host.view().directory }),
      adopt: (late) => this.#adopt(late),
    });
    this.#styles = [...(host.element.constructor as typeof LitElement).elementStyles];
    this.#adopt(styles);
    const { root } = host;
    root.addEventListener('click', this.#onClick);
    root.addEventListener('focusin', this.#onFocus);
    root.addEventListener('input', this.#onInput);
    root.addEventListener('change', this.#onChange);
    root.addEventListener('keydown', this.#onKey);
  }

  /** Shows what the address asks for, or what was typed before this was there. */
  begin(): void {
    const typed = this.#field?.value ?? '';
    const { place } = this.#address;
    if (place) {
      void this.#controller.open(place);
      // A link leads here, and its fragment to nothing that the browser could scroll to.
      if (!scrollY) this.#host.element.scrollIntoView();
    } else if (typed) this.#look(typed);
    if (this.#field && this.#host.root.activeElement === this.#field) void this.#controller.prepareSearch();
  }

  connect(): void {
    this.#address.connect();
    addEventListener('beforeprint', this.#unfold);
  }

  disconnect(): void {
    this.#address.disconnect();
    removeEventListener('beforeprint', this.#unfold);
    clearTimeout(this.#pause);
    this.#untell();
    this.#told = undefined;
  }

  /** Ends it for good: another directory takes its place. */
  end(): void {
    const { root } = this.#host;
    this.disconnect();
    this.#controller.stop();
    root.removeEventListener('click', this.#onClick);
    root.removeEventListener('focusin', this.#onFocus);
    root.removeEventListener('input', this.#onInput);
    root.removeEventListener('change', this.#onChange);
    root.removeEventListener('keydown', this.#onKey);
  }

  /** Takes its words of the language of now. */
  async speak(): Promise<void> {
    this.#words = await wordsIn(this.#host.view().language, detailsWords);
    this.#host.element.requestUpdate();
  }

  render(view: View): unknown {
    return bodyView(
      this.#controller,
      { ...view, details: this.#words, sharing: this.#sharing },
      {
        requestUpdate: () => this.#host.element.requestUpdate(),
        announce: (text) => this.#host.announce(text),
      },
    );
  }

  /** Tells search engines of what was just drawn. */
  tell(): void {
    const { state } = this.#controller;
    if (state === this.#told) return;
    this.#told = state;
    this.#untell();
    const { administration, directory } = this.#host.view();
    this.#untell = tellEngines(state, administration, directory);
  }

  /** Styles of what was loaded later, in the page's own policy, like those that came with the element. */
  #adopt(late: CSSResultOrNative): void {
    if (this.#styles.includes(late)) return;
    this.#styles.push(late);
    adoptStyles(this.#host.root, this.#styles);
  }

  get #field(): HTMLInputElement | null {
    return this.#byId(SEARCH) as HTMLInputElement | null;
  }

  #byId(id: string): HTMLElement | null {
    return this.#host.root.getElementById(id);
  }

  /** Moves the focus, unless the resident has gone elsewhere in the page meanwhile. */
  #lead(target: () => HTMLElement | null | undefined): void {
    const { root, element } = this.#host;
    const isElsewhere = !root.activeElement && document.activeElement !== document.body;
    if (!isElsewhere) void element.updateComplete.then(() => target()?.focus());
  }

  #title = (): HTMLElement | null => this.#byId(VIEW);

  // What is folded is not printed.
  #unfold = (): void =>
    this.#host.root.querySelectorAll('article details').forEach((each) => each.setAttribute('open', ''));

  /** Goes to a place; the address says it already. */
  async #arrive(place: Place): Promise<void> {
    const { place: before } = this.#controller;
    if (isSame(place, before)) return;
    clearTimeout(this.#pause);
    this.#sharing = { kind: 'none' };
    const opening = this.#controller.open(place);
    const left = hrefOf(before);
    const link = () => [...this.#host.root.querySelectorAll('a')].find(({ href }) => href === left);
    if (this.#controller.state.kind === 'loading') this.#lead(this.#title);
    await opening;
    // Back among the many, on from where one left them.
    this.#lead(place.view === 'home' ? () => link() ?? this.#title() : this.#title);
  }

  #onClick = (event: Event): void => {
    const { target } = event;
    const hit =
      target instanceof Element && target.closest<HTMLAnchorElement | HTMLButtonElement>('a, button');
    if (!hit || event.defaultPrevented || isModified(event as MouseEvent)) return;
    if (hit instanceof HTMLButtonElement) this.#press(hit);
    else if ('procedure' in hit.dataset || 'recipient' in hit.dataset) this.#write(event, hit);
    else this.#follow(event, hit);
  };

  /** Follows a link within the directory, without leaving the page. */
  #follow(event: Event, { hash, href }: HTMLAnchorElement): void {
    const place = placeIn(hash);
    if (!place || href.split('#')[0] !== location.href.split('#')[0]) return;
    event.preventDefault();
    if (!this.#isLet(place)) return;
    // Whoever is faster than the pause finds the search again all the same.
    const { place: left } = this.#controller;
    if (left.view === 'home') this.#address.replace(left);
    this.#address.push(place);
    void this.#arrive(place);
  }

  /** @returns whether the page lets it be opened */
  #isLet({ view, id, pour }: Place): boolean {
    const { element } = this.#host;
    if (view === 'organisation') return element.dispatchEvent(new OrganisationOpenedEvent(id));
    if (view === 'procedure') return element.dispatchEvent(new ProcedureOpenedEvent(id));
    return (
      view === 'home' || element.dispatchEvent(new GuideOpenedEvent(id, audienceFrom(pour) ?? 'individuals'))
    );
  }

  /** Starts a procedure, or writes to a service: as the page wishes, by what stands beside, or on the hosting's page. */
  #write(event: Event, { href, dataset }: HTMLAnchorElement): void {
    const { element } = this.#host;
    const { procedure = '', recipient = '' } = dataset;
    const told = procedure
      ? new ProcedureChosenEvent(procedure, href)
      : new RecipientChosenEvent(recipient, href);
    const { administration } = this.#host.view();
    const takesOver = () =>
      'operated' in dataset
        ? leadTo(element, administration, procedure)
        : handOver(element, administration, { procedure, recipient });
    if (!element.dispatchEvent(told) || takesOver()) event.preventDefault();
  }

  #press({ name, value }: HTMLButtonElement): void {
    const { root } = this.#host;
    if (name === 'print') print();
    else if (name === 'share') void this.#share();
    else if (name === 'retry') void this.#retry();
    else if (name === 'clear') {
      this.#look('');
      this.#lead(() => this.#field);
    } else if (name === 'reset') {
      this.#choose(anything);
      this.#lead(() => root.querySelector<HTMLElement>('.filters summary'));
    } else if (name === 'more') {
      const before = this.#controller.more(value as keyof DirectoryController['shown']);
      this.#lead(() => root.querySelector<HTMLElement>(`#${value} > li:nth-child(${before + 1}) a`));
    }
  }

  #onFocus = ({ target }: Event): void => {
    if (target === this.#field) void this.#controller.prepareSearch();
  };

  #onInput = ({ target }: Event): void => {
    if (target === this.#field) this.#look(this.#field!.value);
  };

  #onKey = (event: Event): void => {
    const { target, key } = event as KeyboardEvent;
    if (target !== this.#field) return;
    const first = this.#host.root.querySelector<HTMLElement>('#found a');
    if (key === 'Escape' && this.#controller.text) this.#look('');
    else if (key === 'ArrowDown' && first) first.focus();
    else if (key === 'Enter') this.#lead(() => this.#byId(RESULTS));
    else return;
    event.preventDefault();
  };

  #look(text: string): void {
    const { place } = this.#controller;
    this.#controller.place = home(text);
    this.#controller.look(text);
    if (isSame(place, this.#controller.place)) return;
    clearTimeout(this.#pause);
    this.#pause = setTimeout(() => this.#settle(), PAUSE);
  }

  /** Says what was found and writes it in the address, once somebody stops typing: not at every letter. */
  #settle(): void {
    const { search, text, place, results } = this.#controller;
    this.#address.replace(place);
    if (search.kind === 'loading') this.#pause = setTimeout(() => this.#settle(), PAUSE);
    const { words } = this.#host.view();
    this.#host.announce(
      search.kind === 'found'
        ? results!.resultsSentence(search.found, text, words)
        : search.kind === 'stuck'
          ? words.searchStuck
          : '',
    );
  }

  #onChange = ({ target }: Event): void => {
    const { name, value, checked } = target as HTMLInputElement;
    const { choice } = this.#controller;
    const levels = new Set(choice.levels);
    if (name === 'level') levels[checked ? 'add' : 'delete'](value as Level);
    else if (name !== 'openNow' && name !== 'online') return;
    const changed = { ...choice, levels, ...(name !== 'level' && { [name]: checked }) };
    const isAny = !levels.size && !changed.openNow && !changed.online;
    this.#choose(isAny ? anything : changed);
  };

  #choose(choice: DirectoryController['choice']): void {
    this.#controller.choose(choice);
    const { directory, isOpen, words } = this.#host.view();
    this.#host.announce(listedSentence(chosen(directory, choice, isOpen), words));
  }

  async #retry(): Promise<void> {
    const retrying = this.#controller.open({ ...this.#controller.place });
    this.#lead(this.#title);
    await retrying;
    this.#lead(this.#title);
  }

  async #share(): Promise<void> {
    const { state, place } = this.#controller;
    const shown = sharedOf(state, this.#host.view().directory);
    if (!shown) return;
    this.#sharing = await share(shown.title, this.#address.isOurs ? hrefOf(place) : shown.url);
    this.#host.announce(this.#sharing.kind === 'copied' ? this.#words.copied : '');
    this.#host.element.requestUpdate();
    if (this.#sharing.kind === 'shown') this.#lead(() => this.#byId('address'));
  }
}
