/** From what a form holds to the request, so that the widget and the page without JavaScript send the same. */
import type { Language } from './administration.js';
import { GENERAL_FORM } from './general-form.js';
import { compactNumber } from './identity.js';
import type { FieldError } from './problem.js';
import type { NewRequest, Sender } from './request.js';
import { kindOf, type Draft } from './request-draft.js';
import { capacities, natures } from './request-choices.js';
import { checkRequest } from './request-rules.js';

const oneOf = <Value extends string>(values: readonly Value[], text: string | undefined) =>
  values.find((value) => value === text);

/**
 * What the form holds, as the API wants it. A draft that names no procedure is the general form's.
 */
export function requestFrom(draft: Draft, language: Language): NewRequest {
  const text = (name: string) => draft[name]?.trim() ?? '';
  const orNull = (name: string) => text(name) || null;
  const nature = oneOf(natures, draft['nature']) ?? 'request';
  const kind = kindOf(draft);

  const everySender = {
    email: text('sender.email'),
    receiptEmail: orNull('sender.receiptEmail'),
    phone: orNull('sender.phone'),
    // L112-14: an answer to a question cannot be refused by electronic means; the box is not shown then.
    refusesElectronicReply: !!draft['sender.refusesElectronicReply'] && nature !== 'question',
    onBehalfOf: draft['sender.onBehalfOf']
      ? {
          name: text('sender.onBehalfOf.name'),
          capacity: oneOf(capacities, draft['sender.onBehalfOf.capacity']) ?? capacities[0],
        }
      : null,
  };
  const country = draft['sender.postalAddress.country'] ?? 'FR';
  const postalCode = text('sender.postalAddress.postalCode');
  const person = () => ({
    familyName: text('sender.familyName'),
    givenName: text('sender.givenName'),
    preferredName: orNull('sender.preferredName'),
    postalAddress: {
      lines: text('sender.postalAddress.lines')
        .split(/\s*\n\s*/)
        .filter(Boolean),
      postalCode: country === 'FR' ? compactNumber(postalCode) : postalCode,
      city: text('sender.postalAddress.city'),
      country,
    },
  });
  const name = text('sender.name');
  const number = compactNumber(text('sender.siret'));
  const senders: { [Kind in Sender['kind']]: () => Extract<Sender, { kind: Kind }> } = {
    individual: () => ({ kind: 'individual', ...person(), ...everySender }),
    company: () => ({
      kind: 'company',
      // One field takes both numbers: a SIREN has nine digits, a SIRET fourteen.
      siret: number.length === 9 ? null : number || null,
      siren: number.length === 9 ? number : null,
      name,
      ...everySender,
    }),
    association: () => ({
      kind: 'association',
      rna: compactNumber(text('sender.rna')),
      name,
      ...everySender,
    }),
    organisation: () => ({ kind: 'organisation', name, ...person(), ...everySender }),
    minimal: () => ({ kind: 'minimal', ...everySender, onBehalfOf: null }),
  };
  return {
    procedure: draft['procedure'] || GENERAL_FORM,
    nature,
    recipient: draft['recipient'] || null,
    sender: senders[kind](),
    subject: text('subject'),
    message: text('message'),
    language,
  };
}

/** @returns what is to be corrected before it can be sent: names of fields, in the order of the form */
export function problemsOf(draft: Draft, request: NewRequest): FieldError[] {
  return [
    // The type has no value for a choice that was not made.
    ...(draft['nature'] ? [] : [{ path: 'nature', code: 'required' } as const]),
    ...inForm(checkRequest(request)),
  ];
}

/** Errors by the names of the form's fields, in its order: the message comes before the sender. */
export function inForm(errors: readonly FieldError[]): FieldError[] {
  const fields = errors.map(({ path, code }) => ({
    path: path === 'sender.siren' ? 'sender.siret' : path.replace(/(\.lines)\.\d+$/, '$1'),
    code,
  }));
  return [
    ...fields.filter(({ path }) => !path.startsWith('sender.')),
    ...fields.filter(({ path }) => path.startsWith('sender.')),
  ];
}
