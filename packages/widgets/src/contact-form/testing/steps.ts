import type { ApiError } from '@guichet/client/api-error';
import type { GuichetContactForm } from '../contact-form.js';
import type { Hosting } from './hosting.js';

export const root = (form: GuichetContactForm) => form.shadowRoot!;
export const all = <E extends HTMLElement>(form: GuichetContactForm, selector: string) => [
  ...root(form).querySelectorAll<E>(selector),
];
export const text = (form: GuichetContactForm) => root(form).textContent.replace(/\s+/g, ' ');
export const control = (form: GuichetContactForm, name: string) =>
  root(form).getElementById(name) as HTMLInputElement | null;
export const buttonNamed = (form: GuichetContactForm, name: string) =>
  all<HTMLButtonElement>(form, 'button').find((button) => button.textContent.includes(name))!;

/** Waits until `shows` is true of what is drawn: five seconds at most. */
export async function untilTrue(shows: () => unknown, what: string): Promise<void> {
  for (let i = 0; i < 250; i++) {
    if (shows()) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`It never came: ${what}`);
}

export const until = (form: GuichetContactForm, words: string) =>
  untilTrue(() => text(form).includes(words), words);

export async function type(form: GuichetContactForm, name: string, value: string): Promise<void> {
  const field = control(form, name)!;
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await form.updateComplete;
}

export async function pick(form: GuichetContactForm, name: string, value: string): Promise<void> {
  root(form).querySelector<HTMLInputElement>(`[name="${name}"][value="${value}"]`)!.click();
  await form.updateComplete;
}

export async function fillQuestion(form: GuichetContactForm): Promise<void> {
  await pick(form, 'nature', 'question');
  await type(form, 'subject', 'Horaires');
  await type(form, 'message', 'Êtes-vous ouverts samedi ?');
  await type(form, 'sender.email', 'angela@example.org');
}

export async function toReview(form: GuichetContactForm): Promise<void> {
  buttonNamed(form, 'Relire').click();
  await until(form, 'Rien n’est encore envoyé');
}

/** Fills in a question, reads it again, and presses « Envoyer ». */
export async function sendQuestion(form: GuichetContactForm): Promise<void> {
  await fillQuestion(form);
  await toReview(form);
  buttonNamed(form, 'Envoyer').click();
}

/** Sends a question that cannot leave. */
export async function fail(form: GuichetContactForm, hosting: Hosting, error: ApiError): Promise<void> {
  hosting.answer = () => Promise.reject(error);
  await sendQuestion(form);
}

/** Fills in all but what a procedure says itself. */
export async function fillProcedure(form: GuichetContactForm): Promise<void> {
  for (const [name, value] of Object.entries({
    subject: 'Fête de famille',
    message: 'Le 12 juin.',
    'sender.familyName': 'Dubois',
    'sender.givenName': 'Angela',
    'sender.postalAddress.lines': '3 rue de la Mairie',
    'sender.postalAddress.postalCode': '28190',
    'sender.postalAddress.city': 'Le Favril',
    'sender.email': 'a@example.org',
  }))
    await type(form, name, value);
}
