/** Label, hint, error and control of one field. Ids are the names of the members that they fill, as in the widgets. */
import type { Draft } from '@guichet/contracts/request-draft';
import { attributes, markup, type Markup, type Piece } from './html.js';

/** What a form holds, and what is to be corrected in it. */
export interface Form {
  draft: Draft;
  /** Sentence by name of the field, in the order of the form. */
  errors: Readonly<Record<string, string>>;
  /** The word « facultatif ». */
  optional: string;
}

interface Preset {
  hint?: string;
  isOptional?: boolean;
  type?: 'email' | 'tel' | 'text';
  /** HTML's autofill token (RGAA 11.13). */
  autocomplete?: string;
  inputmode?: 'numeric';
  /** What stands there before anything is typed. */
  initial?: string;
}

/** Which sentences describe a control. */
function describedBy(name: string, hint: unknown, error: unknown): string | undefined {
  return [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined;
}

/**
 * `aria-required`, not `required`: the server checks and says what is wrong in words, on a page that keeps all that
 * was typed; and the browser would not send a form whose required field is hidden.
 */
function common({ errors }: Form, name: string, { hint, isOptional, autocomplete, inputmode }: Preset) {
  return {
    id: name,
    name,
    autocomplete,
    inputmode,
    'aria-required': isOptional ? undefined : 'true',
    'aria-invalid': errors[name] ? 'true' : undefined,
    'aria-describedby': describedBy(name, hint, errors[name]),
  };
}

function framed(
  { errors, optional }: Form,
  name: string,
  label: string,
  preset: Preset,
  control: Markup,
): Markup {
  return markup`<div class="field">
    <label for="${name}">${label}${preset.isOptional && markup` <small>(${optional})</small>`}</label>
    ${preset.hint && markup`<p class="hint" id="${name}-hint">${preset.hint}</p>`} ${errorOf(errors, name)}
    ${control}
  </div>`;
}

function errorOf(errors: Form['errors'], name: string): Piece {
  return errors[name] && markup`<p class="error" id="${name}-error">${errors[name]}</p>`;
}

export function textField(form: Form, name: string, label: string, preset: Preset = {}): Markup {
  const value = form.draft[name] ?? preset.initial ?? '';
  const control = markup`<input${attributes({ ...common(form, name, preset), type: preset.type ?? 'text', value })}>`;
  return framed(form, name, label, preset, control);
}

export function textArea(form: Form, name: string, label: string, rows: number, preset: Preset = {}): Markup {
  // The parser drops a first line end: this one, not the resident's.
  const control = markup`<textarea${attributes({ ...common(form, name, preset), rows })}>${'\n'}${form.draft[name]}</textarea>`;
  return framed(form, name, label, preset, control);
}

export function select(
  form: Form,
  name: string,
  label: string,
  options: readonly (readonly [value: string, text: string])[],
  preset: Preset = {},
): Markup {
  const chosen = form.draft[name] ?? '';
  const control = markup`<select${attributes(common(form, name, preset))}>${options.map(
    ([value, text]) => markup`<option${attributes({ value, selected: value === chosen })}>${text}</option>`,
  )}</select>`;
  return framed(form, name, label, preset, control);
}

export interface Option {
  value: string;
  label: string;
  hint?: Piece;
  /** Of the choice, so that it can be hidden where it does not apply. */
  className?: string;
}

/** One choice among a few, all of them seen. */
export function radios(
  { draft, errors }: Form,
  name: string,
  label: string,
  options: readonly Option[],
  initial = '',
): Markup {
  const chosen = draft[name] ?? initial;
  const state = {
    'aria-invalid': errors[name] ? 'true' : undefined,
    'aria-describedby': describedBy(name, false, errors[name]),
  };
  const option = ({ value, label: text, hint, className }: Option, i: number) => {
    const radio = { id: i ? undefined : name, name, value, checked: value === chosen };
    return markup`<label class="choice ${className}">
      <input type="radio"${attributes(radio)}>
      <span>${text}${hint && markup`<small>${hint}</small>`}</span>
    </label>`;
  };
  return markup`<fieldset class="field" role="radiogroup" aria-required="true"${attributes(state)}>
    <legend>${label}</legend>
    ${errorOf(errors, name)}
    <div class="choices">${options.map(option)}</div>
  </fieldset>`;
}

/** Yes or nothing. */
export function tick({ draft, errors }: Form, name: string, label: string): Markup {
  const box = {
    id: name,
    name,
    value: 'yes',
    checked: !!draft[name],
    'aria-describedby': describedBy(name, false, errors[name]),
  };
  return markup`<div class="field">
    <label class="choice"><input type="checkbox"${attributes(box)}><span>${label}</span></label>
    ${errorOf(errors, name)}
  </div>`;
}

export function hidden(values: Readonly<Record<string, string>>): Markup[] {
  return Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => markup`<input type="hidden" name="${name}" value="${value}" />`);
}

/** All that is to be corrected, with a link to each field. The page begins there: it takes the focus. */
export function errorSummary(title: string, errors: Form['errors']): Markup {
  return markup`<div
    class="notice bad"
    id="summary"
    tabindex="-1"
    autofocus
    role="group"
    aria-labelledby="summary-title"
  >
    <h2 id="summary-title">${title}</h2>
    <ul>
      ${Object.entries(errors).map(([name, sentence]) => markup`<li><a href="#${name}">${sentence}</a></li>`)}
    </ul>
  </div>`;
}

/** What became of what was sent, where the page begins. */
export function notice(text: Piece, isBad = false): Markup {
  return markup`<div class="notice${isBad && ' bad'}" tabindex="-1" autofocus role="group">${text}</div>`;
}
