import type { Language } from '@guichet/contracts/administration';
import type { Correction } from '@guichet/contracts/correction';
import {
  type CorrectionField,
  correctionFields,
  correctionFrom,
  draftOf,
} from '@guichet/contracts/correction-from-draft';
import { changesOf, checkCorrection } from '@guichet/contracts/correction-rules';
import type { FieldError } from '@guichet/contracts/problem';
import type { Draft } from '@guichet/contracts/request-draft';
import { correctionError, type CorrectionWords } from '@guichet/contracts/words/correction';
import { correctionFr } from '@guichet/contracts/words/correction.fr';
import { html, nothing, type TemplateResult } from 'lit';
import { countries } from '../shared/countries.js';
import { errorSummary } from '../shared/error-summary.js';
import { type Field, field } from '../shared/field.js';
import { heading } from '../shared/heading.js';
import { wordsIn } from '../shared/localize.js';
import type { Click } from './request-tracker.state.js';
import { CORRECTION, refusal, type View } from './view.js';

const words = {
  fr: correctionFr,
  en: async () => (await import('@guichet/contracts/words/correction.en')).correctionEn,
};

/** Beside this form stands another one, which has a message of its own. */
const PREFIX = 'correction.';

const autofill: Partial<Record<CorrectionField, Partial<Field>>> = {
  'sender.name': { autocomplete: 'organization' },
  'sender.familyName': { autocomplete: 'family-name' },
  'sender.givenName': { autocomplete: 'given-name' },
  'sender.postalAddress.lines': { autocomplete: 'street-address', rows: 2 },
  'sender.postalAddress.postalCode': { autocomplete: 'postal-code' },
  'sender.postalAddress.city': { autocomplete: 'address-level2' },
  'sender.postalAddress.country': { autocomplete: 'country' },
  'sender.phone': { type: 'tel', autocomplete: 'tel' },
  subject: { autocomplete: 'off' },
  message: { autocomplete: 'off', rows: 8 },
};
const optional: readonly CorrectionField[] = ['sender.preferredName', 'sender.phone'];

/** Makes the form that corrects what was sent. */
export async function openCorrection(before: Correction, language: Language): Promise<CorrectionForm> {
  return new CorrectionForm(before, language, await wordsIn(language, words));
}

/** What was sent, in a form; keeps what is typed in it whatever becomes of the connection or the session. */
export class CorrectionForm {
  readonly #before: Correction;
  readonly #words: CorrectionWords;
  readonly #draft: Draft;
  readonly #countries: ReturnType<typeof countries>;
  #problems: readonly FieldError[] = [];
  #note: 'unchanged' | 'kept' | undefined;

  constructor(before: Correction, language: Language, words: CorrectionWords) {
    this.#before = before;
    this.#words = words;
    this.#draft = draftOf(before);
    this.#countries = countries(language);
  }

  /** @param id of the control */
  type(id: string, text: string): void {
    this.#draft[id.slice(PREFIX.length)] = text;
  }

  get #correction(): Correction {
    return correctionFrom(this.#draft, this.#before);
  }

  get isChanged(): boolean {
    return changesOf(this.#before, this.#correction).length > 0;
  }

  /** What can be sent; undefined where something is to be put right first, which the form then says. */
  take(): Correction | undefined {
    const correction = this.#correction;
    this.refuse(checkCorrection(correction, this.#before));
    this.#note = this.isChanged ? undefined : 'unchanged';
    return this.isInvalid || this.#note ? undefined : correction;
  }

  get isInvalid(): boolean {
    return this.#problems.length > 0;
  }

  /** What the hosting found wrong. */
  refuse(problems: readonly FieldError[]): void {
    this.#problems = problems;
  }

  /** The session ended while it was being written. */
  keep(): void {
    this.#note = 'kept';
  }

  view(sending: Click | { kind: 'asked' }, view: View): TemplateResult {
    const { words, level, actions } = view;
    const { title, intro, send, cancel, labels, hints } = this.#words;
    const isSending = sending.kind === 'sending';
    const shown = correctionFields.filter((name) => this.#draft[name] !== undefined);
    const sentences = new Map(
      this.#problems.map(({ path, code }) => [
        path,
        correctionError(this.#words, path as CorrectionField, code),
      ]),
    );
    const control = (name: CorrectionField) =>
      field({
        name: PREFIX + name,
        label: labels[name],
        value: this.#draft[name]!,
        hint: hints[name],
        error: sentences.get(name),
        optional: optional.includes(name) ? words.optional : undefined,
        options: name === 'sender.postalAddress.country' ? this.#countries : undefined,
        readonly: isSending,
        ...autofill[name],
      });
    const summary = [...sentences].map(([name, sentence]) => ({ name: PREFIX + name, sentence }));
    const isNoted = sending.kind === 'refused' || this.#note;
    return html`<form
      class="stack screen-only"
      novalidate
      aria-labelledby="correction-title"
      @submit=${actions.correct}
      @input=${actions.typeCorrection}
    >
      <div id="correction-title">${heading(level + 1, title, isNoted ? undefined : CORRECTION)}</div>
      ${sending.kind === 'refused' ? refusal(CORRECTION, sending.refusal, view) : nothing}
      ${
        sending.kind !== 'refused' && this.#note
          ? html`<div class="notice" id=${CORRECTION} tabindex="-1" role="group">
              <p>${this.#words[this.#note]}</p>
            </div>`
          : nothing
      }
      ${summary.length ? errorSummary(words, level + 2, summary) : nothing}
      <ul>
        ${intro.map((each) => html`<li>${each}</li>`)}
      </ul>
      ${shown.map(control)}
      <div class="actions">
        <button class="main" aria-disabled=${isSending}>${isSending ? words.sending : send}</button>
        <button type="button" aria-disabled=${isSending} @click=${actions.dropCorrection}>${cancel}</button>
      </div>
    </form>`;
  }
}
