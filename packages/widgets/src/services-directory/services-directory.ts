import { createDirectoryPageClient } from '@guichet/client/directory-page';
import { late } from '@guichet/client/late';
import type { DirectoryReading, Reading } from '@guichet/client/port';
import type { Directory, Organisation } from '@guichet/contracts/directory';
import { html, type PropertyValues } from 'lit';
import { define } from '../shared/define.js';
import { untilFree } from '../shared/fallback.js';
import { GuichetElement, type Ready } from '../shared/guichet-element.js';
import { Clock } from './clock.js';
import type { Conduct } from './conduct.js';
import { homeView, PAGE } from './home.view.js';
import { directories, hrefOf, PREFIX } from './place.js';
import { dictionary, type Words } from './services-directory.messages.js';
import { styles } from './services-directory.styles.js';
import type { View } from './view.js';

type DirectoryClient = Reading & DirectoryReading;
type DirectoryReady = Ready<Words, DirectoryClient>;

const MINUTE = 60_000;

const loadConduct = late(() => import('./conduct.js'));

/**
 * Who does what for a resident, where and when: the services of the commune, of its intercommunalité, of the département
 * and of the State, found by everyday words; what can be started with them; the State's guides.
 *
 * What it shows has an address of its own, in a fragment that begins with `#guichet:`. No other fragment is touched,
 * and none is written where the page routes by its own (`#/…`). Of several directories in one page the first has it.
 *
 * @slot - Shown until the element is ready and wherever it cannot work: addresses, telephone, a link to the page that
 *   works without JavaScript. Never taken away while it holds the focus.
 * @event {OrganisationOpenedEvent} guichet-organisation-opened - Cancelable. `detail.id`.
 * @event {ProcedureOpenedEvent} guichet-procedure-opened - What is told of it is opened. Cancelable. `detail.procedure`.
 * @event {GuideOpenedEvent} guichet-guide-opened - Cancelable. `detail.id`, `detail.audience`.
 * @event {ProcedureChosenEvent} guichet-procedure-chosen - The resident wants to start it. Cancelable: otherwise a
 *   `<guichet-contact-form>` of the same administration in the page takes over, or `detail.link` is followed.
 * @event {RecipientChosenEvent} guichet-recipient-chosen - The resident wants to write to a service. Likewise.
 * @csspart base - All that the element draws.
 * @cssproperty --guichet-accent - Colour of links, buttons and marks; corrected until it can be read.
 * @cssproperty --guichet-radius - Radius of corners.
 * @cssproperty --guichet-max-inline-size - The widest it becomes.
 *
 * @example
 * <guichet-services-directory administration="28148">
 *   <p>Mairie du Favril : <a href="tel:0237000000">02 37 00 00 00</a></p>
 * </guichet-services-directory>
 */
export class ServicesDirectory extends GuichetElement<Words, DirectoryClient> {
  static override styles = [GuichetElement.styles, styles];

  #reading = new AbortController();
  /** Null where it could not be read. */
  #directory: Directory | null | undefined;
  #organisations = new Map<string, Organisation>();
  /** There as soon as the directory and the administration both are. */
  #clock: Clock | undefined;
  /** What the resident does, loaded after the first paint. */
  #conduct: Conduct | undefined;
  /** Whether something was wanted that could not be loaded. */
  #isStuck = false;
  #minute: ReturnType<typeof setTimeout> | undefined;

  protected override readonly connect = createDirectoryPageClient;
  protected override readonly dictionary = dictionary;
  protected override readonly page = 'services';

  /** Replaces the clock, in milliseconds since 1970: for tests and stories. */
  now: () => number = Date.now;

