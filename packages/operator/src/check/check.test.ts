/** One good page, and others that fail at one thing each. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { stripTypeScriptTypes } from 'node:module';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { installedBrowser, openBrowser, type Browser } from './browser.js';
import { check, type Finding } from './check.js';
import { framingOf, lostCookies } from './headers.js';

const page = 'https://mairie.guichet.example';
const style = `<style>body { margin: 0; color: var(--guichet-text, #000) }
  button { background: var(--guichet-accent, #036); border-radius: var(--guichet-radius, 4px) }</style>`;
const script = '<script type="module" src="/operator/script.js"></script>';
const body = '<h1>Votre enfant</h1><form><input autocomplete="family-name"><button>Continuer</button></form>';
/** Takes every welcome for the page's, and believes every value. */
const naive = `<script>
  parent.postMessage({ protocol: 'guichet-frame', type: 'hello', versions: [1], nonce: 'always-the-same-nonce' }, '*');
  addEventListener('message', ({ data, ports }) => {
    if (!ports[0]) return;
    ports[0].onmessage = ({ data }) => {
      for (const [name, value] of Object.entries(data.look)) document.documentElement.style.setProperty('--guichet-' + name, value);
    };
    ports[0].postMessage({ type: 'ready', nonce: data.pageNonce });
  });
</script>`;

const html = (head: string, content = body, attributes = '') =>
  `<!doctype html><html lang="fr" ${attributes}><head><title>Crèche</title>${head}</head><body>${content}</body></html>`;
const open = { 'Content-Security-Policy': `frame-ancestors ${page}` };

const pages: Record<string, { headers?: Record<string, string>; text: string }> = {
  '/good': { headers: open, text: html(style + script, body, 'data-guichet-step="1/2 Votre enfant"') },
  '/sent': { headers: open, text: html(style + script, body, 'data-guichet-submitted="CR-2026-42"') },
  '/refusing': { headers: { 'X-Frame-Options': 'SAMEORIGIN' }, text: html(style + script) },
  '/silent': { headers: open, text: html(style) },
  '/naive': { headers: open, text: html(style + naive) },
  '/own-look': {
    headers: { ...open, 'Set-Cookie': 'session=1; HttpOnly' },
    text: html(`${script}<script>if (parent === window) throw new Error('no frame')</script>`),
  },
  '/tall': {
    headers: open,
    text: html(`${style}${script}<style>body { min-height: 100vh; margin: 0 0 20px }</style>`),
  },
};

let server: Server;
let browser: Browser;
let origin = '';
/** What is no fault stands apart. */
const faults = (found: Finding[]) =>
  found.filter(({ outcome }) => outcome === 'fault').map(({ check }) => check);
const looked = (path: string, submitted?: string) =>
  check(browser, { url: origin + path, page, ...(submitted && { submitted: origin + submitted }) });

describe('an operator’s page is looked at', { concurrency: true }, () => {
  before(async () => {
    server = createServer((request, response) => {
      const { pathname } = new URL(request.url!, 'http://localhost');
      const source = /^\/operator\/([a-z]+)\.js$/.exec(pathname)?.[1];
      if (source) {
        const text = readFileSync(new URL(`../${source}.ts`, import.meta.url), 'utf8');
        response.writeHead(200, { 'Content-Type': 'text/javascript' }).end(stripTypeScriptTypes(text));
        return;
      }
      const { headers, text } = pages[pathname] ?? { text: '' };
      response
        .writeHead(text ? 200 : 404, { 'Content-Type': 'text/html; charset=utf-8', ...headers })
        .end(text);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await openBrowser(installedBrowser()!);
  });

  after(async () => {
    await browser.close();
    server.close();
  });

  it('and nothing is wrong with a good one', async () => {
    const found = await looked('/good', '/sent');
    assert.deepEqual(
      found.filter(({ outcome }) => outcome !== 'ok'),
      [],
    );
    for (const name of [
      'handshake',
      'look',
      'style sheet',
      'height follows',
      'steps',
      'submitted',
      'outside a frame',
    ])
      assert.ok(
        found.some(({ check }) => check === name),
        name,
      );
  });

  it('and told which header keeps the communes out', async () => {
    const found = await looked('/refusing');
    assert.deepEqual(faults(found), ['framing']);
    assert.match(found.find(({ check }) => check === 'framing')!.text, /X-Frame-Options: SAMEORIGIN/);
  });

  it('and told that it does not speak', async () =>
    assert.deepEqual(faults(await looked('/silent')), ['hello']));

  it('and told whom it must not believe', async () => {
    const found = await looked('/naive');
    assert.match(found.find(({ check }) => check === 'origins')!.text, /a version that it does not speak/);
    for (const name of ['origins', 'unknown messages', 'values', 'height'])
      assert.ok(faults(found).includes(name), name);
  });

  it('and told that its own look stays, which cookies do not, and what it does outside a frame', async () => {
    const found = await looked('/own-look');
    assert.deepEqual(faults(found), ['outside a frame', 'style sheet']);
    const notes = found.filter(({ outcome }) => outcome === 'note').map(({ check }) => check);
    assert.deepEqual(notes, ['cookies', 'steps']);
  });

  it('and told that its height never rests', async () => {
    const wrong = faults(await looked('/tall'));
    assert.ok(wrong.includes('height rests'), wrong.join());
  });

  it('and told that it is not there', async () =>
    assert.deepEqual(faults(await looked('/nowhere')), ['answer']));
});

describe('headers', () => {
  const framing = (policy: string) => framingOf(new Headers({ 'Content-Security-Policy': policy }), page);

  it('let a page in as browsers read them', () => {
    for (const sources of [
      page,
      '*',
      'https:',
      'https://*.guichet.example',
      'mairie.guichet.example',
      `'self' ${page}`,
    ])
      assert.ok(framing(`default-src 'self'; frame-ancestors ${sources}`).isLet, sources);
    for (const sources of ["'none'", "'self'", 'http:', 'https://guichet.example', `${page}:8443`])
      assert.ok(!framing(`frame-ancestors ${sources}`).isLet, sources);
    assert.ok(framing('frame-ancestors https:').isLet && !framing('frame-ancestors https:').isGuarded);
    const both = new Headers({
      'Content-Security-Policy': `frame-ancestors ${page}`,
      'X-Frame-Options': 'DENY',
    });
    assert.ok(framingOf(both, page).isLet);
    assert.ok(!framingOf(new Headers(), page).isGuarded);
  });

  it('tell the cookies that a frame loses', () => {
    const headers = new Headers();
    headers.append('Set-Cookie', 'lost=1; Secure; HttpOnly');
    headers.append('Set-Cookie', 'kept=1; SameSite=None; Secure; Partitioned');
    assert.deepEqual(lostCookies(headers), ['lost']);
  });
});
