/** A page with a guide. */
import type { Guide } from '@guichet/contracts/guide';
import { fixture, fixtureCleanup, html } from '@open-wc/testing';
import { type Circumstances, type GuideProbe, newProbe } from './probe.js';

/** @param width CSS pixels, of the column that it stands in */
export async function guidePage(
  guide: Guide,
  { width, ...circumstances }: Circumstances & { width?: number } = {},
): Promise<GuideProbe> {
  fixtureCleanup();
  const parentNode = document.createElement('div');
  if (width) parentNode.style.inlineSize = `${width}px`;
  return fixture<GuideProbe>(html`${newProbe(guide, circumstances)}`, { parentNode });
}
