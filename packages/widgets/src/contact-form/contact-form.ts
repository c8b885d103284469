import { createPageClient } from '@guichet/client/page';
import type { ContactWords } from '@guichet/contracts/words/contact';
import { contactFr } from '@guichet/contracts/words/contact.fr';
import type { ContactOutcomeWords } from '@guichet/contracts/words/contact-outcome';
import { html, nothing, type PropertyValues } from 'lit';
import { define } from '../shared/define.js';
import { errorSummary, SUMMARY } from '../shared/error-summary.js';
import { GuichetElement } from '../shared/guichet-element.js';
import { heading, VIEW } from '../shared/heading.js';
import { wordsIn, type Dictionary } from '../shared/localize.js';
import type {
  ContactClient,
  ContactController,
  ContactReady,
  ContactState,
} from './contact-form.controller.js';
import type { Draft } from '@guichet/contracts/request-draft';
import { fields } from './contact-form.fields.js';
import type { Own } from './contact-form.procedure.js';
import { privacy } from './contact-form.privacy.js';
import { styles } from './contact-form.styles.js';

/** What is loaded at the first input. */
type Later = typeof import('./contact-form.outcome.js');

/**
 * Writes to an administration, and gives the receipt (CRPA L112-8 to L112-11).
 *
 * @tag guichet-contact-form
 * @slot - Shown until the form is ready, and whenever it cannot work: how else to reach the administration.
 * @event {GuichetRequestSentEvent} guichet-request-sent - The message is registered. `detail.reference`.
 * @event {GuichetRequestDelayedEvent} guichet-request-delayed - It could not leave yet. `detail.code`.
 * @csspart base - All that the widget draws.
 * @cssproperty --guichet-accent - Colour of buttons and links; corrected to be readable on the page.
 * @cssproperty --guichet-danger - Colour of errors; corrected alike.
 * @cssproperty --guichet-border - Colour of the fields' borders; corrected alike.
 * @cssproperty --guichet-radius - How round the corners are.
 * @cssproperty --guichet-max-inline-size - Widest that the form becomes.
 */
export class GuichetContactForm extends GuichetElement<ContactWords, ContactClient> {
  static override styles = [GuichetElement.styles, styles];
  static override properties = {
    controller: { attribute: false },
    isStuck: { attribute: false },
    own: { attribute: false },
    recipient: {},
    procedure: {},
  };

  /** What was typed. */
  draft: Draft = {};
  /** Whether what comes next could not be loaded. */
  isStuck = false;

  protected override readonly connect = createPageClient;
  protected override readonly dictionary: Dictionary<ContactWords> = {
    fr: contactFr,
    en: () => import('@guichet/contracts/words/contact.en').then((module) => module.contactEn),
  };

  #loading: Promise<void> | undefined;
  #hasBegun = false;
  #later: Later | undefined;
  #shown: ContactState | undefined;
  /** What the page says in the resident's place. */
  #preset: Draft = {};

  private controller: ContactController | undefined;
  private outcome: ContactOutcomeWords | undefined;
  private own: Own | undefined;

  /** Slug of the service that the page writes to. Without it the resident chooses among the administration's. */
  recipient = '';

  /** Slug of the procedure that the page is for. Without it, or where it is not open, the form is the general one. */
  procedure = '';

  get whole(): Draft {
    return { ...this.#preset, ...this.draft };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const state = this.controller?.state;
    if (state === this.#shown) return;
    const before = this.#shown;
    this.#shown = state;
    if (state) this.#follow(state, before);
  }

  /** Brings the person to what is new: by the focus where they asked for it, else by saying it. */
  #follow(state: ContactState, before: ContactState | undefined): void {
    const { outcome } = this;
    // The room that the snippet reserves is the form's: what comes after, asked for by the resident, is shorter.
    if (state.kind !== 'editing') this.style.minHeight = '0';
    if (state.kind === 'editing') {
      if (state.problems.length) void this.focusOn(SUMMARY);
      else if (before && before.kind !== 'editing') void this.focusOn(VIEW);
    } else if (state.kind === 'sending') {
      this.announce(outcome!.sending);
    } else if (state.kind === 'waiting' && before?.kind === 'waiting') {
      this.announce(state.isTrying ? outcome!.sending : outcome!.waitingTitle);
    } else {
      this.announce('');
      void this.focusOn(VIEW);
    }
  }

  /** Loads what only a procedure needs, its own or one that is not to be asked for here. */
  async #loadOwn({ administration, language }: ContactReady): Promise<void> {
    if (this.procedure || administration.reserved)
      this.own ??= await (await import('./contact-form.procedure.js')).own(language);
  }

