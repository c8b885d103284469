/**
 * What a request must hold, as a checker without dependency: it runs in the page before anything is sent, and the
 * server's schema (`request.ts`) is built from it, so that both always agree. It expects the shape that the types
 * promise; shapes are the schema's work.
 */
import type { FieldError, FieldErrorCode } from './problem.js';
import type { NewRequest, PostalAddress, Sender } from './request.js';
import { limits } from './request-choices.js';
import { isEmail, isFrenchPostalCode, isPhone, isRna, isSiren, isSiret } from './identity.js';

export { capacities, limits, natures, senderKinds } from './request-choices.js';

const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/;
// C0 and C1 controls and Unicode's line and paragraph separators: nothing a person types in a one-line field.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
// In a text of several lines, tab and the line ends are at home.
// eslint-disable-next-line no-control-regex
const CONTROL_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

/** @returns whether `text` is a slug: at most 64 small letters, digits and inner hyphens. */
export function isSlug(text: string): boolean {
  return SLUG.test(text);
}

/**
 * @returns one error a member at most, in the order of the form, empty where the request can be sent.
 */
export function checkRequest(request: NewRequest): FieldError[] {
  const errors: FieldError[] = [];
  const add = (path: string, code: FieldErrorCode | null) => code && errors.push({ path, code });

  add('recipient', request.recipient && !isSlug(request.recipient) ? 'invalid' : null);
  checkSender(request.sender, request.nature, add);
  add('subject', line(request.subject, limits.subject));
  add('message', text(request.message, limits.message));
  return errors;
}

/** @returns the error of a message that the resident adds to a request already sent, or null. */
export function checkMessage(message: string): FieldErrorCode | null {
  return text(message, limits.message);
}

type Add = (path: string, code: FieldErrorCode | null) => void;

function checkSender(sender: Sender, nature: NewRequest['nature'], add: Add): void {
  switch (sender.kind) {
    // CRPA R112-9-1, 3°: family name, given name, postal and electronic address.
    case 'individual':
      person(sender, add);
      break;
    // R112-9-1, 1°: the number in the register of companies and establishments.
    case 'company':
      if (sender.siret) add('sender.siret', isSiret(sender.siret) ? null : 'invalid');
      else if (sender.siren) add('sender.siren', isSiren(sender.siren) ? null : 'invalid');
      else add('sender.siret', 'required');
      add('sender.name', line(sender.name, limits.name));
      break;
    // R112-9-1, 2°: the number in the national register of associations.
    case 'association':
      add('sender.rna', !sender.rna ? 'required' : isRna(sender.rna) ? null : 'invalid');
      add('sender.name', line(sender.name, limits.name));
      break;
    // A body in no register is one of the « autres cas » of R112-9-1: identified by its representative.
    case 'organisation':
      add('sender.name', line(sender.name, limits.name));
      person(sender, add);
      break;
    // A téléservice does not impose identification where the purpose needs none: a question only.
    case 'minimal':
      add('sender.kind', nature === 'question' ? null : 'not-allowed');
      break;
  }
  add('sender.email', !sender.email ? 'required' : isEmail(sender.email) ? null : 'invalid');
  add('sender.receiptEmail', sender.receiptEmail && !isEmail(sender.receiptEmail) ? 'invalid' : null);
  add('sender.phone', sender.phone && !isPhone(sender.phone) ? 'invalid' : null);
  // L112-14: a reply by electronic means can be refused, but never to a demand for information.
  const refusesTooMuch = sender.refusesElectronicReply && nature === 'question';
  add('sender.refusesElectronicReply', refusesTooMuch ? 'not-allowed' : null);
  if (sender.onBehalfOf) add('sender.onBehalfOf.name', line(sender.onBehalfOf.name, limits.name));
}

function person(sender: Extract<Sender, { kind: 'individual' | 'organisation' }>, add: Add): void {
  add('sender.familyName', line(sender.familyName, limits.name));
  add('sender.givenName', line(sender.givenName, limits.name));
  add('sender.preferredName', sender.preferredName ? line(sender.preferredName, limits.name) : null);
  postalAddress(sender.postalAddress, add);
}

function postalAddress(address: PostalAddress, add: Add): void {
  const at = 'sender.postalAddress';
  const filled = address.lines.filter((text) => text.trim());
  const worst = filled.map((text) => line(text, limits.addressLine)).find(Boolean) ?? null;
  if (!filled.length) add(`${at}.lines`, 'required');
  else add(`${at}.lines`, address.lines.length > limits.addressLines ? 'too-long' : worst);
  if (!address.postalCode) add(`${at}.postalCode`, 'required');
  else if (address.country === 'FR')
    add(`${at}.postalCode`, isFrenchPostalCode(address.postalCode) ? null : 'invalid');
  else add(`${at}.postalCode`, line(address.postalCode, limits.postalCode));
  add(`${at}.city`, line(address.city, limits.city));
  add(`${at}.country`, /^[A-Z]{2}$/.test(address.country) ? null : 'invalid');
}

function line(value: string, max: number): FieldErrorCode | null {
  if (!value.trim()) return 'required';
  if (value.length > max) return 'too-long';
  return CONTROL.test(value) ? 'invalid' : null;
}

function text(value: string, max: number): FieldErrorCode | null {
  if (!value.trim()) return 'required';
  if (value.length > max) return 'too-long';
  return CONTROL_IN_TEXT.test(value) ? 'invalid' : null;
}
