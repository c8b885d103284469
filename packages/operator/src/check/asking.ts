import { harness } from './harness.js';
import type { Tab } from './tab.js';

/** An origin that is nobody's. */
export const STRANGER = 'https://inconnu.guichet.invalid';

/** `outcome`: of what is not good; a fault where it is not said. */
export type Say = (
  check: string,
  isGood: boolean,
  good: string,
  bad: string,
  outcome?: 'note' | 'fault',
) => unknown;

export const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** @returns whether it became true within some seconds */
export async function becomes(isSo: () => Promise<unknown>, seconds = 5): Promise<boolean> {
  for (let left = seconds * 10; left > 0; left--) {
    if (await isSo().catch(() => false)) return true;
    await pause(100);
  }
  return false;
}

/** The commune's page, with the operator's in it. */
export async function frameIn(
  tab: Tab,
  url: string,
  origin: string,
  page: string,
  isSpeaking: boolean,
): Promise<void> {
  tab.errors.length = 0;
  await tab.go(`${page}/`);
  await tab.run(page, `(${String(harness)})(${JSON.stringify(origin)})`);
  await tab.run(page, `guichet.open(${JSON.stringify(url)}, ${isSpeaking})`);
}
