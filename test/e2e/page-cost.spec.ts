/** What the widget costs the page that carries it: requests, shifts, traces. */
import { expect, test, type Page, type Request } from '@playwright/test';
import { at } from './demo.js';

const isHosting = (url: string) => url.startsWith(at('hosting'));

/** Requests to the hosting, from navigation until the form can be typed in. */
async function openForm(page: Page): Promise<Request[]> {
  const requests: Request[] = [];
  page.on('request', (request) => isHosting(request.url()) && requests.push(request));
  await page.goto(`${at('trilport')}/contact.html`);
  await expect(page.locator('guichet-contact-form').getByLabel('Objet')).toBeEditable();
  return requests;
}

test('at most four requests until typing, at most two in series', async ({ page }) => {
  const requests = await openForm(page);
  expect(requests.map((request) => request.url()).length).toBeLessThanOrEqual(4);
  // In series: a request that began only after another one's reply. A chain is as long as its longest such path.
  const spans = requests
    .map((request) => request.timing())
    .map(({ startTime, responseEnd }) => ({ from: startTime, to: startTime + responseEnd }))
    .sort((a, b) => a.from - b.from);
  const depths: number[] = [];
  for (const [index, span] of spans.entries()) {
    const before = spans.slice(0, index).flatMap((other, at) => (other.to <= span.from ? [depths[at]!] : []));
    depths.push(1 + Math.max(0, ...before));
  }
  expect(Math.max(...depths)).toBeLessThanOrEqual(2);
});

test('no shift of the page, no cookie, no storage, no third party', async ({ page, context }) => {
  await page.addInitScript(() => {
    const shifts = ((globalThis as { shifts?: number[] }).shifts = [] as number[]);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const strangers: string[] = [];
  page.on('request', (request) => {
    const { origin } = new URL(request.url());
    if (![at('hosting'), at('trilport')].includes(origin) && !request.url().startsWith('data:'))
      strangers.push(request.url());
  });
  await openForm(page);
  await page.locator('guichet-contact-form').getByLabel('Objet').fill('Bonjour');
  await page.waitForLoadState('networkidle');
  expect(await page.evaluate(() => (globalThis as { shifts?: number[] }).shifts)).toEqual([]);
  expect(strangers).toEqual([]);
  expect(await context.cookies()).toEqual([]);
  const stored = await page.evaluate(async () => [
    localStorage.length,
    sessionStorage.length,
    (await indexedDB.databases()).length,
    (await caches.keys()).length,
  ]);
  expect(stored).toEqual([0, 0, 0, 0]);
});

test('the page without JavaScript is one request of at most 20 kB', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  const urls: string[] = [];
  page.on('request', (request) => !request.url().startsWith('data:') && urls.push(request.url()));
  const response = await page.goto(`${at('hosting')}/guichet/administrations/28148/contact`);
  await page.waitForLoadState('networkidle');
  expect(urls).toHaveLength(1);
  expect((await response!.body()).length).toBeLessThanOrEqual(20_000);
  await context.close();
});