  /** Loads what comes after the form. Tried again by the next call where it fails. */
  #load(): Promise<void> {
    const { stage } = this;
    if (stage.kind !== 'ready') return Promise.resolve();
    stage.client.prepare?.();
    return (this.#loading ??= (async () => {
      const later = await import('./contact-form.outcome.js');
      this.outcome = await wordsIn(stage.language, later.outcomeWords);
      await this.#loadOwn(stage);
      this.#later = later;
      this.controller ??= new later.ContactController(this, () => this.stage as ContactReady);
    })().catch((error: unknown) => {
      this.#loading = undefined;
      throw error;
    }));
  }

  #onInput({ target }: Event): void {
    const { name, type, value, checked } = target as HTMLInputElement;
    if (!name) return;
    const isBox = type === 'checkbox';
    this.draft[name] = isBox && !checked ? '' : isBox ? 'yes' : value;
    // What is typed changes nothing else; what is chosen may ask for other fields.
    if (isBox || type === 'radio') this.requestUpdate();
    // Where it fails, the button tries again: not every letter.
    if (!this.#hasBegun) void this.#load().catch(() => {});
    this.#hasBegun = true;
  }

  async #onSubmit(event: Event): Promise<void> {
    event.preventDefault();
    this.isStuck = false;
    await this.#load().then(
      () => this.controller!.check(),
      () => (this.isStuck = true),
    );
  }

  #erase = async (): Promise<void> => {
    if (!confirm((this.stage as ContactReady).words.eraseQuestion)) return;
    this.draft = {};
    this.renderRoot.querySelector('form')?.reset();
    this.requestUpdate();
    // Without what comes after the form, the empty form says enough.
    await this.#load().then(
      () => this.controller!.erase(),
      () => {},
    );
  };

  /** The sentence of each field that is to be corrected. */
  #sentences(): Record<string, string> {
    const { outcome } = this;
    const state = this.controller?.state;
    if (state?.kind !== 'editing' || !outcome) return {};
    return Object.fromEntries(
      state.problems.map(({ path, code }) => [
        path,
        outcome.errors[path]?.[code] ?? outcome.otherErrors[code],
      ]),
    );
  }

  protected override renderReady(ready: ContactReady): unknown {
    const { administration, language, words } = ready;
    const { controller, headingLevel: level, outcome } = this;
    const state = controller?.state ?? { kind: 'editing', problems: [] };
    if (state.kind !== 'editing') {
      return this.#later!.outcome(state, {
        administration,
        announce: (text) => this.announce(text),
        controller: controller!,
        erase: this.#erase,
        language,
        level,
        outcome: outcome!,
        own: this.own,
        words,
      });
    }
    const errors = this.#sentences();
    const { procedure, recipient } = this;
    const offer = administration.procedures.find(({ slug }) => slug === procedure);
    if (!offer) void this.#loadOwn(ready).catch(() => {});
    const preset = (this.#preset = offer
      ? { procedure, nature: offer.nature ?? '', recipient: offer.recipient ?? '' }
      : administration.recipients.some(({ slug }) => slug === recipient)
        ? { recipient }
        : {});
    return html`<form class="stack" novalidate @input=${this.#onInput} @submit=${this.#onSubmit}>
      <div>
        ${heading(level, offer ? html`<span lang="fr">${offer.title}</span>` : words.title, VIEW)}
        ${
          offer
            ? offer.description && html`<p lang="fr">${offer.description}</p>`
            : this.own && html`<div class="notice">${this.own.notice(administration, procedure)}</div>`
        }
        <p>${words.intro}</p>
        <p>${words.requiredNote}</p>
      </div>
      ${
        state.problems.length
          ? errorSummary(
              words,
              level + 1,
              Object.entries(errors).map(([name, sentence]) => ({ name, sentence })),
            )
          : nothing
      }
      ${fields({
        administration,
        countries: controller?.countries ?? [['FR', words.france]],
        draft: this.whole,
        errors,
        files: controller?.fileField,
        level: level + 1,
        preset,
        words,
      })}
      ${privacy(ready)} ${this.isStuck ? html`<p class="notice" role="alert">${words.stuck}</p>` : nothing}
      <div class="actions">
        <button class="main">${words.review}</button>
        <button type="button" class="plain" @click=${this.#erase}>${words.erase}</button>
      </div>
    </form>`;
  }
}

define('guichet-contact-form', GuichetContactForm);

declare global {
  interface HTMLElementTagNameMap {
    'guichet-contact-form': GuichetContactForm;
  }
}
