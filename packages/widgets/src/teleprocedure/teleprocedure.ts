import { isApiError } from '@guichet/client/api-error';
import { late } from '@guichet/client/late';
import { createTeleprocedurePageClient } from '@guichet/client/teleprocedure-page';
import type { Prefill, Teleprocedure as Told } from '@guichet/contracts/teleprocedure';
import { html, type PropertyValues } from 'lit';
import { define } from '../shared/define.js';
import { untilFree } from '../shared/fallback.js';
import { GuichetElement, type Ready } from '../shared/guichet-element.js';
import type { Course } from './course.js';
import { facadeView, notFoundView, NOTICE } from './facade.view.js';
import { takeReturn, teleprocedures } from './returning.js';
import { TeleprocedureBegunEvent } from './teleprocedure.events.js';
import { dictionary, type Words } from './teleprocedure.messages.js';
import { styles } from './teleprocedure.styles.js';
import type { TeleprocedureClient, View } from './view.js';

type TeleprocedureReady = Ready<Words, TeleprocedureClient>;

const loadCourse = late(() => import('./course.js'));

/**
 * A téléprocédure that somebody else operates, on the administration's own site: what is told of it first; then in a
 * frame, or handed over to the operator's site and back, as the hosting says.
 *
 * Nothing of the operator's is loaded, and nothing asked of it, before the resident begins.
 *
 * @tag guichet-teleprocedure
 * @slot - Shown until the element is ready, and whenever it cannot work: how else to reach the administration.
 * @event {TeleprocedureBegunEvent} guichet-teleprocedure-begun - The resident wants to begin. Cancelable.
 *   `detail.procedure`, `detail.entry`.
 * @event {TeleprocedureStepEvent} guichet-teleprocedure-step - Another step of what is framed. `detail.index`,
 *   `detail.count`.
 * @event {TeleprocedureFellBackEvent} guichet-teleprocedure-fell-back - It could not be shown in the page; the resident
 *   is led to the operator's.
 * @event {TeleprocedureSubmittedEvent} guichet-teleprocedure-submitted - The request was sent. `detail.reference`.
 * @event {TeleprocedureLeftEvent} guichet-teleprocedure-left - The resident left it without having sent anything.
 * @csspart base - All that the widget draws.
 * @csspart frame - What holds the operator's page, with what stands above it.
 * @cssproperty --guichet-accent - Colour of buttons and links; corrected to be readable on the page. Given to the
 *   operator's page, as are the next two, the fonts' names and the colours of the page.
 * @cssproperty --guichet-danger - Colour of errors; corrected alike.
 * @cssproperty --guichet-radius - How round the corners are.
 * @cssproperty --guichet-density - What the operator's page multiplies its spaces by: 0.5 to 2.
 * @cssproperty --guichet-motion - `reduced`: nothing moves in the operator's page, whatever the system says.
 * @cssproperty --guichet-max-inline-size - Widest that it becomes.
 *
 * @example
 * <guichet-teleprocedure administration="28148" procedure="inscription-creche">
 *   <p>Mairie du Favril : <a href="tel:0237000000">02 37 00 00 00</a></p>
 * </guichet-teleprocedure>
 */
export class Teleprocedure extends GuichetElement<Words, TeleprocedureClient> {
  static override styles = [GuichetElement.styles, styles];
  static override properties = { procedure: {}, prefill: { attribute: false } };

  /** Slug of the téléprocédure. */
  procedure = '';
  /**
   * What the resident typed elsewhere in the page already. Handed over where the operator takes it, once the resident
   * has seen what and left it ticked.
   */
  prefill: Prefill | undefined;

  #reading = new AbortController();
  /** `missing`: none of that name is offered. Null where it could not be read. */
  #told: Told | 'missing' | null | undefined;
  /** What the resident does, loaded when somebody comes to begin. */
  #course: Course | undefined;
  #loading: Promise<void> | undefined;
  /** Whether it was wanted and could not be loaded. */
  #isStuck = false;

  protected override readonly connect = createTeleprocedurePageClient;
  protected override readonly dictionary = dictionary;
  protected override readonly page = 'services';

