/**
 * Every story of the built Storybook, in every page it may be pasted into: it draws, without an error, and axe finds
 * nothing. `GUICHET_STORYBOOK` names the folder of the built Storybook.
 */
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, chromium, type Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { hosts } from '../../.storybook/hosts.js';
import { type StaticServer, serveFolder } from './serve-folder.js';

interface Story {
  id: string;
  title: string;
  name: string;
  type: 'story' | 'docs';
}

const folder =
  process.env['GUICHET_STORYBOOK'] ?? fileURLToPath(new URL('../../.cache/storybook', import.meta.url));
const index = JSON.parse(readFileSync(join(folder, 'index.json'), 'utf8')) as {
  entries: Record<string, Story>;
};
const stories = Object.values(index.entries).filter(({ type }) => type === 'story');

let server: StaticServer;
let browser: Browser;

before(async () => {
  server = await serveFolder(folder);
  browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  });
});

after(async () => {
  await browser.close();
  await server.close();
});

async function open(page: Page, story: Story, host: string): Promise<void> {
  const address = new URL('iframe.html', server.origin);
  address.search = new URLSearchParams({
    id: story.id,
    viewMode: 'story',
    globals: `host:${host}`,
  }).toString();
  await page.goto(address.href);
  await page.waitForSelector('body.sb-show-main, body.sb-show-errordisplay, body.sb-show-nopreview', {
    state: 'attached',
  });
  const shown = await page.evaluate(() => document.body.className);
  assert.match(
    shown,
    /sb-show-main/,
    await page.innerText('#error-message').catch(() => 'the story did not draw'),
  );
  // Elements draw asynchronously, and load their words or colours: until nothing is pending any more.
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    const all = document.querySelectorAll<HTMLElement & { updateComplete?: Promise<unknown> }>(
      '#storybook-root *',
    );
    await Promise.all(Array.from(all, async (element) => await element.updateComplete));
    await Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined)));
  });
}

it('has stories', () => {
  assert.ok(stories.length > 0);
});

for (const host of Object.keys(hosts)) {
  describe(`in a page "${host}"`, () => {
    for (const story of stories) {
      it(`${story.title}: ${story.name}`, async () => {
        const context = await browser.newContext();
        try {
          const page = await context.newPage();
          const errors: string[] = [];
          page.on('pageerror', (error) => errors.push(String(error)));
          await open(page, story, host);
          assert.deepEqual(errors, []);
          const { violations } = await new AxeBuilder({ page })
            .include('#storybook-root')
            // These judge a whole page, which a story is not.
            .disableRules(['region', 'page-has-heading-one', 'landmark-one-main', 'bypass'])
            .analyze();
          const found = violations.flatMap(({ id, help, nodes }) =>
            nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ''}`),
          );
          assert.equal(found.length, 0, found.join('\n'));
        } finally {
          await context.close();
        }
      });
    }
  });
}
