/** What a reader of a guide does and sees. */
import type { GuideProbe } from './probe.js';

/** Waits until `read` gives something. */
export async function until<T>(read: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const value = read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export const all = <T extends HTMLElement>(element: GuideProbe, selector: string): T[] => [
  ...element.shadowRoot!.querySelectorAll<T>(selector),
];

const plain = (text: string) => text.replaceAll(/[\s\u00a0\u202f]+/g, ' ').trim();

/** What one reads of it. */
export const textOf = (element: GuideProbe, selector: string): string =>
  plain(element.shadowRoot!.querySelector<HTMLElement>(selector)?.innerText ?? '');

/** All that is said by each, to those who hear it too. */
export const says = (element: GuideProbe, selector: string): string[] =>
  all(element, selector).map((one) => plain(one.textContent));

/** Presses a button or follows a link, by its text. */
export async function press(element: GuideProbe, name: string): Promise<void> {
  const button = all(element, 'a, button, summary').find((one) => plain(one.innerText) === name)!;
  button.focus();
  button.click();
  await element.updateComplete;
}