  override connectedCallback(): void {
    super.connectedCallback();
    directories.add(this);
    addEventListener('online', this.#onOnline);
    document.addEventListener('visibilitychange', this.#tick);
    this.#conduct?.connect();
    this.#tick();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    directories.delete(this);
    removeEventListener('online', this.#onOnline);
    document.removeEventListener('visibilitychange', this.#tick);
    this.#conduct?.disconnect();
    clearTimeout(this.#minute);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (['administration', 'baseUrl', 'client'].some((name) => changed.has(name))) void this.#read();
    if (changed.has('stage')) this.#settle();
  }

  protected override firstUpdated(): void {
    for (const type of ['click', 'focusin']) this.renderRoot.addEventListener(type, this.#want);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#conduct?.tell();
    if (!changed.has('stage') || !this.#clock) return;
    if (this.#conduct) void this.#conduct.speak();
    // Safari has no requestIdleCallback; a busy page, or one in the background, never finds the time.
    else if ('requestIdleCallback' in window) requestIdleCallback(() => void this.#load(), { timeout: 1000 });
    else setTimeout(() => void this.#load());
  }

  // What is open may have closed.
  #tick = (): void => {
    clearTimeout(this.#minute);
    if (document.visibilityState === 'hidden') return;
    this.requestUpdate();
    this.#minute = setTimeout(this.#tick, MINUTE - (this.now() % MINUTE));
  };

  #onOnline = (): void => {
    if (this.#directory === null) void this.#read();
    else if (this.#clock) void this.#load();
  };

  /** Reads the directory beside the administration, neither waiting for the other. */
  async #read(): Promise<void> {
    const { administration, baseUrl } = this;
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#conduct?.end();
    this.#conduct = this.#clock = this.#directory = undefined;
    const client = this.client ?? this.connect({ baseUrl, administration });
    const directory = await client.readDirectory({ signal }).catch(() => null);
    if (signal.aborted) return;
    this.#directory = directory;
    if (this.stage.kind !== 'ready') return;
    await untilFree(this);
    // Anew, so that it is settled, drawn and painted with the directory.
    if (!signal.aborted) this.stage = { ...this.stage };
  }

  /** Takes in hand what came of both, whichever was last. */
  #settle(): void {
    const { stage } = this;
    const directory = this.#directory;
    if (stage.kind !== 'ready' || directory === undefined) return;
    const { administration, words } = stage;
    if (directory) {
      this.#clock = new Clock(administration, () => this.now());
      this.#organisations = new Map(directory.organisations.map((each) => [each.id, each]));
      return;
    }
    this.stage = { kind: 'unusable', administration, words };
    console.error(
      `Guichet : l’annuaire de « ${administration.name} » n’a pas pu être lu sur ${this.baseUrl}.`,
    );
  }

  /** Loads what follows the first paint, while there is a network: what was not loaded is tried again when wanted. */
  async #load(isWanted = false): Promise<void> {
    const { signal } = this.#reading;
    try {
      const { Conduct } = await loadConduct();
      if (this.#conduct || signal.aborted || !this.#clock) return;
      this.#isStuck = false;
      const conduct = new Conduct({
        element: this,
        root: this.renderRoot as ShadowRoot,
        client: () => (this.stage as DirectoryReady).client,
        view: () => this.#view(this.stage as DirectoryReady),
        announce: (text) => this.announce(text),
      });
      this.#conduct = conduct;
      conduct.connect();
      await conduct.speak();
      conduct.begin();
    } catch {
      this.#isStuck ||= isWanted;
    }
    this.requestUpdate();
  }

  /** Whoever is faster than what follows the first paint: it is loaded at once, and what was pressed is pressed again. */
  #want = (event: Event): void => {
    void this.#hurry(event);
  };

  async #hurry(event: Event): Promise<void> {
    const { type, target } = event;
    if (this.#conduct || !this.#clock) return;
    const pressed =
      type === 'click' && (target as Element).closest<HTMLElement>(`a[href*="${PREFIX}"], button`);
    if (pressed) event.preventDefault();
    await this.#load(true);
    if (this.#conduct && pressed) pressed.click();
  }

  #view({ words, language, administration }: DirectoryReady): View {
    const clock = this.#clock!;
    return {
      words,
      language,
      administration,
      directory: this.#directory!,
      level: Math.min(6, Math.max(1, this.headingLevel || 2)),
      today: clock.today,
      organisationOf: (id) => this.#organisations.get(id),
      href: hrefOf,
      openingOf: (organisation) => clock.openingOf(organisation, words.opening),
      isOpen: (organisation) => clock.isOpen(organisation),
    };
  }

  protected override renderReady(ready: DirectoryReady): unknown {
    const view = this.#view(ready);
    const { organisations, procedures } = view.directory;
    const shown = { organisations: PAGE, procedures: PAGE };
    const notice = this.#isStuck && ready.words.notLoaded;
    return (
      this.#conduct?.render(view) ?? homeView({ text: '', notice, organisations, procedures, shown }, view)
    );
  }

  protected override render(): unknown {
    // Until the directory is there too, the page's own content says more.
    return this.stage.kind === 'ready' && !this.#clock ? html`<slot></slot>` : super.render();
  }
}

define('guichet-services-directory', ServicesDirectory);

declare global {
  interface HTMLElementTagNameMap {
    'guichet-services-directory': ServicesDirectory;
  }
}
