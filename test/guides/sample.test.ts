/** Real guides in the widget: some of every kind, and of everything that is drawn in a way of its own. `all.ts` has the rest. */
import { type Browser, chromium, type Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import {
  guideOf,
  sample,
} from '../../packages/strapi-plugin/server/src/connectors/co-marquage/testing/real-guides.js';
import { judgeWidget, newTab } from './judge.js';

describe('real guides in the widget', () => {
  let browser: Browser;
  let tab: Page;
  before(async () => {
    browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
    tab = await newTab(browser);
  });
  after(() => browser.close());

  it('are drawn without a failure, break no rule of axe, fit a phone and are printed whole', async () => {
    const wrong: string[] = [];
    for (const [index, [part, id]] of sample.entries()) {
      const faults = await judgeWidget(tab, guideOf(part, id), index % 2 === 1);
      wrong.push(...faults.map((why) => `${part}/${id}: ${why}`));
    }
    assert.deepEqual(wrong, []);
  });
});
