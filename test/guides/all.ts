/**
 * Every guide of the package on its page and in the widget, in a browser: each is drawn, breaks no rule of axe with all
 * that it folds open, fits a phone, and is printed whole. Each run of the tests judges a sample. Of text that looks the
 * same and stands on the same, the contrast is judged a few times for each tab, not for each guide: `in-browser.ts`.
 *
 * @example npm run test:guides
 * @example npm run test:guides -- 3/8 // the third part of eight, each of which has some of everything
 */
import { chromium } from '@playwright/test';
import { availableParallelism } from 'node:os';
import {
  guideOf,
  idsOf,
  parts,
} from '../../packages/strapi-plugin/server/src/connectors/co-marquage/testing/real-guides.js';
import { judgePage, judgeWidget, newTab } from './judge.js';

/** A tab that has seen many pages is slow. */
const GUIDES_A_TAB = 500;
/** One more than there are processors: a tab that waits for its next guide takes none. */
const TABS = availableParallelism() + 1;

const [part = 1, of = 1] = (process.argv[2] ?? '').split('/', 2).filter(Boolean).map(Number);
if (!(part >= 1 && part <= of)) throw new Error('Say which part, 3/8, or nothing: all of them.');

const all = parts
  .flatMap((one) => idsOf(one).map((id) => [one, id] as const))
  .filter((_, index) => index % of === part - 1);
const judges = { page: judgePage, widget: judgeWidget };
const judged = { page: 0, widget: 0 };
let faults = 0;
let next = 0;
const began = Date.now();
const seconds = () => Math.round((Date.now() - began) / 1000);

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

async function judgeMany(): Promise<void> {
  while (next < all.length) {
    const tabs = { page: await newTab(browser), widget: await newTab(browser) };
    for (let count = 0; count < GUIDES_A_TAB && next < all.length; count += 1) {
      const index = next++;
      const name = all[index]!.join('/');
      for (const where of ['page', 'widget'] as const) {
        try {
          const wrong = await judges[where](tabs[where], guideOf(...all[index]!), index % 2 === 1);
          for (const why of wrong) console.error(`${name} (${where}): ${why}`);
          faults += wrong.length;
          judged[where] += 1;
        } catch (error) {
          console.error(`${name} (${where}): ${String(error)}`);
          faults += 1;
        }
      }
      if (next % 100 === 0) console.log(`${next} of ${all.length}, ${faults} faults, ${seconds()} s`);
    }
    await Promise.all([tabs.page.close(), tabs.widget.close()]);
  }
}

console.log(
  `${all.length} guides; the contrast of texts that look the same is judged a few times, not in each.`,
);
try {
  await Promise.all(Array.from({ length: TABS }, judgeMany));
} finally {
  await browser.close();
}
console.log(
  `${judged.page} guides judged as pages, ${judged.widget} in the widget, ${faults} faults, ${seconds()} s`,
);
process.exitCode = faults > 0 ? 1 : 0;
