/**
 * What white-label costs: from the press that begins a téléprocédure until the operator's page shows something, against
 * a bare `<iframe>` of the same page; and what the two sides of a frame weigh against libraries that only speak through
 * one. The operator is the example of `examples/operator`. In Chromium.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { teleprocedureRoutes } from '@guichet/contracts/teleprocedure-routes';
import { pathOf } from '@guichet/contracts/routes';
import { fileNamed, pathsOf } from '../../.config/size-limit.mjs';
import { root } from '../../.config/bootstrap.mjs';
import { serveOperator } from '../../examples/operator/serve.mjs';
import { brotli } from './brotli.mjs';
import { packFrames } from './peers.mjs';
import { table } from './table.mjs';

const CODE = '28148';
const SLUG = 'inscription-en-creche';
const ROUNDS = 15;
const cdn = join(root, 'packages', 'widgets', 'cdn');

const service = {
  name: 'Petite enfance',
  address: '1 rue',
  email: 'c@creche.example',
  phone: '02 61 91 42 00',
};

/** A hosting of one commune with one téléprocédure, which answers from memory. */
async function serveHosting() {
  const administration = {
    code: CODE,
    siren: '212801484',
    insee: CODE,
    name: 'Mairie du Favril',
    kind: 'commune',
    timeZone: 'Europe/Paris',
    human: { phone: '02 61 91 28 14', email: 'm@favril.example', address: 'Le Favril', hours: [] },
    openingHours: null,
    holidays: [],
    theme: { accent: null },
    languages: ['fr', 'en'],
    origins: [],
    procedures: [],
    recipients: [],
    attachments: { maxFiles: 1, maxFileBytes: 1, maxTotalBytes: 1 },
    links: { contact: '/c', tracking: '/t', terms: '/m', services: '/s' },
  };
  let replies = {};
  let pages = {};
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pages[pathname]) {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="fr"><title>Banc</title><body>${pages[pathname]}</body></html>`,
      );
    } else if (replies[pathname]) {
      const [status, body] = replies[pathname];
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    } else {
      try {
        const file = readFileSync(join(cdn, pathname.split('/').at(-1)));
        response.setHeader('Content-Type', 'text/javascript');
        response.end(file);
      } catch {
        response.writeHead(404).end();
      }
    }
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  const origin = `http://localhost:${server.address().port}`;
  administration.origins = [origin];
  /** @param operator origin of the operator, which is told of this one's first */
  function offer(operator) {
    const teleprocedure = {
      slug: SLUG,
      title: 'Inscription en crèche',
      introduction: 'Une seule demande pour toutes les crèches.',
      audience: '',
      documents: ['Un justificatif de domicile'],
      cost: 'Gratuit',
      delay: 'Deux mois',
      ways: ['online'],
      keywords: [],
      guide: null,
      offline: '',
      operator: { name: 'Communauté de communes', website: null },
      competent: service,
      contact: service,
      entry: 'frame',
      origin: operator,
      url: `${operator}/creche`,
      allow: [],
      takesPrefill: false,
      isFollowed: true,
      isReserved: false,
      withdrawn: null,
      link: '/p',
    };
    const started = {
      start: 'banc',
      url: `${operator}/creche?guichet-start=banc`,
      post: null,
      expiresAt: '2099-01-01T00:00:00Z',
      tracked: null,
    };
    const fill = (path) => path.replace(':code', CODE).replace(':id', SLUG);
    replies = {
      [pathOf('administration', CODE)]: [200, administration],
      [fill(teleprocedureRoutes.teleprocedure)]: [200, teleprocedure],
      [fill(teleprocedureRoutes.teleprocedureStarts)]: [201, started],
    };
    pages = {
      '/guichet': `<script type="module" src="/guichet/v1/loader.js"></script>
        <guichet-teleprocedure administration="${CODE}" procedure="${SLUG}"><p>Mairie</p></guichet-teleprocedure>`,
      '/bare': `<button type="button">Commencer</button><script>
        document.querySelector('button').addEventListener('click', () => {
          const frame = document.createElement('iframe');
          frame.src = ${JSON.stringify(started.url)};
          frame.style = 'inline-size: 100%; block-size: 800px';
          document.body.append(frame);
        });</script>`,
    };
  }
  return { origin, offer, close: () => server.close() };
}

