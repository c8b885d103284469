import { html, nothing, type TemplateResult } from 'lit';

/** Label, hint, error and control of one field, in one shadow root: references do not cross it. */
export interface Field {
  /** The member of the request that it fills (`sender.email`): also its `id`, so that errors find it. */
  name: string;
  label: string;
  value: string;
  /** Format and example (RGAA 11.10). */
  hint?: string | undefined;
  error?: string | undefined;
  /** The word « facultatif », where the field may stay empty. */
  optional?: string | undefined;
  type?: 'email' | 'tel' | 'text';
  /** HTML's autofill token (RGAA 11.13). */
  autocomplete?: string;
  /** Makes it a text of several lines. */
  rows?: number;
  /** A text that can be read and copied, not changed. */
  readonly?: boolean;
  /** Makes it a list: value and label of each choice. */
  options?: readonly (readonly [value: string, label: string])[] | undefined;
}

export interface Choice {
  name: string;
  label: string;
  value: string;
  error?: string | undefined;
  options: readonly (readonly [value: string, label: string, hint?: string | undefined])[];
}

const errorOf = ({ name, error }: Field | Choice) =>
  error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing;

/** A text, a text of several lines, or a list. */
export function field(field: Field): TemplateResult {
  const { name, label, value, hint, error, optional, type, autocomplete, rows, readonly, options } = field;
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || nothing;
  const invalid = error ? 'true' : nothing;
  const autofill = autocomplete ?? nothing;
  const control = options
    ? html`<select
        id=${name}
        name=${name}
        autocomplete=${autofill}
        aria-describedby=${describedBy}
        aria-invalid=${invalid}
        ?required=${!optional}
      >
        ${options.map(([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`)}
      </select>`
    : rows
      ? html`<textarea
          id=${name}
          name=${name}
          rows=${rows}
          ?readonly=${readonly}
          autocomplete=${autofill}
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          ?required=${!optional}
          .value=${value}
        ></textarea>`
      : html`<input
          id=${name}
          name=${name}
          type=${type ?? 'text'}
          autocomplete=${autofill}
          aria-describedby=${describedBy}
          aria-invalid=${invalid}
          ?required=${!optional}
          .value=${value}
        />`;
  return html`<div class="field">
    <label for=${name}>${label}${optional && html`&nbsp;<small>(${optional})</small>`}</label>
    ${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}${errorOf(field)}${control}
  </div>`;
}

/** One choice among a few, all of them seen. */
export function choice(choice: Choice): TemplateResult {
  const { name, label, value, error, options } = choice;
  return html`<fieldset
    class="field"
    role="radiogroup"
    aria-required="true"
    aria-invalid=${error ? 'true' : nothing}
    aria-describedby=${error ? `${name}-error` : nothing}
  >
    <legend>${label}</legend>
    ${errorOf(choice)}
    <div class="choices">
      ${options.map(
        ([each, text, hint], index) =>
          html`<label class="choice">
            <input
              type="radio"
              id=${index ? nothing : name}
              name=${name}
              value=${each}
              .checked=${each === value}
            />
            <span>${text}${hint && html`<small>${hint}</small>`}</span>
          </label>`,
      )}
    </div>
  </fieldset>`;
}

/** Yes or nothing. */
export function tick(name: string, label: string, checked: boolean, error?: string): TemplateResult {
  return html`<div class="field">
    <label class="choice">
      <input
        type="checkbox"
        id=${name}
        name=${name}
        .checked=${checked}
        aria-invalid=${error ? 'true' : nothing}
        aria-describedby=${error ? `${name}-error` : nothing}
      />
      <span>${label}</span>
    </label>
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing}
  </div>`;
}
