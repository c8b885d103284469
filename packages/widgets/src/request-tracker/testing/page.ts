import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import '../request-tracker.js';
import type { RequestTracker } from '../request-tracker.js';
import type { TrackerClient } from '../request-tracker.controller.js';
import { DemoHosting } from './hosting.js';
import { find } from './steps.js';

/** A page with a tracker that is ready. */
export async function page<Hosting extends TrackerClient = DemoHosting>(
  hosting = new DemoHosting() as TrackerClient as Hosting,
  { language = 'fr', level = 2 } = {},
): Promise<{ tracker: RequestTracker; hosting: Hosting }> {
  fixtureCleanup();
  const tracker = await fixture<RequestTracker>(html`
    <guichet-request-tracker
      administration="28148"
      language=${language}
      heading-level=${level}
      .client=${hosting}
    ></guichet-request-tracker>
  `);
  await find(tracker, '#title');
  return { tracker, hosting };
}

/** What a person reads. */
export function textOf(tracker: RequestTracker, selector = '.base'): string {
  const text = tracker.shadowRoot?.querySelector<HTMLElement>(selector)?.innerText ?? '';
  return text.replaceAll(/[\u00a0\u202f]/g, ' ');
}

/** What a screen reader is told without the focus moving. */
export function announced(tracker: RequestTracker): string {
  return (tracker.shadowRoot?.querySelector('[role=status]')?.textContent ?? '').replaceAll(
    /[\u00a0\u202f]/g,
    ' ',
  );
}

export function focused(tracker: RequestTracker): string | undefined {
  return tracker.shadowRoot?.activeElement?.id;
}

export function valueOf(tracker: RequestTracker, id: string): string | undefined {
  return tracker.shadowRoot?.querySelector<HTMLInputElement>(`#${CSS.escape(id)}`)?.value;
}
