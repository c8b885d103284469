import { late } from '@guichet/client/late';
import { createTrackingPageClient } from '@guichet/client/tracking-page';
import { LINK_FRAGMENT } from '@guichet/contracts/routes';
import { type PropertyValues, type TemplateResult } from 'lit';
import { SUMMARY } from '../shared/error-summary.js';
import { define } from '../shared/define.js';
import { loadFiles } from '../shared/files/load.js';
import { GuichetElement, type Ready } from '../shared/guichet-element.js';
import { LINK_EMAIL, LINK_NOTICE } from '../shared/mailed-link.view.js';
import { askingView, sentenceOf } from './asking.view.js';
import { Followed } from './followed.js';
import { loadOpened, type Opened } from './opened.js';
import { type Host, type TrackerClient, TrackerController } from './request-tracker.controller.js';
import {
  MessageSentEvent,
  RequestCorrectedEvent,
  RequestOpenedEvent,
  RequestWithdrawnEvent,
} from './request-tracker.events.js';
import { dictionary, type Words } from './request-tracker.messages.js';
import type { TrackerState } from './request-tracker.state.js';
import type { Typed } from './typed.js';
import { styles } from './request-tracker.styles.js';
import {
  ASK,
  CORRECT,
  CORRECTION,
  OPENING_NOTICE,
  REFRESH_NOTICE,
  REPLY_NOTICE,
  TITLE,
  type View,
  WITHDRAW,
  WITHDRAWAL,
} from './view.js';

/**
 * Follow requests by their references and tracking codes, or by a mailed link, one or several side by side: where each
 * stands and what silence will decide, what was said, a message to add, and withdrawing it.
 *
 * @slot - Shown until the element is ready and wherever it cannot work: mail address, telephone, a link or a form that
 *   works without JavaScript. Never taken away while it holds the focus or what somebody typed.
 * @event {RequestOpenedEvent} guichet-request-opened - The request is on screen. `detail.reference`.
 * @event {MessageSentEvent} guichet-message-sent - The administration has a message more. `detail.reference`.
 * @event {RequestCorrectedEvent} guichet-request-corrected - What was sent was corrected. `detail.reference`.
 * @event {RequestWithdrawnEvent} guichet-request-withdrawn - The request was withdrawn. `detail.reference`.
 * @csspart base - All that the element draws.
 * @cssproperty --guichet-accent - Colour of links, buttons and marks; corrected until it can be read.
 * @cssproperty --guichet-danger - Colour of errors; corrected likewise.
 * @cssproperty --guichet-radius - Radius of corners.
 * @cssproperty --guichet-max-inline-size - The widest it becomes.
 *
 * @example
 * <guichet-request-tracker administration="28148">
 *   <p>Mairie du Favril : <a href="tel:0237000000">02 37 00 00 00</a></p>
 * </guichet-request-tracker>
 */
export class RequestTracker extends GuichetElement<Words, TrackerClient> {
  static override styles = [GuichetElement.styles, styles];

