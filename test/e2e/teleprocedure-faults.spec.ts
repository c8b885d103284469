/** A téléprocédure whose operator, network or browser does not do as one would wish: nobody is stuck, nothing is lost. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { at } from './demo.js';
import { applyFor } from './operator.js';
import { expectAccessible, receiptOf } from './resident.js';

const TAG = 'guichet-teleprocedure';
const OPERATOR = `${at('operator')}/creche`;

const begin = (widget: Locator) => widget.getByRole('button', { name: 'Commencer la démarche' });
const frameOf = (widget: Locator) => widget.frameLocator('iframe');

async function facade(page: Page): Promise<Locator> {
  // By this name the operator's pages are of another site: what browsers refuse of third parties is refused here.
  await page.goto(`${at('favril', '127.0.0.1')}/creche.html`);
  const widget = page.locator(TAG);
  await expect(begin(widget)).toBeVisible();
  return widget;
}

async function framed(page: Page): Promise<Locator> {
  const widget = await facade(page);
  await begin(widget).click();
  await expect(widget).toContainText('Étape 1 sur 4');
  // As high as what is in it: nothing moves any more.
  await expect
    .poll(() =>
      frameOf(widget)
        .locator('html')
        .evaluate((root) => root.scrollHeight <= root.clientHeight && root.clientHeight > 500),
    )
    .toBe(true);
  return widget;
}

/** Whom to call, in whatever state. */
const expectHuman = (widget: Locator) =>
  expect(widget.locator('a[href^="tel:"]:visible').first()).toBeVisible();

async function expectFallenBack(page: Page, widget: Locator): Promise<void> {
  const on = widget.getByRole('link', { name: 'Aller sur cet autre site' });
  await expect(on).toBeVisible({ timeout: 20_000 });
  await expect(widget.locator('iframe')).toHaveCount(0);
  await expect(widget).toContainText('Ce service s’affiche sur sa propre page');
  await expectHuman(widget);
  await expectAccessible(page, TAG);
}

test('slow: what answers after everybody’s patience finds nobody, and is one link away', async ({ page }) => {
  const widget = await facade(page);
  const held: (() => void)[] = [];
  await page.route(`${OPERATOR}*`, async (route) => {
    await new Promise<void>((resolve) => held.push(resolve));
    await route.continue().catch(() => {});
  });
  await begin(widget).click();
  await expectFallenBack(page, widget);
  held.forEach((answer) => answer());
  await page.unroute(`${OPERATOR}*`);
  await expect(widget.locator('iframe')).toHaveCount(0);
  await widget.getByRole('link', { name: 'Aller sur cet autre site' }).click();
  await expect(page.getByRole('heading', { name: 'Votre enfant' })).toBeVisible();
});

test('led to a login that refuses frames: the way to its own site, at once', async ({ page }) => {
  const widget = await facade(page);
  await page.route(`${OPERATOR}*`, (route) =>
    route.fulfill({
      headers: { 'X-Frame-Options': 'DENY', 'Content-Type': 'text/html' },
      body: '<h1>Connexion</h1>',
    }),
  );
  await begin(widget).click();
  await expectFallenBack(page, widget);
});

