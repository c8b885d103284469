/** A guide on a page of the hosting and in the widget, in a browser, as a reader has it: on a phone, unfolded, printed. */
import type { Browser, Page } from '@playwright/test';
import { build } from 'esbuild';
import { guidesLinkedBy } from '../../packages/strapi-plugin/server/src/domain/guide-links.js';
import { pageOf } from '../../packages/strapi-plugin/server/src/features/pages/guide/testing/drawn.js';
import type { Guide } from '@guichet/contracts/guide';
import { fileURLToPath } from 'node:url';

/** CSS pixels: the narrowest that WCAG 2.2 asks for (1.4.10). */
const PHONE = 320;

/** Titles of all that it links to, or of none: then its links lead away. */
const titlesOf = (guide: Guide, isHere: boolean) =>
  isHere ? guidesLinkedBy(guide).map((id) => [id, `Guide ${id}`] as const) : [];

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL('in-browser.ts', import.meta.url))],
    bundle: true,
    write: false,
    conditions: ['@guichet/source', 'browser'],
    tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
  });
  return outputFiles[0]!.text;
}

/** @returns a tab in which many guides are judged, one after the other: as pages, or in the widget */
export async function newTab(browser: Browser): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: PHONE, height: 800 } });
  await page.setContent(
    '<!doctype html><html lang="fr"><title>Mairie</title><main><h1>Mairie</h1><div></div></main></html>',
  );
  await page.addScriptTag({ content: await (script ??= bundle()) });
  return page;
}

/** @returns what is wrong with it as a page without JavaScript */
export async function judgePage(page: Page, guide: Guide, isHere: boolean): Promise<string[]> {
  const html = pageOf(guide, { titles: new Map(titlesOf(guide, isHere)) });
  await page.emulateMedia({ media: 'print' });
  const unprinted = await page.evaluate((one) => window.inBrowser.drawPage(one), html);
  await page.emulateMedia({ media: 'screen' });
  return [...unprinted, ...(await page.evaluate(() => window.inBrowser.judgePage()))];
}

/** @returns what is wrong with it in the widget: as it comes, and with all that can be opened and chosen in it shown */
export async function judgeWidget(page: Page, guide: Guide, isHere: boolean): Promise<string[]> {
  const failures: string[] = [];
  const hear = (error: Error) => failures.push(`fails: ${error.message}`);
  page.on('pageerror', hear);
  await page.emulateMedia({ media: 'print' });
  const unprinted = await page.evaluate(([one, titles]) => window.inBrowser.drawGuide(one, titles), [
    guide,
    Object.fromEntries(titlesOf(guide, isHere)),
  ] as const);
  await page.emulateMedia({ media: 'screen' });
  const wrong = await page.evaluate(() => window.inBrowser.judgeGuide());
  page.off('pageerror', hear);
  return [...failures, ...unprinted, ...wrong];
}
