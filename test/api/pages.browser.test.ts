/** The hosting's own pages in Chromium, scripts off: seen, heard by axe, walked with the keyboard, at 320 px, framed. */
import { receiptRoutes } from '@guichet/contracts/routes';
import { type Browser, type BrowserContext, chromium, type Frame, type Page } from '@playwright/test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { violations } from '../axe.js';
import { favril, roads, trilport } from './calls.js';
import { generous, type Harness, startHarness } from './harness.js';

const LONG = 'Anticonstitutionnellement'.repeat(5);

async function freePort(): Promise<number> {
  const socket = createSocket().listen(0, '127.0.0.1');
  await new Promise((done) => socket.once('listening', done));
  const { port } = socket.address() as AddressInfo;
  await new Promise((done) => socket.close(done));
  return port;
}

describe('the pages without JavaScript, in Chromium', () => {
  let harness: Harness;
  let browser: Browser;
  /** A commune's site that frames the page, and one that may not. */
  const sites = [0, 1].map(() =>
    createServer((request, response) => {
      const address = new URL(request.url!, 'http://site').searchParams.get('frame')!;
      response
        .setHeader('Content-Type', 'text/html')
        .end(`<iframe src="${address}" width="600" height="600"></iframe>`);
    }),
  );
  const originOf = (site: (typeof sites)[number]) =>
    `http://127.0.0.1:${(site.address() as AddressInfo).port}`;

  before(async () => {
    await Promise.all(sites.map((site) => new Promise<void>((done) => site.listen(0, '127.0.0.1', done))));
    const port = await freePort();
    harness = await startHarness({
      port,
      config: {
        publicUrl: `http://127.0.0.1:${port}`,
        rates: { send: generous, read: generous, track: generous },
      },
    });
    const administrations = getService(harness.strapi, 'administration');
    const common = { languages: ['fr' as const, 'en' as const], origins: [originOf(sites[0]!)] };
    const { uid } = await administrations.create({ ...favril, ...common, accent: '#ffe600' });
    await administrations.addDesk(uid, roads);
    await administrations.create({
      ...trilport,
      ...common,
      accent: '#101010',
      name: `Mairie ${LONG}`.slice(0, 100),
    });
    browser = await chromium.launch({
      executablePath: '/usr/bin/chromium',
      args: ['--no-sandbox', '--disable-gpu'],
    });
  });
  after(async () => {
    await browser.close();
    for (const site of sites) site.close();
    await harness.stop();
  });

  const at = (page: string, code = '28148') => `${harness.origin}/guichet/administrations/${code}/${page}`;

  async function withPage(
    options: Parameters<Browser['newContext']>[0],
    work: (page: Page, context: BrowserContext) => Promise<void>,
  ): Promise<void> {
    const context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR', ...options });
    try {
      await work(await context.newPage(), context);
    } finally {
      await context.close();
    }
  }

  /** Fills in the form so that it can be read again. */
  async function fill(page: Page | Frame, subject = 'Lampadaire éteint'): Promise<void> {
    await choose(page, 'request');
    await label(page, 'Objet').fill(subject);
    await label(page, 'Message').fill(`Bonjour,\n\n${subject}`);
    await label(page, 'Nom de famille').fill('Dubois');
    await label(page, 'Prénom').fill('Angela');
    await label(page, 'Adresse postale').fill('3 rue de la Mairie');
    await label(page, 'Code postal').fill('28190');
    await label(page, 'Ville ou village').fill('Le Favril');
    await label(page, 'Adresse électronique').fill('angela@boite.example');
  }

  const label = (page: Page | Frame, name: string) => page.getByLabel(name, { exact: true });
  const choose = (page: Page | Frame, value: string) => page.locator(`input[value=${value}]`).check();
  const press = (page: Page | Frame, name: string) => page.getByRole('button', { name, exact: true }).click();

  async function aSignedReceipt(): Promise<string> {
    const { siren, name, address, email, phone } = favril;
    const at = '2026-11-21T21:04:10+01:00';
    const subject = { administration: { siren, name }, reference: LONG, receivedAt: at, issuedAt: at };
    const silence = { effect: 'rejection', date: '2027-01-21', basis: 'CRPA L231-4, 2°' } as const;
    const appeal = { body: LONG, delay: 'P2M', online: 'https://www.telerecours.fr' };
    const service = { name, address, email, phone };
    const receipt = { kind: 'acknowledgement', service, silence, appeal } as const;
    return (await getService(harness.strapi, 'signature').sign(receipt, subject)).jws;
  }

  /** Each state of the pages, in turn. */
  async function eachState(page: Page, code: string, look: (state: string) => Promise<void>): Promise<void> {
    await page.goto(at('contact', code));
    await look('the form');
    await choose(page, 'question');
    for (const kind of ['company', 'association', 'organisation', 'minimal']) {
      await choose(page, kind);
      await look(kind);
    }
    await page.getByText('Autres précisions').click();
    await look('what few people need');
    await press(page, 'Relire avant d’envoyer');
    await look('what is to be corrected');
    await page.goto(at('contact', code));
    await fill(page, LONG);
    await press(page, 'Relire avant d’envoyer');
    await look('reading again');
    await press(page, 'Envoyer');
    await look('the receipt');
    await press(page, 'Suivre ce message');
    await look('the request');
    await press(page, 'Envoyer le message');
    await look('a message to correct');
    await label(page, 'Votre message').fill(LONG);
    await press(page, 'Envoyer le message');
    await look('a message sent');
    await press(page, 'Suivre une autre demande');
    await look('the door to another');
    await page.goto(at('tracking', code));
    await look('the door');
    await press(page, 'Voir ma demande');
    await look('the door, to be corrected');
    await page.goto(at('tracking', code));
    await page.getByText('Vous n’avez plus le code de suivi').click();
    await look('a link to ask for');
    await press(page, 'Recevoir un lien');
    await look('a link to ask for, to be corrected');
    await page.locator('#linkEmail').fill('angela@boite.example');
    await press(page, 'Recevoir un lien');
    await page.getByText('Si des demandes ont été faites ici avec cette adresse').waitFor();
    await look('a link asked for');
    await page.goto(at('terms', code));
    await look('the terms');
    await page.goto(at('terms', code) + '?lang=en');
    await look('the terms in English');
    await page.goto(at('services', code));
    for (const summary of await page.locator('summary').all()) await summary.click();
    await look('the services');
    await page.locator('.list a.name').last().click();
    await look('a service');
    await page.goto(at('services', code));
    await page.locator('#q').fill('poubele');
    await press(page, 'Rechercher');
    await look('what was found');
    await page.goto(`${at('services', code)}?lang=en&q=${LONG}`);
    await look('nothing found, in English');
    await page.goto(at('contact', '99999'));
    await look('a refusal');
    await page.goto(harness.origin + receiptRoutes.verificationPage);
    await look('a receipt to verify');
    await press(page, 'Vérifier');
    await look('a code to correct');
    const issued = await aSignedReceipt();
    for (const code of [issued, `${issued.slice(0, -8)}AAAAAAAA`]) {
      await label(page, 'Code de vérification').fill(code);
      await press(page, 'Vérifier');
      await look('a receipt verified');
    }
  }

  it('take a receipt’s code from its QR code or link, by script or by hand, and send it no sooner than asked', async () => {
    const code = await aSignedReceipt();
    const link = `${harness.origin}${receiptRoutes.verificationPage}#${code}`;
    const field = (page: Page) => label(page, 'Code de vérification');
    await withPage({ javaScriptEnabled: true }, async (page) => {
      const asked: string[] = [];
      page.on('request', (request) => asked.push(request.url() + (request.postData() ?? '')));
      await page.goto(link);
      assert.equal(await field(page).inputValue(), code);
      assert.ok(!asked.some((request) => request.replace(/#.*/, '').includes(code)));
      await press(page, 'Vérifier');
      await page.getByText('Cet accusé a été émis par').waitFor();
    });
    await withPage({}, async (page) => {
      await page.goto(link);
      await field(page).fill(link);
      await press(page, 'Vérifier');
      await page.getByText('Cet accusé a été émis par').waitFor();
    });
  });

  // axe runs by script: in a page of its own, which shows the same and loads no widget.
  for (const [name, code, colorScheme, rules] of [
    ['light, a bright yellow accent', '28148', 'light', []],
    // The same markup: only its colours differ.
    ['dark, a nearly black accent', '77475', 'dark', ['color-contrast', 'link-in-text-block']],
  ] as const) {
    it(`have no fault that axe finds, in any state: ${name}`, async () => {
      await withPage({ colorScheme, javaScriptEnabled: true, bypassCSP: true }, async (page) => {
        await page.route('**/loader.js', (route) => route.abort());
        await eachState(page, code, async (state) => {
          const faults = await violations(page, rules.length ? { runOnly: [...rules] } : {});
          const found = faults.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
          assert.deepEqual(found, [], state);
        });
      });
    });
  }

  it('never scroll sideways at 320 px, long words included', async () => {
    await withPage(
      { javaScriptEnabled: true, bypassCSP: true, viewport: { width: 320, height: 640 } },
      async (page) => {
        await page.route('**/loader.js', (route) => route.abort());
        for (const code of ['28148', '77475']) {
          await eachState(page, code, async (state) => {
            const widths = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
            assert.ok(widths[0]! <= widths[1]!, `${state}: ${widths[0]} px wide`);
          });
        }
      },
    );
  });

  it('make one request each, set no cookie, and break no rule of their own policy', async () => {
    await withPage({}, async (page, context) => {
      const asked: string[] = [];
      const said: string[] = [];
      page.on('request', (request) => asked.push(request.url().slice(0, 40)));
      // Chromium notes a 400 there as well, which is what a form to be corrected answers.
      page.on('console', (message) => !message.text().includes('status of 400') && said.push(message.text()));
      for (const name of ['contact', 'tracking', 'terms', 'services']) {
        asked.length = 0;
        await page.goto(at(name));
        await page.waitForLoadState('networkidle');
        assert.deepEqual(
          asked.filter((url) => !url.startsWith('data:')),
          [at(name).slice(0, 40)],
        );
      }
      await page.goto(at('contact'));
      await press(page, 'Relire avant d’envoyer');
      assert.match(await page.title(), /^Erreur/);
      assert.deepEqual(said, []);
      assert.deepEqual(await context.cookies(), []);
    });
  });

  it('apply their style: the policy’s hash is the sheet’s', async () => {
    await withPage({}, async (page) => {
      await page.goto(at('contact'));
      const button = page.getByRole('button', { name: 'Relire avant d’envoyer' });
      assert.ok((await button.boundingBox())!.height >= 44);
      assert.equal(await label(page, 'Numéro SIRET ou SIREN').isVisible(), false);
      await choose(page, 'company');
      assert.equal(await label(page, 'Numéro SIRET ou SIREN').isVisible(), true);
      assert.equal(await label(page, 'Prénom').isVisible(), false);
      assert.equal(await page.locator('input[value=minimal]').isVisible(), false);
      await choose(page, 'question');
      assert.equal(await page.locator('input[value=minimal]').isVisible(), true);
    });
  });

  it('are walked with the keyboard, in the order that is read', async () => {
    await withPage({}, async (page) => {
      await page.goto(at('contact'));
      const focused = async () => {
        const snapshot = page.locator(':focus');
        return (await snapshot.getAttribute('name')) ?? (await snapshot.innerText());
      };
      const walk: string[] = [];
      for (let stops = 0; stops < 40 && walk.at(-1) !== 'step'; stops++) {
        await page.keyboard.press('Tab');
        walk.push(await focused());
      }
      assert.deepEqual(walk.slice(0, 6), [
        'Aller au contenu',
        favril.phone,
        'Services',
        'Nous écrire',
        'Suivre une demande',
        'English',
      ]);
      assert.deepEqual(
        walk.slice(6).filter((name) => !name.includes(' ')),
        [
          'nature',
          'recipient',
          'subject',
          'message',
          'file',
          'sender.kind',
          'sender.familyName',
          'sender.givenName',
          'sender.postalAddress.lines',
          'sender.postalAddress.postalCode',
          'sender.postalAddress.city',
          'sender.postalAddress.country',
          'sender.email',
          'step',
        ],
      );
      await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')]);
      assert.match(await page.title(), /^Erreur/);
      // The page begins at what is to be corrected; its links lead to the fields.
      assert.equal(await page.locator(':focus').getAttribute('id'), 'summary');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
      assert.equal(await page.locator(':focus').getAttribute('name'), 'subject');
    });
  });

  it('keep what was typed when one goes back', async () => {
    await withPage({}, async (page) => {
      await page.goto(at('contact'));
      await fill(page);
      await press(page, 'Relire avant d’envoyer');
      await page.getByRole('button', { name: 'Envoyer', exact: true }).waitFor();
      await page.goBack();
      assert.equal(await label(page, 'Objet').inputValue(), 'Lampadaire éteint');
      assert.equal(await label(page, 'Message').inputValue(), 'Bonjour,\n\nLampadaire éteint');
    });
  });

  it('work in a frame of the administration’s own site, and in no other', async () => {
    await withPage({}, async (page) => {
      const [own, other] = sites.map(
        (site) => `${originOf(site)}/?frame=${encodeURIComponent(at('contact'))}`,
      );
      await page.goto(own!);
      const frame = page.frames()[1]!;
      await fill(frame);
      await press(frame, 'Relire avant d’envoyer');
      await press(frame, 'Envoyer');
      await frame.getByText('Votre message est enregistré').waitFor();
      await page.goto(other!);
      assert.equal(await label(page.frames()[1]!, 'Objet').count(), 0);
    });
  });

  it('become the widgets where scripts run, under the same policy', async () => {
    await withPage({ javaScriptEnabled: true }, async (page) => {
      const said: string[] = [];
      page.on('console', (message) => said.push(message.text()));
      page.on('pageerror', (error) => said.push(error.message));
      await page.goto(at('contact'));
      const form = page.locator('guichet-contact-form');
      await form.getByRole('button', { name: 'Effacer et quitter' }).waitFor();
      assert.equal(await page.getByRole('heading', { level: 1 }).count(), 1);
      await form.getByRole('textbox', { name: 'Objet' }).fill('Lampadaire');
      await form.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
      await form.getByRole('link', { name: 'Écrivez votre message.' }).waitFor();
      // The token of a mailed link leaves the address at once, and asks for who follows it.
      await page.goto(`${at('tracking')}#suivi=abc`);
      await page.getByRole('textbox', { name: 'Nom de famille ou code postal' }).waitFor();
      assert.equal(new URL(page.url()).hash, '');
      assert.deepEqual(said, []);
    });
  });

  it('print the receipt without what is for the screen alone', async () => {
    await withPage({}, async (page) => {
      await page.goto(at('contact'));
      await fill(page);
      await press(page, 'Relire avant d’envoyer');
      await press(page, 'Envoyer');
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      assert.equal(await page.getByRole('button').count(), 0);
      assert.equal(await page.getByText('Code de suivi', { exact: true }).isVisible(), true);
      const background = await page
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor);
      assert.equal(background, 'rgb(255, 255, 255)');
    });
  });
});
