import type { ServicesDirectory } from '../services-directory.js';

/** What a person does and sees, one step a function. */

/** Waits until `read` gives something. */
export async function until<T>(read: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const value = read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** The address as before anything was shown. Only where it is another: Safari lets it change a hundred times in ten seconds. */
export function cleanAddress(): void {
  if (location.hash) history.replaceState(null, '', location.href.split('#')[0]);
}

const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ').trim();

export function find<T extends HTMLElement>(element: ServicesDirectory, selector: string): Promise<T> {
  return until(() => element.shadowRoot?.querySelector<T>(selector));
}

/** What a person reads. */
export function textOf(element: ServicesDirectory, selector = '.base'): string {
  return plain(element.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText ?? '');
}

/** Each entry of a list, by its name. */
export function namesIn(element: ServicesDirectory, list: string): string[] {
  return [...element.shadowRoot!.querySelectorAll<HTMLElement>(`#${list} .name`)].map((each) =>
    plain(each.innerText),
  );
}

/** What a screen reader is told without the focus moving. */
export function announced(element: ServicesDirectory): string {
  return plain(element.shadowRoot?.querySelector('[role=status]')?.textContent ?? '');
}

/** Text, or `id`, of what has the focus. */
export function focused(element: ServicesDirectory): string | undefined {
  const active = element.shadowRoot?.activeElement;
  return active ? active.id || plain((active as HTMLElement).innerText) : undefined;
}

export async function type(element: ServicesDirectory, text: string): Promise<void> {
  const input = await find<HTMLInputElement>(element, '#q');
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  await element.updateComplete;
}

/** Types, and waits for what is found. */
export async function look(element: ServicesDirectory, text: string): Promise<void> {
  await type(element, text);
  await find(element, '#results');
  await element.updateComplete;
}

/** Presses a button or follows a link, by its text. */
export async function press(element: ServicesDirectory, name: string): Promise<void> {
  const button = await until(() =>
    [...element.shadowRoot!.querySelectorAll<HTMLElement>('a, button, summary')].find(
      (each) => plain(each.innerText) === plain(name),
    ),
  );
  button.focus();
  button.click();
  await element.updateComplete;
}

/** Follows a link to an organisation, a procedure or a guide, and waits for its title. */
export async function open(element: ServicesDirectory, name: string): Promise<void> {
  await press(element, name);
  await until(() => textOf(element, 'article #view'));
}

export async function tick(element: ServicesDirectory, name: string, value = ''): Promise<void> {
  const box = await find<HTMLInputElement>(element, `input[name=${name}][value="${value}"]`);
  box.click();
  await element.updateComplete;
}