/** @returns milliseconds from the press to the first content of the frame, by the clock that both pages share */
async function measureOnce(browser, url, operator, slowness) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await (await context.newCDPSession(page)).send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.goto(url);
  const button = page.getByRole('button', { name: /^Commencer/ });
  await button.waitFor();
  await page.waitForLoadState('networkidle');
  await page.evaluate(() =>
    addEventListener('click', ({ timeStamp }) => (window.pressed = performance.timeOrigin + timeStamp), true),
  );
  await button.click();
  const shown = await firstContent(page, operator);
  const pressed = await page.evaluate(() => window.pressed);
  await context.close();
  return shown - pressed;
}

/** @returns when the operator's page was painted first, by the machine's clock */
async function firstContent(page, operator) {
  for (let tries = 0; tries < 500; tries++) {
    const frame = page.frames().find((each) => each.url().startsWith(operator));
    const reading = frame?.evaluate(() => {
      const [paint] = performance.getEntriesByName('first-contentful-paint');
      return paint ? performance.timeOrigin + paint.startTime : null;
    });
    // A redirect takes a frame's document away while it is asked.
    const time = await reading?.catch(() => null);
    if (time) return time;
    await new Promise((wait) => setTimeout(wait, 20));
  }
  throw new Error('the operator’s page did not come');
}

const median = (list) => list.toSorted((a, b) => a - b)[Math.floor(list.length / 2)];

/** @throws an Error where the operator's page does not come */
export async function compareFrame() {
  const folder = mkdtempSync(join(tmpdir(), 'guichet-operator-'));
  const hosting = await serveHosting();
  const server = await serveOperator({ port: 0, folder, sites: [hosting.origin] });
  const operator = `http://127.0.0.1:${server.address().port}`;
  hosting.offer(operator);
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const rows = [];
    for (const slowness of [1, 4]) {
      const times = { bare: [], guichet: [] };
      // In turns, so that whatever else the machine does weighs on both; a first round is left out.
      for (let round = 0; round <= ROUNDS; round++)
        for (const name of ['bare', 'guichet']) {
          const time = await measureOnce(browser, `${hosting.origin}/${name}`, operator, slowness);
          if (round) times[name].push(time);
        }
      const [bare, guichet] = [median(times.bare), median(times.guichet)];
      rows.push([
        `processor ÷ ${slowness}`,
        `${bare.toFixed(0)} ms`,
        `${guichet.toFixed(0)} ms`,
        (guichet / bare).toFixed(2),
      ]);
    }
    console.log(
      '\nFrom the press to the operator’s first content, median (wanted: at most 1.10 of a bare frame)',
    );
    console.log(table([['', 'bare <iframe>', '<guichet-teleprocedure>', 'ratio'], ...rows]));
  } finally {
    await browser.close();
    hosting.close();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
  await compareFrameBytes();
}

async function compareFrameBytes() {
  const config = new URL('../../.config/', import.meta.url);
  const weigh = (paths) => paths.reduce((sum, path) => sum + brotli(readFileSync(new URL(path, config))), 0);
  const page = weigh(pathsOf(['frame', 'look'].map(fileNamed)));
  const operator = weigh(['../packages/operator/cdn/operator.js']);
  const peers = await packFrames();
  const kB = (bytes) => (bytes === null ? 'not had' : `${(bytes / 1000).toFixed(2)} kB`);
  console.log('\nBytes of both sides of a frame, minified and compressed (brotli 11)');
  console.log(
    table([
      ['', 'the page’s side', 'the operator’s'],
      ['Guichet', kB(page), kB(operator)],
      ...peers.map(({ name, page, operator }) => [name, kB(page), kB(operator)]),
    ]),
  );
}
