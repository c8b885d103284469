import type { ClientOptions, Reading } from '@guichet/client/port';
import type { Administration, Language } from '@guichet/contracts/administration';
import type { CommonWords } from '@guichet/contracts/words/common';
import {
  html,
  LitElement,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import { hasFallback, untilFree } from './fallback.js';
import { reachHuman } from './human.js';
import { languageAt, wordsIn, type Dictionary } from './localize.js';
import { onRecolour, paint } from './palette.js';
import { controls } from './controls.styles.js';

/** What a widget has in hand once it can work. */
export interface Ready<Words, Client = Reading> {
  kind: 'ready';
  administration: Administration;
  client: Client;
  language: Language;
  words: Words;
}

/** `unusable`: the page's own content stays. `administration` is there where it could be read. */
type Stage<Words, Client> =
  | { kind: 'loading' }
  | { kind: 'unusable'; administration?: Administration; words: Words }
  | Ready<Words, Client>;

/**
 * What every widget is: an element for one administration, which shows the page's own content between its tags until
 * it is ready and whenever it cannot work.
 */
export abstract class GuichetElement<Words extends CommonWords, Client extends Reading> extends LitElement {
  static override styles: CSSResultGroup = controls;
  // Not by decorators: their helpers are 0.4 kB that every page would load.
  static override properties: PropertyDeclarations = {
    stage: { attribute: false },
    announcement: { attribute: false },
    administration: {},
    baseUrl: { attribute: 'base-url' },
    language: {},
    headingLevel: { type: Number, attribute: 'heading-level' },
    client: { attribute: false },
  };

  #loading = new AbortController();
  #stopWatching: (() => void) | undefined;

  protected stage: Stage<Words, Client> = { kind: 'loading' };
  private announcement = '';

  /** INSEE code of the commune, or SIREN of any administration. */
  administration = '';
  /** The hosting's origin. Default: where this code was loaded from. */
  baseUrl = new URL(import.meta.url).origin;
  /** `fr` or `en`. Default: the nearest `lang` of the page. */
  language = '';
  /** Level of the widget's first heading in the page's outline. */
  headingLevel = 2;
  /** Replaces the network: for tests, stories, and pages that bring their own. */
  client: Client | undefined;

  /** The network, with the calls that this widget makes. */
  protected abstract readonly connect: (options: ClientOptions) => Client;
  protected abstract readonly dictionary: Dictionary<Words>;
  /** The hosting's own page that does the same. */
  protected readonly page: keyof Administration['links'] = 'contact';

  override connectedCallback(): void {
    super.connectedCallback();
    this.#stopWatching = onRecolour(() => this.#paint());
    window.addEventListener('online', this.#reload);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#stopWatching?.();
    window.removeEventListener('online', this.#reload);
  }

  protected override willUpdate(changed: PropertyValues): void {
    const asked = ['administration', 'baseUrl', 'language', 'client'].some((name) => changed.has(name));
    if (asked) void this.#load();
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has('stage')) this.#paint();
  }

  #reload = (): void => {
    if (this.stage.kind === 'unusable') void this.#load();
  };

  async #load(): Promise<void> {
    this.#loading.abort();
    const { signal } = (this.#loading = new AbortController());
    const { administration: code, baseUrl } = this;
    const client = this.client ?? this.connect({ baseUrl, administration: code });
    const language = languageAt(this, this.language);
    const reading = client.readAdministration({ signal }).catch(() => undefined);
    const words = await wordsIn(language, this.dictionary);
    const administration = await reading;
    const listed = administration?.origins.includes(location.origin);
    if (listed) await untilFree(this);
    if (signal.aborted) return;
    if (administration && listed) {
      this.stage = { kind: 'ready', administration, client, language, words };
      return;
    }
    this.stage = { kind: 'unusable', words, ...(administration && { administration }) };
    // For whoever pasted the snippet, with the exact thing to do.
    console.error(
      administration
        ? `Guichet : dans l’administration de l’hébergement, ajoutez exactement « ${location.origin} » aux sites de « ${administration.name} ».`
        : `Guichet : « ${code} » n’a pas pu être lue sur ${baseUrl}. Vérifiez l’attribut « administration » (code INSEE ou SIREN).`,
    );
  }

  #paint(): void {
    const { stage, renderRoot } = this;
    const base = renderRoot.querySelector<HTMLElement>('.base');
    if (base && stage.kind !== 'loading') paint(base, stage.administration?.theme.accent ?? null);
  }

  /** Says it to those who do not see the screen (RGAA 7.5). */
  protected announce(text: string): void {
    this.announcement = text;
  }

  /** Moves the focus to what a view begins with, once it is drawn. */
  protected async focusOn(id: string): Promise<void> {
    await this.updateComplete;
    (this.renderRoot as ShadowRoot).getElementById(id)?.focus();
  }

  /**
   * What the widget shows once it can work, below the way to reach a human, which `render` puts at the same place in
   * every state of every widget (WCAG 2.2, 3.2.6).
   */
  protected abstract renderReady(ready: Ready<Words, Client>): unknown;

  protected override render(): unknown {
    const { stage } = this;
    if (stage.kind === 'ready') {
      return html`<div class="base" part="base" lang=${stage.language}>
        ${reachHuman(stage.words, stage.administration)} ${this.renderReady(stage)}
        <p class="unseen" role="status">${this.announcement}</p>
      </div>`;
    }
    if (stage.kind === 'loading' || hasFallback(this)) return html`<slot></slot>`;
    const { words, administration } = stage;
    return html`<div class="base" lang=${languageAt(this, this.language)}>
      <p>${words.unusable}</p>
      ${
        administration
          ? html`<p><a href=${administration.links[this.page]}>${words.otherPage}</a></p>
              ${reachHuman(words, administration)}`
          : nothing
      }
    </div>`;
  }
}
