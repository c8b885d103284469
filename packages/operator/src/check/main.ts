#!/usr/bin/env node
/** `npx @guichet/operator check https://…`: one line for each thing that was looked at. */
import { parseArgs } from 'node:util';
import { installedBrowser, openBrowser } from './browser.js';
import { check } from './check.js';

const usage = `npx @guichet/operator check <url> [--page <origin>] [--submitted <url>] [--browser <path>]

  <url>        your page, as a resident comes to it
  --page       the origin of a commune's page that may frame it; default https://mairie.guichet.example
  --submitted  a page of yours that says that a request was sent
  --browser    a Chromium, Chrome or Edge; default: the one that is installed
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    page: { type: 'string', default: 'https://mairie.guichet.example' },
    submitted: { type: 'string' },
    browser: { type: 'string' },
  },
});
const [command, url] = positionals;
const browserPath = values.browser ?? installedBrowser();

if (command !== 'check' || !url || !URL.canParse(url) || !URL.canParse(values.page)) {
  console.error(usage);
  process.exitCode = 2;
} else if (!browserPath) {
  console.error('No Chromium, Chrome or Edge was found: name one by --browser.');
  process.exitCode = 2;
} else {
  const browser = await openBrowser(browserPath);
  try {
    const found = await check(browser, {
      url,
      page: new URL(values.page).origin,
      submitted: values.submitted,
    });
    const signs = { ok: '✓', fault: '✗', note: '–' };
    for (const finding of found) console.log(`${signs[finding.outcome]} ${finding.check}: ${finding.text}`);
    if (found.some(({ outcome }) => outcome === 'fault')) process.exitCode = 1;
  } finally {
    await browser.close();
  }
}
