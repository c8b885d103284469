import type { RequestTracker } from '../request-tracker.js';
import { DemoHosting } from './hosting.js';

/** What a person does, one step a function. */

/** Firefox gives the texts of a page without the marks of direction. */
const unmarked = (text: string) => text.replace(/[\u2066-\u2069]/g, '').trim();

/** Waits until `read` gives something. */
export async function until<T>(read: () => T | null | undefined | false): Promise<T> {
  for (;;) {
    const value = read();
    if (value) return value;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export function find<T extends HTMLElement>(tracker: RequestTracker, selector: string): Promise<T> {
  return until(() => tracker.shadowRoot?.querySelector<T>(selector));
}

export async function type(tracker: RequestTracker, id: string, text: string): Promise<void> {
  const control = await find<HTMLInputElement>(tracker, `#${CSS.escape(id)}`);
  control.focus();
  control.value = text;
  control.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  control.dispatchEvent(new Event('change', { bubbles: true }));
  await tracker.updateComplete;
}

export async function press(tracker: RequestTracker, name: string): Promise<void> {
  const button = await until(() =>
    [...(tracker.shadowRoot?.querySelectorAll('button') ?? [])].find(
      (each) => unmarked(each.innerText) === unmarked(name),
    ),
  );
  button.focus();
  button.click();
  await tracker.updateComplete;
}

/** Unfolds what is for those who lost the code. */
export async function unfold(tracker: RequestTracker): Promise<void> {
  (await find(tracker, 'summary')).click();
  await until(() => tracker.shadowRoot?.querySelector('details')?.open);
}

export async function askLink(tracker: RequestTracker, email = DemoHosting.email): Promise<void> {
  await unfold(tracker);
  await type(tracker, 'linkEmail', email);
  await press(tracker, 'Recevoir un lien');
}

export async function open(
  tracker: RequestTracker,
  reference = DemoHosting.reference,
  code = DemoHosting.trackingCode,
): Promise<void> {
  await type(tracker, 'reference', reference);
  await type(tracker, 'trackingCode', code);
  await press(tracker, 'Voir ma demande');
}