  override connectedCallback(): void {
    super.connectedCallback();
    teleprocedures.add(this);
    takeReturn();
    addEventListener('hashchange', this.#onReturn);
    addEventListener('online', this.#onOnline);
    this.#course?.connect();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    teleprocedures.delete(this);
    removeEventListener('hashchange', this.#onReturn);
    removeEventListener('online', this.#onOnline);
    this.#course?.disconnect();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (['administration', 'baseUrl', 'client', 'procedure'].some((name) => changed.has(name)))
      void this.#read();
    if (changed.has('stage')) this.#settle();
  }

  protected override firstUpdated(): void {
    for (const type of ['pointerover', 'focusin', 'click'])
      this.renderRoot.addEventListener(type, this.#want);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.#view || !(changed.has('stage') || changed.has('prefill'))) return;
    if (this.prefill || !this.#view.teleprocedure.entry) void this.#load();
    void this.#course?.speak();
    this.#onReturn();
  }

  #onReturn = (): void => {
    if (takeReturn() && this.#view) void this.#load().then(() => this.#course?.arrive());
  };

  #onOnline = (): void => {
    if (this.#told === null) void this.#read();
  };

  /** Reads it beside the administration, neither waiting for the other. */
  async #read(): Promise<void> {
    const { administration, baseUrl, procedure } = this;
    this.#reading.abort();
    const { signal } = (this.#reading = new AbortController());
    this.#course?.end();
    this.#course = this.#told = undefined;
    const client = this.client ?? this.connect({ baseUrl, administration });
    const told = await client
      .readTeleprocedure(procedure, { signal })
      .catch((error: unknown) =>
        isApiError(error) && error.code === 'teleprocedure-not-found' ? ('missing' as const) : null,
      );
    if (signal.aborted) return;
    this.#told = told;
    if (this.stage.kind !== 'ready') return;
    await untilFree(this);
    // Anew, so that it is settled, drawn and painted with what is told.
    if (!signal.aborted) this.stage = { ...this.stage };
  }

  /** Says what could not be read, to whoever pasted the snippet too. */
  #settle(): void {
    const { stage, procedure } = this;
    if (stage.kind !== 'ready' || (this.#told !== null && this.#told !== 'missing')) return;
    const { administration, words } = stage;
    const isMissing = this.#told === 'missing';
    if (!isMissing) this.stage = { kind: 'unusable', administration, words };
    console.error(
      isMissing
        ? `Guichet : aucune téléprocédure « ${procedure} » n’est proposée par « ${administration.name} ». Vérifiez l’attribut « procedure ».`
        : `Guichet : la téléprocédure « ${procedure} » n’a pas pu être lue sur ${this.baseUrl}.`,
    );
  }

  /** Somebody comes to begin: what that takes is loaded, and what was pressed meanwhile is pressed again. */
  #want = (event: Event): void => {
    const link = event.type === 'click' && (event.target as Element).closest('a[data-act=begin]');
    // A plain link, unless the page says otherwise.
    if (link && !this.dispatchEvent(new TeleprocedureBegunEvent(this.procedure, 'link')))
      event.preventDefault();
    void this.#hurry(event);
  };

  async #hurry({ type, target }: Event): Promise<void> {
    if (this.#course || !this.#view) return;
    const pressed = type === 'click' && (target as Element).closest<HTMLElement>('button[data-act]');
    await this.#load();
    if (!pressed) return;
    this.#isStuck = !this.#course;
    this.requestUpdate();
    if (this.#course) pressed.click();
    else void this.focusOn(NOTICE);
  }

  /** Once, however often it is wanted meanwhile. */
  #load(): Promise<void> {
    return (this.#loading ??= this.#loadCourse().finally(() => (this.#loading = undefined)));
  }

  async #loadCourse(): Promise<void> {
    const { signal } = this.#reading;
    if (this.#course) return;
    try {
      (this.stage as TeleprocedureReady).client.prepare?.();
      const { Course } = await loadCourse();
      if (signal.aborted || !this.#view) return;
      const course = new Course({
        element: this,
        root: this.renderRoot as ShadowRoot,
        client: () => (this.stage as TeleprocedureReady).client,
        view: () => this.#view!,
        announce: (text) => this.announce(text),
      });
      await course.speak();
      if (signal.aborted) {
        course.end();
        return;
      }
      this.#course = course;
      course.connect();
    } catch {
      // Said where it is wanted.
    }
    this.requestUpdate();
    await this.updateComplete;
  }

  get #view(): View | undefined {
    const { stage } = this;
    if (stage.kind !== 'ready' || typeof this.#told !== 'object' || !this.#told) return undefined;
    const { words, language, administration } = stage;
    const level = Math.min(6, Math.max(1, this.headingLevel || 2));
    return { words, language, administration, teleprocedure: this.#told, level };
  }

  protected override renderReady({ words, administration }: TeleprocedureReady): unknown {
    const view = this.#view;
    if (!view) return notFoundView({ words, administration });
    return this.#course?.render(view) ?? facadeView(view, { notice: this.#isStuck && words.offline });
  }

  protected override render(): unknown {
    // Until what is told is there too, the page's own content says more.
    return this.stage.kind === 'ready' && this.#told === undefined ? html`<slot></slot>` : super.render();
  }
}

define('guichet-teleprocedure', Teleprocedure);

declare global {
  interface HTMLElementTagNameMap {
    'guichet-teleprocedure': Teleprocedure;
  }
}
