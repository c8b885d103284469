/** Files, from the page of a commune to the mairie and back, through the real hosting, across origins. */
import { expect, test } from '@playwright/test';
import { aPdf } from '../../packages/strapi-plugin/server/src/features/attachments/testing/files.js';
import { at } from './demo.js';
import { expectAccessible, fillContactForm, receiptOf } from './resident.js';

const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(aPdf(name)) });

test('files go with a request and with a message, and can be fetched again', async ({ page, context }) => {
  test.setTimeout(120_000);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const isFiles = (url: string) => /\/files-[\w-]+\.js$/.test(url);

  await page.goto(`${at('favril')}/contact.html`);
  const form = page.locator('guichet-contact-form');
  await fillContactForm(form);
  await form.getByLabel('Adresse électronique', { exact: true }).fill(`angela.${Date.now()}@example.org`);
  expect(loaded.filter(isFiles)).toEqual([]);

  // The device's own list opens with the first click.
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    form.getByRole('button', { name: 'Ajouter des fichiers' }).click(),
  ]);
  expect(loaded.filter(isFiles)).toHaveLength(1);
  expect(chooser.isMultiple()).toBe(true);
  await chooser.setFiles([
    pdf('Plan de la place.pdf'),
    pdf('عقد الإيجار.pdf'),
    { name: 'page.pdf', mimeType: 'application/pdf', buffer: Buffer.from('<html><script>alert(1)</script>') },
  ]);
  await expect(form.getByText('Prêt', { exact: true })).toHaveCount(2);
  await expect(
    form.getByText('Ce type de fichier n’est pas accepté', { exact: false }).first(),
  ).toBeVisible();
  await expectAccessible(page, 'guichet-contact-form');
  await form.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await expect(form.getByText('Un fichier n’a pas pu être ajouté.', { exact: false })).toBeFocused();
  await form.getByRole('button', { name: 'Retirer page.pdf' }).click();

  // The connection goes, and comes back.
  await context.setOffline(true);
  await form.locator('input[type=file]').setInputFiles(pdf('Photo.pdf'));
  await expect(form.getByText('Il partira tout seul', { exact: false })).toBeVisible();
  await context.setOffline(false);
  await expect(form.getByText('Prêt', { exact: true })).toHaveCount(3);

  await form.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await expect(form.getByText('Photo.pdf', { exact: false })).toBeVisible();
  await form.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(form.getByRole('heading', { name: 'Votre message est enregistré' })).toBeFocused();
  const { reference, trackingCode } = await receiptOf(form);

  await page.goto(`${at('favril')}/suivi.html`);
  const tracker = page.locator('guichet-request-tracker');
  await tracker.getByRole('textbox', { name: 'Référence' }).fill(reference);
  await tracker.getByLabel('Code de suivi').fill(trackingCode);
  await tracker.getByRole('button', { name: 'Voir ma demande' }).click();
  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    tracker.getByRole('button', { name: 'Plan de la place.pdf' }).click(),
  ]);
  expect(saved.suggestedFilename()).toBe('Plan de la place.pdf');

  const [again] = await Promise.all([
    page.waitForEvent('filechooser'),
    tracker.getByRole('button', { name: 'Ajouter des fichiers' }).click(),
  ]);
  await again.setFiles(pdf('Suite.pdf'));
  await expect(tracker.getByText('Prêt', { exact: true })).toBeVisible();
  await expectAccessible(page, 'guichet-request-tracker');
  await tracker.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(tracker.getByText('Votre message est envoyé.').first()).toBeVisible();
  await expect(tracker.getByRole('button', { name: 'Suite.pdf' })).toBeVisible();
});
