/**
 * Every story of the built Storybook, in every page it may be pasted into: it draws, without an error, and axe finds
 * nothing. `GUICHET_STORYBOOK` names the folder of the built Storybook.
 */
import { type Browser, chromium, type Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { type HostName, hosts } from '../../.storybook/hosts.js';
import { violations } from '../axe.js';
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

/** What Storybook tells of the story on its page and lets choose, as far as it is used here. */
interface Preview {
  currentRender?: { id?: string; phase?: string };
  onSetCurrentStory(story: { storyId: string; viewMode: 'story' }): Promise<void>;
}
type Stage = Window & { __STORYBOOK_PREVIEW__?: Preview };

/** Loads Storybook for the first story of a title, as a reader does who opens a link to it. */
async function load(page: Page, story: Story): Promise<void> {
  const address = new URL('iframe.html', server.origin);
  // The accessibility panel would run axe a second time.
  address.search = new URLSearchParams({
    id: story.id,
    viewMode: 'story',
    globals: 'a11y.manual:!true',
  }).toString();
  await page.goto(address.href);
}

/** Goes on to another story, as a reader does who picks it in the list: to load all again takes longer than to judge it. */
const pick = (page: Page, story: Story): Promise<void> =>
  page.evaluate(async (storyId) => {
    delete document.documentElement.dataset['host'];
    await (window as Stage).__STORYBOOK_PREVIEW__!.onSetCurrentStory({ storyId, viewMode: 'story' });
  }, story.id);

/** Waits until the story has been lived to the end: it is drawn, and its play function has run. */
async function lived(page: Page, story: Story): Promise<void> {
  await page.waitForFunction((id) => {
    const render = (window as Stage).__STORYBOOK_PREVIEW__?.currentRender;
    return render?.id === id && ['finished', 'errored', 'aborted'].includes(render.phase ?? '');
  }, story.id);
  const shown = await page.evaluate(() => document.body.className);
  assert.match(
    shown,
    /sb-show-main/,
    await page.innerText('#error-message').catch(() => 'the story did not draw'),
  );
}

/** Puts the story into another page: the widgets look at it again where an attribute of `html` changes. */
async function paste(page: Page, host: HostName): Promise<void> {
  await page.evaluate(
    async ({ css, name }) => {
      document.querySelector('style[data-host]')!.textContent = css;
      document.documentElement.dataset['host'] = name;
      await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
      await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
    },
    { css: hosts[host].css, name: host },
  );
}

/** What depends on the page around: its colours. The rest is the same in each. */
const ofThePage = ['color-contrast', 'link-in-text-block'];

/** These judge a whole page, which a story is not. */
const ofWholePages = ['region', 'page-has-heading-one', 'landmark-one-main', 'bypass'];
const rules = Object.fromEntries(ofWholePages.map((rule) => [rule, { enabled: false }]));

async function faults(page: Page, which: 'all' | 'of the page'): Promise<string[]> {
  const options = which === 'all' ? { rules } : { runOnly: ofThePage };
  const found = await violations(page, { within: '#storybook-root', ...options });
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}\n  ${node.html}\n  ${node.failureSummary ?? ''}`),
  );
}

describe('every story', () => {
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

  it('there are stories', () => {
    assert.ok(stories.length > 0);
  });

  it('a fault would be found, in a shadow root too', async () => {
    const page = await browser.newPage();
    await page.setContent('<div id="storybook-root"><p></p></div>');
    await page.evaluate(() => {
      document.querySelector('p')!.attachShadow({ mode: 'open' }).innerHTML =
        '<input><p style="color: #eee; background: #fff">À peine lisible</p>';
    });
    const found = [...(await faults(page, 'all')), ...(await faults(page, 'of the page'))];
    assert.deepEqual(found.map((fault) => fault.split(':')[0]).sort(), [
      'color-contrast',
      'color-contrast',
      'label',
    ]);
    await page.close();
  });

  for (const [title, ofTitle] of Map.groupBy(stories, (story) => story.title)) {
    describe(title, () => {
      let page: Page;
      const errors: string[] = [];

      before(async () => {
        page = await browser.newPage();
        page.setDefaultTimeout(20_000);
        page.on('pageerror', (error) => errors.push(String(error)));
        await load(page, ofTitle[0]!);
      });
      after(() => page.close());

      for (const story of ofTitle) {
        it(story.name, async () => {
          if (story !== ofTitle[0]) {
            errors.length = 0;
            await pick(page, story);
          }
          await lived(page, story);
          for (const [i, host] of (Object.keys(hosts) as HostName[]).entries()) {
            await paste(page, host);
            const found = await faults(page, i ? 'of the page' : 'all');
            assert.equal(found.length, 0, `in a page "${host}":\n${found.join('\n')}`);
          }
          assert.deepEqual(errors, []);
        });
      }
    });
  }
});
