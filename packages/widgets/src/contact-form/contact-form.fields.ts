import type { Administration } from '@guichet/contracts/administration';
import { capacities, natures } from '@guichet/contracts/request-choices';
import type { ContactWords } from '@guichet/contracts/words/contact';
import { html, nothing, type TemplateResult } from 'lit';
import { choice, field, tick, type Field } from '../shared/field.js';
import { heading } from '../shared/heading.js';
import { kindOf, kindsFor, type Draft } from '@guichet/contracts/request-draft';

export interface FormView {
  administration: Administration;
  draft: Draft;
  /** Sentence of each field that is to be corrected, by its name. */
  errors: Readonly<Record<string, string>>;
  /** Level of the sections' headings. */
  level: number;
  words: ContactWords;
  /** Code and name of each country; France alone until the list is loaded. */
  countries: readonly (readonly [code: string, name: string])[];
  /** The field that takes files, once it is loaded. */
  files: unknown;
  /** What the page says in the resident's place, which is not asked. */
  preset: Draft;
}

type Preset = Omit<Field, 'name' | 'label' | 'value'>;

/** The fields of the form: what the nature of the message and the kind of sender need, and no more. */
export function fields(view: FormView): TemplateResult {
  const { administration, draft, errors, files, level, words, preset } = view;
  const choose = <Value extends string>(
    name: string,
    label: string,
    values: readonly Value[],
    labels: Record<Value, string>,
    hints?: Record<Value, string>,
    value = draft[name] ?? '',
  ) =>
    choice({
      name,
      label,
      value,
      error: errors[name],
      options: values.map((each) => [each, labels[each], hints?.[each]] as const),
    });
  const text = (name: string, label: string, preset: Preset) =>
    field({ name, label, value: draft[name] ?? '', error: errors[name], ...preset });

  return html`
    <section class="stack">
      ${heading(level, words.aboutMessage)}
      ${preset['nature'] ? nothing : choose('nature', words.nature, natures, words.natures, words.natureHints)}
      ${
        administration.recipients.length && preset['recipient'] === undefined
          ? text('recipient', words.recipient, {
              optional: words.optional,
              options: [
                ['', words.anyRecipient],
                ...administration.recipients.map(({ slug, name }) => [slug, name] as const),
              ],
            })
          : nothing
      }
      ${text('subject', words.subject, {
        hint: preset['procedure'] ? undefined : words.subjectHint,
      })}
      ${text('message', words.message, { rows: 7 })}
      <div class="room">${files}</div>
    </section>
    <section class="stack">
      ${heading(level, words.aboutYou)}
      ${choose('sender.kind', words.senderKind, kindsFor(draft), words.senderKinds, undefined, kindOf(draft))}
      ${sender(view, text)}
      ${field({
        name: 'sender.email',
        label: words.email,
        value: draft['sender.email'] ?? '',
        error: errors['sender.email'],
        hint: words.emailHint,
        type: 'email',
        autocomplete: 'email',
      })}
      ${more(view, text)}
    </section>
    <div class="unseen" inert>
      <label for="trap">${words.trap}</label>
      <input id="trap" name="trap" tabindex="-1" autocomplete="off" .value=${draft['trap'] ?? ''} />
    </div>
  `;
}

type Text = (name: string, label: string, preset: Preset) => TemplateResult;

/** CRPA R112-9-1: what identifies each kind of sender, and nothing else. */
function sender({ draft, words, countries }: FormView, text: Text): unknown {
  const kind = kindOf(draft);
  const bodyName = () => text('sender.name', words.bodyName, { autocomplete: 'organization' });
  if (kind === 'minimal') return nothing;
  if (kind === 'company') {
    return [bodyName(), text('sender.siret', words.siret, { hint: words.siretHint })];
  }
  if (kind === 'association') {
    return [bodyName(), text('sender.rna', words.rna, { hint: words.rnaHint })];
  }
  return html`
    ${kind === 'organisation' ? bodyName() : nothing}
    <div class="pair">
      ${text('sender.familyName', words.familyName, { autocomplete: 'family-name' })}
      ${text('sender.givenName', words.givenName, { autocomplete: 'given-name' })}
    </div>
    ${text('sender.postalAddress.lines', words.address, {
      hint: words.addressHint,
      rows: 2,
      autocomplete: 'street-address',
    })}
    <div class="pair">
      ${text('sender.postalAddress.postalCode', words.postalCode, {
        autocomplete: 'postal-code',
      })}
      ${text('sender.postalAddress.city', words.city, {
        autocomplete: 'address-level2',
      })}
      ${field({
        name: 'sender.postalAddress.country',
        label: words.country,
        value: draft['sender.postalAddress.country'] ?? 'FR',
        autocomplete: 'country',
        options: countries,
      })}
    </div>
  `;
}

/** What few people need: closed, unless something in it is to be corrected. */
function more({ draft, errors, words }: FormView, text: Text): TemplateResult {
  const { optional } = words;
  const kind = kindOf(draft);
  const isPerson = kind === 'individual' || kind === 'organisation';
  const isWrong = ['phone', 'preferredName', 'receiptEmail', 'onBehalfOf.name'].some(
    (name) => errors[`sender.${name}`],
  );
  return html`<details ?open=${isWrong}>
    <summary>${words.more}&nbsp;<small>(${optional})</small></summary>
    <div class="stack">
      ${text('sender.phone', words.phoneNumber, {
        hint: words.phoneHint,
        optional,
        type: 'tel',
        autocomplete: 'tel',
      })}
      ${
        isPerson
          ? text('sender.preferredName', words.preferredName, {
              hint: words.preferredNameHint,
              optional,
            })
          : nothing
      }
      ${text('sender.receiptEmail', words.receiptEmail, {
        hint: words.receiptEmailHint,
        optional,
        type: 'email',
      })}
      ${kind === 'minimal' ? nothing : onBehalf(draft, words, text)}
      ${
        draft['nature'] === 'question'
          ? nothing
          : tick(
              'sender.refusesElectronicReply',
              words.refusesElectronicReply,
              !!draft['sender.refusesElectronicReply'],
            )
      }
    </div>
  </details>`;
}

function onBehalf(draft: Draft, words: ContactWords, text: Text): unknown {
  const isFor = !!draft['sender.onBehalfOf'];
  return html`${tick('sender.onBehalfOf', words.isOnBehalf, isFor)}
  ${
    isFor
      ? html`<div class="pair">
          ${text('sender.onBehalfOf.name', words.onBehalfName, {})}
          ${text('sender.onBehalfOf.capacity', words.capacity, {
            options: capacities.map((each) => [each, words.capacities[each]] as const),
          })}
        </div>`
      : nothing
  }`;
}