  #host: Host = {
    requestUpdate: () => this.requestUpdate(),
    prepare: async () => {
      this.#opened ??= await loadOpened();
    },
    carry: async () => {
      const { createDownloads } = await loadDownloads();
      return (this.stage.kind === 'ready' && this.stage.client.files) || createDownloads(this);
    },
    downloaded: (file, name, kind) => {
      this.announce('');
      const { documentFiles } = this.#words;
      void loadDownloads().then(({ save }) => save(file, kind ? `${documentFiles[kind]}-${name}.pdf` : name));
    },
    messageSent: (reference) => {
      this.announce(this.#words.sent);
      this.dispatchEvent(new MessageSentEvent(reference));
    },
    asked: () => this.announce(this.#words.asked),
    openCorrection: async (before) =>
      (await loadCorrection()).openCorrection(before, (this.stage as Ready<Words>).language),
    corrected: (reference) => {
      this.announce(this.#words.corrected);
      this.dispatchEvent(new RequestCorrectedEvent(reference));
    },
    withdrawn: (reference) => {
      this.announce(this.#words.withdrawn);
      this.dispatchEvent(new RequestWithdrawnEvent(reference));
    },
  };
  #followed = new Followed(() => new TrackerController(this.#host));
  /** There before a request is. */
  #opened: Opened | undefined;
  #heldFocus = false;

  protected override readonly connect = createTrackingPageClient;
  protected override readonly dictionary = dictionary;
  protected override readonly page = 'tracking';

  constructor() {
    super();
    this.addEventListener('pointerdown', this.#used);
    this.addEventListener('keydown', this.#used);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#takeLink();
    window.addEventListener('hashchange', this.#takeLink);
    window.addEventListener('online', this.#deliver);
    window.addEventListener('pagehide', this.#hide);
    window.addEventListener('beforeprint', this.#unfold);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener('hashchange', this.#takeLink);
    window.removeEventListener('online', this.#deliver);
    window.removeEventListener('pagehide', this.#hide);
    window.removeEventListener('beforeprint', this.#unfold);
    this.#hide();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#heldFocus = !!this.shadowRoot?.activeElement;
    if (this.stage.kind === 'ready') {
      this.#followed.use(this.stage.client, this.stage.administration.code);
    }
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // What held the focus is gone, and no action says where it goes (a session that ended): on from where the new view
    // begins, not from the top of the page. After the actions' own moves, which are microtasks.
    const isHeld = () => !!this.shadowRoot?.activeElement;
    if (this.#heldFocus && !isHeld()) setTimeout(() => !isHeld() && this.#lead(TITLE));
  }

  // The token leaves the address at once: out of the history, of a shared screen, of a copied link.
  #takeLink = (): void => {
    if (!location.hash.startsWith(LINK_FRAGMENT)) return;
    const link = location.hash.slice(LINK_FRAGMENT.length);
    history.replaceState(history.state, '', location.href.split('#')[0]);
    if (link) this.#followed.arrive(link);
  };

  #deliver = (): void => void this.#followed.deliverWaiting();
  #hide = (): void => this.#followed.hide();
  #used = (): void => this.#followed.used();
  // What is folded is not printed, and these mentions are what one prints the request for.
  #unfold = (): void => this.shadowRoot?.querySelector('article details')?.setAttribute('open', '');

  /** The one before the eye. */
  get #tracker(): TrackerController {
    return this.#followed.current;
  }

  get #words(): Words {
    return this.stage.kind === 'ready' ? this.stage.words : dictionary.fr;
  }

  /**
   * Moves the focus, unless the resident has gone elsewhere in the page meanwhile. Asked of `activeElement`, for
   * Firefox matches no `:focus-within` in a window that is not in front.
   */
  #lead(id: string): void {
    const isElsewhere = !this.shadowRoot?.activeElement && document.activeElement !== document.body;
    if (!isElsewhere) void this.focusOn(id);
  }

  #actions: View['actions'] = {
    open: (event) => {
      event.preventDefault();
      void this.#open();
    },
    type: (event) => {
      const { id, value, type, checked } = event.target as HTMLInputElement;
      if (type === 'checkbox') this.#tracker.complete(checked);
      else this.#tracker.type(id as keyof Typed, value);
    },
    check: (event) => {
      const { id } = event.target as HTMLInputElement;
      this.#tracker.check(id as keyof Typed);
      const { state } = this.#tracker;
      const problem =
        state.kind === 'asking' &&
        'problems' in state.asking &&
        state.asking.problems.find(({ field }) => field === id);
      if (problem && this.stage.kind === 'ready') this.announce(sentenceOf(problem, this.#view(this.stage)));
    },
    useCode: () => {
      this.#tracker.useCode();
      this.#lead(TITLE);
    },
    typeLost: (event) => this.#tracker.typeLost((event.target as HTMLInputElement).value),
    askLink: (event) => {
      event.preventDefault();
      void this.#askLink();
    },
    refresh: () => void this.#refresh(),
    print: () => print(),
    leave: () => {
      this.#followed.leave();
      this.announce(this.#words.left);
      this.#lead(TITLE);
    },
    follow: (event) =>
      this.#goTo(() => this.#followed.show((event.currentTarget as HTMLButtonElement).value)),
    another: () => this.#goTo(() => this.#followed.another()),
    download: (event) => void this.#download((event.currentTarget as HTMLButtonElement).value),
    addFiles: () => void this.#addFiles(),
    send: (event) => {
      event.preventDefault();
      void this.#send((tracker) => tracker.send());
    },
    retry: () => void this.#send((tracker) => tracker.deliverWaiting()),
    edit: () => {
      this.#tracker.edit();
      this.#lead('message');
    },
    ask: (event) => void this.#ask((event.currentTarget as HTMLButtonElement).value as Asked),
    askCorrection: () => void this.#askCorrection(),
    typeCorrection: (event) => {
      const { id, value } = event.target as HTMLInputElement;
      this.#tracker.typeCorrection(id, value);
    },
    correct: (event) => {
      event.preventDefault();
      void this.#correct();
    },
    dropCorrection: () => {
      this.#tracker.dropCorrection();
      this.#lead(CORRECT);
    },
    askWithdrawal: () => {
      this.#tracker.askWithdrawal(true);
      this.#lead(WITHDRAWAL);
    },
    keep: () => {
      this.#tracker.askWithdrawal(false);
      this.#lead(WITHDRAW);
    },
    withdraw: () => void this.#withdraw(),
  };

  /** To another request, or to the door. */
  #goTo(go: () => void): void {
    go();
    this.announce('');
    this.requestUpdate();
    this.#lead(TITLE);
  }

  async #open(): Promise<void> {
    const door = this.#tracker;
    const opening = this.#followed.open();
    if (isOpening(door.state)) this.announce(this.#words.opening);
    const isOpened = await opening;
    this.announce('');
    // The list has changed, even where what is before the eye has not.
    this.requestUpdate();
    const { state } = isOpened ? this.#tracker : door;
    if (state.kind === 'opened') {
      this.#lead(TITLE);
      this.dispatchEvent(new RequestOpenedEvent(state.request.reference));
    } else if (door !== this.#tracker) return;
    else if (state.asking.kind === 'invalid') this.#lead(SUMMARY);
    else if (state.asking.kind === 'refused') this.#lead(OPENING_NOTICE);
  }

  async #askLink(): Promise<void> {
    const tracker = this.#tracker;
    const asking = tracker.askLink();
    const { lost } = tracker;
    if (lost.state.kind === 'sending') this.announce(this.#words.sending);
    await asking;
    const { state } = lost;
    if (tracker !== this.#tracker) return;
    if (state.kind !== 'sending') this.announce(state.kind === 'asked' ? this.#words.lost.asked : '');
    if (state.kind === 'invalid') this.#lead(LINK_EMAIL);
    else if (state.kind === 'asked' || state.kind === 'refused') this.#lead(LINK_NOTICE);
  }

  async #refresh(): Promise<void> {
    // Also makes the same answer, a second time, heard.
    this.announce(this.#words.refreshing);
    const tracker = this.#tracker;
    await tracker.refresh();
    const { stage } = this;
    const { state } = tracker;
    if (tracker !== this.#tracker || state.kind !== 'opened' || stage.kind !== 'ready') return;
    if (state.refresh.kind === 'refused') this.#lead(REFRESH_NOTICE);
    else this.announce(this.#opened!.refreshSentence(state.refresh, this.#view(stage)));
  }

  async #send(send: (tracker: TrackerController) => Promise<void>): Promise<void> {
    const tracker = this.#tracker;
    const sending = send(tracker);
    if (isSending(tracker.state)) this.announce(this.#words.sending);
    await sending;
    const { state } = tracker;
    if (tracker !== this.#tracker || state.kind !== 'opened') return;
    if (state.reply.kind !== 'writing') this.announce('');
    if (state.reply.kind === 'invalid') this.#lead(SUMMARY);
    else this.#lead(REPLY_NOTICE);
  }

  async #addFiles(): Promise<void> {
    const tracker = this.#tracker;
    try {
      const { openFileField } = await loadFiles();
      tracker.files ??= await openFileField(
        this,
        () => this.stage as Ready<Words, TrackerClient>,
        (make) => tracker.carry(make),
      );
      if (tracker === this.#tracker) void tracker.files.pick();
    } catch (error) {
      tracker.cannotAdd(error);
      if (tracker === this.#tracker) this.#lead(REPLY_NOTICE);
    }
  }

  async #download(id: string): Promise<void> {
    this.announce(this.#words.files.downloading);
    const tracker = this.#tracker;
    await tracker.download(id, (this.stage as Ready<Words>).language);
    const { state } = tracker;
    if (state.kind === 'opened' && state.download.kind === 'refused')
      this.announce(this.#words.files.notDownloaded);
  }

  async #ask(what: Asked): Promise<void> {
    this.announce(this.#words.sending);
    const tracker = this.#tracker;
    await tracker.ask(what);
    const { state } = tracker;
    if (tracker !== this.#tracker || state.kind !== 'opened' || state.ask.kind === 'sending') return;
    if (state.ask.kind !== 'done') this.announce('');
    this.#lead(ASK);
  }

  async #askCorrection(): Promise<void> {
    const tracker = this.#tracker;
    await tracker.askCorrection();
    if (tracker === this.#tracker) this.#lead(CORRECTION);
  }

  async #correct(): Promise<void> {
    const tracker = this.#tracker;
    const correcting = tracker.correct();
    if (isCorrecting(tracker.state)) this.announce(this.#words.sending);
    await correcting;
    const { state, correction } = tracker;
    if (tracker !== this.#tracker || state.kind !== 'opened' || isCorrecting(state)) return;
    if (state.correction.kind !== 'done') this.announce('');
    this.#lead(correction?.isInvalid ? SUMMARY : CORRECTION);
  }

  async #withdraw(): Promise<void> {
    this.announce(this.#words.withdrawing);
    const tracker = this.#tracker;
    await tracker.withdraw();
    const { state } = tracker;
    if (tracker !== this.#tracker || state.kind !== 'opened' || state.withdrawal.kind === 'sending') return;
    if (state.withdrawal.kind !== 'done') this.announce('');
    this.#lead(WITHDRAWAL);
  }

  #view({ words, language, administration }: Ready<Words, TrackerClient>): View {
    const example = `${administration.code}-${new Date().getFullYear()}-7K3M-9QXB`;
    const level = Math.min(6, Math.max(1, this.headingLevel || 2));
    return { words, language, administration, level, example, actions: this.#actions };
  }

  protected override renderReady(ready: Ready<Words, TrackerClient>): TemplateResult {
    const { state, typed, completes, files, correction, lost } = this.#tracker;
    const view = this.#view(ready);
    const { list } = this.#followed;
    const shown =
      state.kind === 'asking'
        ? askingView(state, typed, lost, view)
        : this.#opened!.openedView(state, { ...typed, completes, files, correction }, view);
    return list.length ? this.#opened!.followedView(list, this.#tracker, shown, view) : shown;
  }
}

const loadDownloads = late(() => import('../shared/files/downloads.js'));
const loadCorrection = late(() => import('./correction-form.js'));

/** What one button asks for. */
type Asked = keyof Words['ask'];

function isOpening(state: TrackerState): boolean {
  return state.kind === 'asking' && state.asking.kind === 'opening';
}

function isCorrecting(state: TrackerState): boolean {
  return state.kind === 'opened' && state.correction.kind === 'sending';
}

function isSending(state: TrackerState): boolean {
  return state.kind === 'opened' && state.reply.kind === 'sending';
}

define('guichet-request-tracker', RequestTracker);

declare global {
  interface HTMLElementTagNameMap {
    'guichet-request-tracker': RequestTracker;
  }
}
