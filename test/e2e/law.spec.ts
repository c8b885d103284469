/** The acknowledgement and what silence will decide, from the commune's site to the panel and back; then a withdrawal. */
import { expect, test } from '@playwright/test';
import { at } from './demo.js';
import { openDesk } from './desk.js';
import { mailsTo } from './mails.js';
import { expectAccessible, expectReflow, fillContactForm, receiptOf } from './resident.js';

test('an agent acknowledges in one click, the resident reads until when to wait, then withdraws', async ({
  page,
  browser,
}) => {
  test.setTimeout(120_000);
  const email = `louise.${Date.now()}@example.org`;
  const subject = `Banc cassé ${Date.now()}`;
  await page.goto(`${at('favril')}/contact.html`);
  const form = page.locator('guichet-contact-form');
  await fillContactForm(form, { subject });
  await form.getByLabel('Adresse électronique', { exact: true }).fill(email);
  await form.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await form.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(form.getByRole('heading', { name: 'Votre message est enregistré' })).toBeFocused();
  const { reference, trackingCode } = await receiptOf(form);

  // By when, before anybody has looked at it.
  await page.goto(`${at('favril')}/suivi.html`);
  const tracker = page.locator('guichet-request-tracker');
  const open = async () => {
    await tracker.getByLabel('Référence').first().fill(reference);
    await tracker.getByLabel('Code de suivi').fill(trackingCode);
    await tracker.getByRole('button', { name: 'Voir ma demande' }).click();
  };
  await open();
  await expect(
    tracker.getByText('La mairie vous enverra un accusé de réception au plus tard le'),
  ).toBeVisible();
  await expect(tracker.getByText('la loi considère que c’est non').first()).toBeVisible();

  const desk = await openDesk(browser, 'mahaut.belleverte@le-favril.example');
  await desk.getByRole('link', { name: subject }).click();
  await expect(desk.getByRole('heading', { name: 'Délais', exact: true })).toBeVisible();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Confirmer et envoyer l’accusé de réception' }).click();
  await expect(desk.getByText('L’accusé de réception est enregistré')).toBeVisible();
  await expectAccessible(desk, 'main');

  const mails = await mailsTo(email, 2);
  expect(mails.at(-1)!.subject).toBe(`Accusé de réception ${reference}`);
  expect(mails.at(-1)!.text).toContain('Tribunal administratif d’Orléans');

  await page.reload();
  await page.setViewportSize({ width: 320, height: 700 });
  await open();
  await tracker.getByText('Accusé de réception du').first().click();
  await expect(tracker.getByText('Tribunal administratif d’Orléans').first()).toBeVisible();
  await expectReflow(tracker);
  await expectAccessible(page, 'guichet-request-tracker');

  await tracker.getByRole('button', { name: 'Retirer ma demande' }).click();
  await expectAccessible(page, 'guichet-request-tracker');
  await tracker.getByRole('button', { name: 'Oui, retirer ma demande' }).click();
  await expect(tracker.getByText('Vous avez retiré votre demande')).toBeVisible();
  await expect(tracker.getByRole('button', { name: 'Retirer ma demande' })).toHaveCount(0);
  await expectAccessible(page, 'guichet-request-tracker');

  await desk.reload();
  await expect(desk.getByText('Demande retirée par l’usager')).toBeVisible();
});