test('nonsense, from the operator and from windows that are none of its: nothing of it is believed', async ({
  page,
}) => {
  const faults: Error[] = [];
  page.on('pageerror', (fault) => faults.push(fault));
  const widget = await facade(page);
  await page.route(`${OPERATOR}*`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><title>x</title><script>
        const odd = [null, 7, 'x', [], {}, { type: '__proto__' }, { type: 'height', height: 1e12 },
          { type: 'step', index: 9, count: 2, title: 'Faux' }, { type: 'submitted', reference: '' },
          { type: 'session', secondsLeft: 'soon' }, { type: 'announce', text: 'x'.repeat(9e5) }];
        const nonce = 'abcdefghijklmnop';
        addEventListener('message', ({ data, ports: [port] }) => {
          if (data?.type !== 'welcome') return;
          odd.forEach((one) => port.postMessage(one));
          port.postMessage({ type: 'ready', nonce: data.pageNonce });
          odd.forEach((one) => port.postMessage(one));
          port.postMessage({ type: 'step', index: 1, count: 2, title: '<b>Vrai</b>' });
        });
        odd.forEach((one) => parent.postMessage(one, '*'));
        parent.postMessage({ protocol: 'guichet-frame', type: 'hello', versions: [1], nonce }, '*');
      </script>`,
    }),
  );
  await begin(widget).click();
  await expect(widget).toContainText('Étape 1 sur 2 : <b>Vrai</b>');
  await page.evaluate(() => {
    const foreign = document.body.appendChild(document.createElement('iframe'));
    foreign.srcdoc = `<script>for (let n = 0; n < 1000; n++) for (const type of ['hello', 'welcome', 'submitted', 'step'])
      parent.postMessage({ protocol: 'guichet-frame', type, versions: [1], nonce: 'abcdefghijklmnop', reference: 'FAUX', index: 2, count: 2, title: 'Faux' }, '*');
      parent.postMessage('done', '*')</script>`;
    return new Promise<void>((resolve) =>
      addEventListener('message', ({ data }) => {
        if (data === 'done') resolve();
      }),
    );
  });
  await expect(widget).toContainText('Étape 1 sur 2 : <b>Vrai</b>');
  await expect(widget.getByRole('heading', { name: 'Votre demande est envoyée' })).toHaveCount(0);
  expect((await widget.locator('iframe').boundingBox())!.height).toBeLessThan(3000);
  expect(faults).toEqual([]);
  await expectHuman(page.locator('body'));
});

test('offline in the middle: nothing typed is lost, it is said, and it goes on', async ({
  page,
  context,
}) => {
  const widget = await framed(page);
  const name = frameOf(widget).getByLabel('Nom de l’enfant', { exact: true });
  await name.fill('Dubois');
  await context.setOffline(true);
  await expect(widget).toContainText('La connexion à internet est coupée');
  await expect(widget.getByRole('status')).toContainText('Gardez cette page ouverte');
  await frameOf(widget).getByRole('button', { name: 'Continuer' }).click();
  await expect(name).toHaveValue('Dubois');
  await expectHuman(page.locator('body'));
  await expectAccessible(page, TAG);
  await context.setOffline(false);
  await expect(widget.getByRole('status')).toContainText('La connexion est revenue');
  await applyFor(frameOf(widget), 'Dubois');
  await expect(widget.getByRole('heading', { name: 'Votre demande est envoyée' })).toBeFocused();
});

test('« back » leads to the step before, with what was answered', async ({ page }) => {
  const widget = await framed(page);
  const frame = frameOf(widget);
  await frame.getByLabel('Nom de l’enfant', { exact: true }).fill('Dubois');
  await frame.getByLabel('Date de naissance, ou date prévue').fill('2026-05-03');
  await frame.getByLabel('Entrée souhaitée').fill('2027-01-04');
  await frame.getByLabel('Combien de jours par semaine').selectOption('3 jours');
  await frame.getByLabel('Crèche souhaitée').selectOption('Peu importe');
  await frame.getByRole('button', { name: 'Continuer' }).click();
  await expect(widget).toContainText('Étape 2 sur 4');
  await page.evaluate(() => history.back());
  await expect(widget).toContainText('Étape 1 sur 4');
  await expect(frame.getByLabel('Nom de l’enfant', { exact: true })).toHaveValue('Dubois');
  await expect(page).toHaveURL(/creche\.html$/);
});

test('in a new tab, then back in the first: the receipt', async ({ page, context }) => {
  const widget = await framed(page);
  const opened = context.waitForEvent('page');
  const link = widget.getByRole('link', { name: 'Ouvrir dans un nouvel onglet' });
  // Where a frame of another process has gone by a scroll is known a moment later: until then the click would be its.
  await link.scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  await link.click();
  const tab = await opened;
  await expect(
    widget.getByRole('heading', { name: 'La démarche est ouverte dans un autre onglet' }),
  ).toBeVisible();
  await expectHuman(widget);
  await applyFor(tab, 'Garnier');
  await expect(tab.getByRole('heading', { name: 'Votre demande est envoyée' })).toBeVisible();
  await tab.close();
  const ask = widget.getByRole('button', { name: /^(Voir où en est ma demande|Vérifier à nouveau)$/ });
  const receipt = widget.getByRole('heading', { name: 'Votre demande est envoyée' });
  // The operator tells of it in its own time.
  await expect(async () => {
    if (await ask.isVisible()) await ask.click({ timeout: 1000 });
    await expect(receipt).toBeVisible({ timeout: 2000 });
  }).toPass();
  expect((await receiptOf(widget)).reference).toMatch(/^28148-/);
});

test('the session is over: said, and begun anew', async ({ page }) => {
  const widget = await framed(page);
  await frameOf(widget)
    .locator('html')
    .evaluate((root) => root.setAttribute('data-guichet-session', '0'));
  await expect(widget.getByRole('status')).toContainText('Le temps est écoulé');
  await expectHuman(widget);
  await expectAccessible(page, TAG);
  await widget.getByRole('button', { name: 'Recommencer' }).click();
  await expect(frameOf(widget).getByRole('heading', { name: 'Votre enfant' })).toBeVisible();
  await expect(widget).not.toContainText('Le temps est écoulé');
});

test('what screen readers are told, from what is told of it to the receipt', async ({ page }) => {
  const widget = await facade(page);
  await expect(widget).toMatchAriaSnapshot(`
    - heading "Inscription en crèche" [level=2]
    - term: Ce qu’il faut avoir
    - definition:
      - list:
        - listitem
    - group:
      - paragraph: /Vous restez sur ce site/
      - button "Commencer la démarche"
  `);
  await begin(widget).click();
  await expect(widget.locator('iframe')).toHaveAttribute('title', /^Inscription en crèche \(Communauté/);
  await expect(widget.getByRole('status')).toHaveText(/Étape 1 sur 4/);
  await expect(widget).toMatchAriaSnapshot(`
    - heading "Inscription en crèche" [level=2]
    - paragraph: "/Étape 1 sur 4 : Votre enfant/"
    - iframe
    - button "Quitter la démarche"
    - link "Ouvrir dans un nouvel onglet"
  `);
  await expect(frameOf(widget).locator('main')).toMatchAriaSnapshot(`
    - main:
      - heading "Votre enfant" [level=1]
      - textbox "Nom de l’enfant"
      - combobox "Combien de jours par semaine ?"
      - button "Continuer"
  `);
  await applyFor(frameOf(widget), 'Lopez');
  await expect(widget.getByRole('heading', { name: 'Votre demande est envoyée' })).toBeFocused();
  await expect(widget).toMatchAriaSnapshot(`
    - heading "Votre demande est envoyée" [level=2]
    - term: Référence
    - definition: /77475|28148/
    - term: Code de suivi
    - definition
    - heading "Et ensuite" [level=3]
    - link "Suivre ma demande"
    - heading "La page du service" [level=3]
    - iframe
  `);
});

test('the directory beside it leads to it in the same page, with the focus', async ({ page }) => {
  await page.goto(`${at('favril')}/creche.html`);
  const widget = page.locator(TAG);
  await expect(begin(widget)).toBeVisible();
  await page.evaluate((tag) => {
    const beside = document.querySelector(tag)!;
    const directory = document.createElement('guichet-services-directory');
    directory.setAttribute('administration', beside.getAttribute('administration') ?? '28148');
    beside.before(directory);
  }, TAG);
  const directory = page.locator('guichet-services-directory');
  await directory.getByRole('link', { name: 'Inscription en crèche' }).first().click();
  await directory.getByRole('link', { name: 'Commencer la démarche' }).click();
  await expect(widget.getByRole('heading', { name: 'Inscription en crèche' })).toBeFocused();
  await expect(page).toHaveURL(/\/creche\.html/);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(frameOf(widget).getByRole('heading', { name: 'Votre enfant' })).toBeVisible();
});
