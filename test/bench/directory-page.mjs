/**
 * What the directory's widget costs the page that it is pasted in: the longest task with a thousand organisations, and
 * how long a keystroke takes to become results among three hundred. In Chromium, as it is and with a processor four
 * times as slow.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { directoryRoutes } from '@guichet/contracts/directory-routes';
import { pathOf } from '@guichet/contracts/routes';
import { root } from '../../.config/bootstrap.mjs';
import { table } from './table.mjs';

const CODE = '28148';
const cdn = join(root, 'packages', 'widgets', 'cdn');
const TYPED = ['poubelle', 'cantine', 'passeport', 'eclerage'];
const KEY_PAUSE_MS = 120;

/** @throws an Error where the widget does not show what it is given */
export async function compareDirectoryPage() {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const rows = [];
    for (const slowness of [1, 4]) {
      const drawn = await measureDrawing(browser, slowness);
      const typed = await measureTyping(browser, slowness);
      rows.push({ slowness, drawn, typed });
    }
    print(rows);
  } finally {
    await browser.close();
  }
}

const organisation = (i) => ({
  id: `organisation-${i}`,
  name: `${['Bibliothèque', 'École', 'Déchetterie', 'Crèche', 'Piscine', 'Perception'][i % 6]} n° ${i}`,
  description: 'Ce que cet organisme fait pour les habitants, en une phrase ou deux, sans détour.',
  phones: [{ number: '01 99 00 28 15', label: '' }],
  email: 'contact@organisme.example',
  contactForm: null,
  website: 'https://www.organisme.example/',
  address: `${i} rue de l’Église\n28190 Le Favril`,
  accessibility: '',
  position: null,
  openingHours: {
    week: [[{ from: '09:00', until: '12:00', note: '' }], [], [], [], [], [], []],
    closedOnHolidays: true,
    closings: [],
    openings: [],
  },
  hoursNote: '',
  keywords: ['clé', `mot-${i % 40}`],
  level: ['commune', 'intercommunality', 'department', 'state', 'association'][i % 5],
  kind: null,
  recipient: null,
  source: null,
});

/** A hosting of one commune, which answers from memory. */
async function hostingOf(count) {
  const organisations = Array.from({ length: count }, (_, i) => organisation(i));
  const administration = {
    code: CODE,
    siren: '212801484',
    insee: CODE,
    name: 'Mairie du Favril',
    kind: 'commune',
    timeZone: 'Europe/Paris',
    human: { phone: '01 99 00 28 14', email: 'm@favril.example', address: 'Le Favril', hours: [] },
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
  const replies = {
    [pathOf('administration', CODE)]: administration,
    [directoryRoutes.directory.replace(':code', CODE)]: {
      organisations: [{ ...organisation(0), id: CODE, name: administration.name }, ...organisations.slice(1)],
      procedures: [],
      themes: [],
      lifeEvents: [],
      link: '/s',
    },
    [directoryRoutes.guides.replace(':code', CODE)]: { themes: [], lifeEvents: [], guides: [] },
  };
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://localhost');
    if (pathname === '/') {
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(
        `<!doctype html><html lang="fr"><title>Banc</title><script type="module" src="/guichet/v1/loader.js"></script><guichet-services-directory administration="${CODE}"><p>Mairie</p></guichet-services-directory></html>`,
      );
    } else if (replies[pathname]) {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(replies[pathname]));
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
  const origin = `http://127.0.0.1:${server.address().port}`;
  administration.origins = [origin];
  return { origin, close: () => server.close() };
}

/** A page whose processor is slower, and which remembers its long tasks. */
async function openPage(browser, slowness) {
  const page = await browser.newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowness });
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => {
      for (const { startTime, duration } of list.getEntries()) window.tasks.push({ startTime, duration });
    }).observe({ type: 'longtask', buffered: true });
  });
  return page;
}

const shown = (page) => page.locator('guichet-services-directory').getByRole('searchbox');

/** @returns the longest task after the widget was first painted, in milliseconds; null where none was over 50 */
async function measureDrawing(browser, slowness) {
  const hosting = await hostingOf(1000);
  const page = await openPage(browser, slowness);
  await page.goto(hosting.origin);
  await shown(page).waitFor();
  const painted = await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))),
  );
  await shown(page).focus();
  await page.keyboard.type('biblio', { delay: KEY_PAUSE_MS });
  await page.waitForTimeout(2000);
  const tasks = await page.evaluate(() => window.tasks);
  await page.close();
  hosting.close();
  const after = tasks.filter(({ startTime }) => startTime >= painted).map(({ duration }) => duration);
  return after.length ? Math.max(...after) : null;
}

/** @returns the slowest of the keystrokes, in milliseconds to the last change of what is shown; and of a bare list */
async function measureTyping(browser, slowness) {
  const hosting = await hostingOf(300);
  const page = await openPage(browser, slowness);
  await page.goto(hosting.origin);
  await shown(page).focus();
  // What searches is loaded at the first focus.
  await page.waitForLoadState('networkidle');
  await page.evaluate(() => {
    const widget = document.querySelector('guichet-services-directory');
    window.keys = [];
    let began = 0;
    widget.shadowRoot.addEventListener('input', () => (began = performance.now()), true);
    new MutationObserver(() => {
      if (began) window.keys.push({ began, took: performance.now() - began });
    }).observe(widget.shadowRoot, { childList: true, subtree: true, characterData: true });
  });
  for (const text of TYPED) {
    await shown(page).fill('');
    await page.keyboard.type(text, { delay: KEY_PAUSE_MS });
    await page.waitForTimeout(400);
  }
  const ours = await page.evaluate((pause) => {
    const last = new Map();
    // What is said to those who hear the page comes later, on purpose.
    for (const { began, took } of window.keys) if (took < pause) last.set(began, took);
    return [...last.values()];
  }, KEY_PAUSE_MS);
  // The reference: the same names in a bare list, filtered by what they contain.
  const bare = await page.evaluate((words) => {
    const names = Array.from({ length: 300 }, (_, i) => `Organisme numéro ${i} poubelle cantine`);
    const list = document.body.appendChild(document.createElement('ul'));
    const times = [];
    for (const word of words)
      for (let length = 1; length <= word.length; length++) {
        const began = performance.now();
        const found = names.filter((name) => name.includes(word.slice(0, length)));
        list.replaceChildren(
          ...found
            .slice(0, 20)
            .map((name) => Object.assign(document.createElement('li'), { textContent: name })),
        );
        times.push(performance.now() - began);
      }
    return times;
  }, TYPED);
  await page.close();
  hosting.close();
  if (!ours.length) throw new Error('No keystroke changed what the directory shows.');
  return { ours: slowest(ours), bare: slowest(bare) };
}

/** Nineteen in twenty are faster: one may have met the browser's own work. */
const slowest = (times) => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)];

function print(rows) {
  console.log('\nThe directory in a page (Chromium), with the processor as it is and four times as slow');
  console.log(
    table([
      ['processor', 'longest task, 1,000 organisations', 'keystroke to results, 300', 'against a bare list'],
      ...rows.map(({ slowness, drawn, typed }) => [
        slowness === 1 ? 'as it is' : `÷ ${slowness}`,
        `${drawn === null ? 'under 50' : Math.round(drawn)} ms${slowness === 1 ? ' (≤ 50)' : ''}`,
        `${typed.ours.toFixed(1)} ms (≤ ${slowness === 1 ? 16 : 50})`,
        `${Math.round(typed.ours / Math.max(typed.bare, 0.1))} ×`,
      ]),
    ]),
  );
}
