import type { Teleprocedure } from '../teleprocedure.js';

/** What a person does and sees, one step a function. */

/** Waits until `read` gives something. */
export async function until<T>(read: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const value = read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').trim();

export function find<T extends HTMLElement>(element: Teleprocedure, selector: string): Promise<T> {
  return until(() => element.shadowRoot?.querySelector<T>(selector));
}

/** What a person reads. */
export function textOf(element: Teleprocedure, selector = '.base'): string {
  return plain(element.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText ?? '');
}

/** Waits until a person can read it. */
export function reads(element: Teleprocedure, text: string, selector?: string): Promise<true> {
  return until(() => textOf(element, selector).includes(plain(text)));
}

/** What a screen reader is told without the focus moving. */
export function announced(element: Teleprocedure): string {
  return plain(element.shadowRoot?.querySelector('[role=status]')?.textContent ?? '');
}

/** Text, or `id`, of what has the focus. */
export function focused(element: Teleprocedure): string | undefined {
  const active = element.shadowRoot?.activeElement;
  return active ? active.id || plain((active as HTMLElement).innerText) || active.localName : undefined;
}

/** Presses a button or follows a link, by its text. */
export async function press(element: Teleprocedure, name: string): Promise<void> {
  const button = await until(() =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('a, button')].find(
      (each) => plain(each.innerText) === plain(name),
    ),
  );
  button.focus();
  button.click();
  await element.updateComplete;
}

/** Where the window would have been led, instead of leading it there: the address, and what is sent by a form. */
export interface Led {
  url: string;
  sent: Record<string, string> | null;
}

/** Holds the window back. @returns what it would have done, as it does it */
export function holdBack(element: Teleprocedure): Led[] {
  const led: Led[] = [];
  const root = element.renderRoot;
  const note = (event: Event) => {
    const go = (event.target as Element).closest('[data-act=go], a[data-act=begin]');
    if (!go || (event.type === 'click' && go instanceof HTMLFormElement)) return;
    event.preventDefault();
    const isForm = go instanceof HTMLFormElement;
    led.push({
      url: isForm ? go.action : (go as HTMLAnchorElement).href,
      sent: isForm ? (Object.fromEntries(new FormData(go)) as Record<string, string>) : null,
    });
  };
  for (const type of ['click', 'submit']) root.addEventListener(type, note);
  return led;
}
