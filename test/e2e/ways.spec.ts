/** The same journey by other ways: keyboard alone, 320 px, no JavaScript, a broken connection, an old http site. */
import { expect, test, type Page } from '@playwright/test';
import { at } from './demo.js';
import { declareOrigin } from './hosting-admin.js';
import { expectAccessible, expectReflow, fillContactForm, receiptOf } from './resident.js';

/** Tab until what has the focus answers to that name; fails where it is never reached. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press('Tab');
    const focused = page.locator('*:focus').last();
    const label = await focused.evaluate((element) => {
      const control = element as HTMLInputElement;
      const own = control.labels?.length ? [...control.labels].map((one) => one.textContent).join(' ') : '';
      return (own || element.getAttribute('aria-label') || element.textContent || '')
        .replace(/\s+/g, ' ')
        .trim();
    });
    if (typeof name === 'string' ? label.startsWith(name) : name.test(label)) return;
  }
  throw new Error(`no Tab stop is called ${String(name)}`);
}

test('with the keyboard alone, at 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  await page.goto(`${at('favril')}/contact.html`);
  const form = page.locator('guichet-contact-form');
  await expect(form.getByLabel('Objet')).toBeEditable();
  await expectReflow(form);
  const type = async (name: string, text: string) => {
    await tabTo(page, name);
    await page.keyboard.type(text);
  };
  await tabTo(page, 'Poser une question');
  await page.keyboard.press('ArrowDown');
  await type('Objet', 'Horaires');
  await type('Message', 'La mairie est-elle ouverte samedi ?');
  await tabTo(page, 'Relire avant d’envoyer');
  await page.keyboard.press('Enter');
  // Too early: the summary says what is missing, and its links lead there.
  await expect(form.getByRole('link', { name: 'Écrivez votre nom de famille.' })).toBeVisible();
  await expectReflow(form);
  await expectAccessible(page, 'guichet-contact-form');
  await tabTo(page, 'Écrivez votre nom de famille.');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('Nom de famille')).toBeFocused();
  await page.keyboard.type('Dubois');
  await type('Prénom', 'Angela');
  await type('Adresse postale', '3 rue de la Mairie');
  await type('Code postal', '28190');
  await type('Ville ou village', 'Le Favril');
  await type('Adresse électronique', 'clavier@example.org');
  await tabTo(page, 'Relire avant d’envoyer');
  await page.keyboard.press('Enter');
  await expect(form.getByRole('heading', { name: 'Relisez votre message' })).toBeFocused();
  await expectReflow(form);
  await tabTo(page, /^Envoyer$/);
  await page.keyboard.press('Enter');
  await expect(form.getByRole('heading', { name: 'Votre message est enregistré' })).toBeFocused();
  await expectReflow(form);
});

test('without JavaScript: write, review, send, follow', async ({ browser }) => {
  const context = await browser.newContext({
    javaScriptEnabled: false,
    viewport: { width: 320, height: 640 },
  });
  const page = await context.newPage();
  await page.goto(`${at('hosting')}/guichet/administrations/28148/contact`);
  await fillContactForm(page);
  await page.getByLabel('Adresse électronique', { exact: true }).fill('sans.script@example.org');
  await page.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await expect(page.getByText('Le lampadaire de la place est éteint depuis lundi.').first()).toBeVisible();
  await page.getByRole('button', { name: 'Envoyer', exact: true }).click();
  const { reference, trackingCode } = await receiptOf(page);
  expect(await context.cookies()).toEqual([]);
  await page.goto(`${at('hosting')}/guichet/administrations/28148/tracking`);
  await page.getByRole('textbox', { name: 'Référence' }).fill(reference);
  await page.getByLabel('Code de suivi').fill(trackingCode);
  await page.getByRole('button', { name: 'Voir ma demande' }).click();
  await expect(page.getByText('Lampadaire éteint').first()).toBeVisible();
  await context.close();
});

test('offline: says so, keeps everything, sends once by itself when the connection is back', async ({
  page,
  context,
}) => {
  await page.goto(`${at('trilport')}/contact.html`);
  const form = page.locator('guichet-contact-form');
  await fillContactForm(form);
  await form.getByLabel('Adresse électronique', { exact: true }).fill('coupure@example.org');
  await form.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await expect(form.getByRole('heading', { name: 'Relisez votre message' })).toBeVisible();
  const posts: (string | undefined)[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.headers()['idempotency-key']);
  });
  await context.setOffline(true);
  await form.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(form.getByRole('heading', { name: 'Pas encore envoyé' })).toBeVisible();
  await expect(form.getByText('Le lampadaire de la place est éteint depuis lundi.')).toBeVisible();
  await expectAccessible(page, 'guichet-contact-form');
  await context.setOffline(false);
  await expect(form.getByRole('heading', { name: 'Votre message est enregistré' })).toBeVisible();
  expect(new Set(posts).size).toBe(1);
});

test('on a plain http site whose name is not the loopback’s', async ({ page }) => {
  const { port } = new URL(at('favril'));
  await declareOrigin('28148', `http://vieux-site.test:${port}`);
  await page.goto(`http://vieux-site.test:${port}/contact.html`);
  expect(await page.evaluate(() => isSecureContext)).toBe(false);
  const form = page.locator('guichet-contact-form');
  await fillContactForm(form);
  await form.getByLabel('Adresse électronique', { exact: true }).fill('vieux.site@example.org');
  await form.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await form.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(form.getByRole('heading', { name: 'Votre message est enregistré' })).toBeVisible();
});
