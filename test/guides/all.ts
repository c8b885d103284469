/**
 * Every guide of the package on its page, in a browser: each is drawn, breaks no rule of axe with all that it folds open,
 * fits a phone, and is printed whole. Takes many minutes; each run of the tests judges a sample.
 *
 * @example npm run test:guides
 * @example npm run test:guides -- 20 // one in twenty
 */
import { chromium, type Page } from '@playwright/test';
import { guidesLinkedBy } from '../../packages/strapi-plugin/server/src/features/pages/guide/links.js';
import { pageOf } from '../../packages/strapi-plugin/server/src/features/pages/guide/testing/drawn.js';
import {
  guideOf,
  idsOf,
  parts,
} from '../../packages/strapi-plugin/server/src/features/pages/guide/testing/real-guides.js';
import { violations } from '../axe.js';

/** CSS pixels: the narrowest that WCAG 2.2 asks for (1.4.10). */
const PHONE = 320;
/** A tab that has seen many pages is slow. */
const PAGES_A_TAB = 500;
const TABS = 2;

/** One guide in so many: all where nothing is said. */
const STRIDE = Number(process.argv[2] ?? 1);

const all = parts
  .flatMap((part) => idsOf(part).map((id) => [part, id] as const))
  .filter((_, index) => index % STRIDE === 0);
const wrong: string[] = [];
let next = 0;
const began = Date.now();

/** Half of them with all their links here, half with none. */
function drawn(index: number): string {
  const guide = guideOf(...all[index]!);
  const titles = new Map(index % 2 ? guidesLinkedBy(guide).map((id) => [id, `Guide ${id}`]) : []);
  return pageOf(guide, { titles });
}

async function judge(page: Page, index: number): Promise<string[]> {
  await page.setContent(drawn(index));
  await page.emulateMedia({ media: 'print' });
  const unprinted = await page.evaluate(() =>
    [...document.querySelectorAll('details')]
      .filter((one) => getComputedStyle(one, '::details-content').contentVisibility !== 'visible')
      .map((one) => `not printed: ${one.outerHTML.slice(0, 100)}`),
  );
  await page.emulateMedia({ media: 'screen' });
  const wide = await page.evaluate((phone) => {
    for (const details of document.querySelectorAll('details')) {
      details.removeAttribute('name');
      details.open = true;
    }
    const width = document.documentElement.scrollWidth;
    return width > phone ? [`${width} pixels wide`] : [];
  }, PHONE);
  const broken = (await violations(page)).flatMap(({ id, nodes }) =>
    nodes.map(({ html }) => `${id}: ${html}`),
  );
  return [...unprinted, ...wide, ...broken];
}

const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });

async function judgeMany(): Promise<void> {
  while (next < all.length) {
    const page = await browser.newPage({ viewport: { width: PHONE, height: 800 } });
    for (let count = 0; count < PAGES_A_TAB && next < all.length; count += 1) {
      const index = next++;
      const name = all[index]!.join('/');
      try {
        wrong.push(...(await judge(page, index)).map((why) => `${name}: ${why}`));
      } catch (error) {
        wrong.push(`${name}: ${String(error)}`);
      }
      if (next % 100 === 0)
        console.log(`${next} of ${all.length}, ${Math.round((Date.now() - began) / 1000)} s`);
    }
    await page.close();
  }
}

try {
  await Promise.all(Array.from({ length: TABS }, judgeMany));
} finally {
  await browser.close();
}
for (const line of wrong) console.error(line);
console.log(`${all.length} guides, ${wrong.length} faults, ${Math.round((Date.now() - began) / 1000)} s`);
process.exitCode = wrong.length > 0 ? 1 : 0;
