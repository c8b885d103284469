import type { ApiError } from '@guichet/client/api-error';
import { waitUntil } from '@open-wc/testing';
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
export const until = (form: GuichetContactForm, words: string) =>
  waitUntil(() => text(form).includes(words), `until « ${words} »`, { timeout: 5000 });

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

export async function toWaiting(hosting: Hosting, error: ApiError): Promise<GuichetContactForm> {
  const form = await ready(hosting);
  await fillQuestion(form);
  await toReview(form);
  hosting.answer = () => Promise.reject(error);
  buttonNamed(form, 'Envoyer').click();
  await until(form, 'Pas encore envoyé');
  return form;
}
