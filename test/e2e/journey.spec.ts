/** The main job, whole: from a snippet pasted in a commune's site to the mairie, and back. */
import { expect, test } from '@playwright/test';
import { at } from './demo.js';
import { openDesk } from './desk.js';
import { mailsTo } from './mails.js';
import { expectAccessible, fillContactForm, receiptOf } from './resident.js';

test('a resident writes from the commune’s site, the mairie answers, the resident reads it there', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const email = `angela.${Date.now()}@example.org`;

  // The resident, on a site of 2009.
  await page.goto(`${at('favril')}/contact.html`);
  const form = page.locator('guichet-contact-form');
  const subject = `Lampadaire éteint ${Date.now()}`;
  await fillContactForm(form, { subject });
  await form.getByLabel('Adresse électronique', { exact: true }).fill(email);
  await expectAccessible(page, 'guichet-contact-form');
  await form.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await expect(form.getByRole('heading', { name: 'Relisez votre message' })).toBeFocused();
  await expectAccessible(page, 'guichet-contact-form');
  await form.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(form.getByRole('heading', { name: 'Votre message est enregistré' })).toBeFocused();
  await expectAccessible(page, 'guichet-contact-form');
  const { reference, trackingCode } = await receiptOf(form);
  expect(reference).toMatch(/^28148-\d{4}-/);

  // The receipt by mail: reference, date, link; nothing of what was written.
  const [receipt] = await mailsTo(email);
  expect(receipt!.text).toContain(reference);
  expect(receipt!.text + receipt!.html).not.toContain('lampadaire');
  const link = /https?:\/\/\S+#suivi=[\w.~-]+/.exec(receipt!.text)![0];

  // The agent, who serves Le Favril.
  const desk = await openDesk(browser, 'mahaut.belleverte@le-favril.example');
  await desk.getByRole('link', { name: subject }).click();
  await expect(desk.getByText('Le lampadaire de la place est éteint depuis lundi.')).toBeVisible();
  await desk.getByRole('radio', { name: /^Répondre/ }).check();
  await desk.getByLabel('Votre réponse').fill('Il sera réparé mardi matin.');
  await desk.getByRole('button', { name: 'Envoyer la réponse' }).click();
  await expect(desk.getByText('Il sera réparé mardi matin.').first()).toBeVisible();
  await desk.context().close();

  // The resident on the commune's site, with reference and code typed in small letters.
  const [, answered] = await mailsTo(email, 2);
  expect(answered!.text + answered!.html).not.toContain('réparé');
  await page.goto(`${at('favril')}/suivi.html`);
  const tracker = page.locator('guichet-request-tracker');
  await tracker.getByRole('textbox', { name: 'Référence' }).fill(reference.toLowerCase());
  await tracker.getByLabel('Code de suivi').fill(trackingCode.replaceAll('-', ' ').toLowerCase());
  await tracker.getByRole('button', { name: 'Voir ma demande' }).click();
  await expect(tracker.getByText('Il sera réparé mardi matin.')).toBeVisible();
  await expect(tracker.getByText('Mahaut Belleverte', { exact: false }).first()).toBeVisible();
  await expectAccessible(page, 'guichet-request-tracker');

  // Or by the mail's link, on the hosting's own page: a control field first, the token gone from the address.
  await page.goto(link);
  const own = page.locator('guichet-request-tracker');
  await own.getByLabel('Nom de famille ou code postal').fill('DUBOIS');
  expect(page.url()).not.toContain('suivi=');
  await expectAccessible(page);
  await own.getByRole('button', { name: 'Voir ma demande' }).click();
  await expect(own.getByText('Il sera réparé mardi matin.')).toBeVisible();
  await expectAccessible(page);
});
