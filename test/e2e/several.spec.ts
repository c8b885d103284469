/** A request of the mairie's own and one made at an operator, followed side by side: two codes, then one mailed link. */
import { expect, test } from '@playwright/test';
import { at } from './demo.js';
import { mailsTo } from './mails.js';
import { applyFor } from './operator.js';
import { expectAccessible, expectReflow, fillContactForm, receiptOf } from './resident.js';

test('two requests in one tracker by their codes, then by one link to the mailbox they were made from', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const email = `angela.${Date.now()}@example.org`;
  const subject = `Lampadaire éteint ${Date.now()}`;

  await page.goto(`${at('trilport')}/contact.html`);
  const form = page.locator('guichet-contact-form');
  await fillContactForm(form, { subject });
  await form.getByLabel('Adresse électronique', { exact: true }).fill(email);
  await form.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await form.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(form.getByRole('heading', { name: 'Votre message est enregistré' })).toBeFocused();
  const own = await receiptOf(form);

  await page.goto(`${at('trilport', '127.0.0.1')}/creche.html`);
  const widget = page.locator('guichet-teleprocedure');
  await widget.getByRole('button', { name: 'Commencer la démarche' }).click();
  await applyFor(widget.frameLocator('iframe'), 'Dubois');
  await expect(widget.getByRole('heading', { name: 'Votre demande est envoyée' })).toBeFocused();
  const operated = await receiptOf(widget);
  await widget
    .getByRole('button', { name: 'Recevoir la référence et un lien de suivi par courriel' })
    .click();
  await widget.getByLabel('Adresse électronique').fill(email);
  await widget.getByRole('button', { name: 'Recevoir ce courriel' }).click();
  await expect(widget.locator('#link-notice')).toBeFocused();
  await expectAccessible(page, 'guichet-teleprocedure');
  const [, receipt] = await mailsTo(email, 2);
  expect(receipt!.subject).toContain(operated.reference);

  // By their codes, one after the other.
  await page.goto(`${at('trilport')}/suivi.html`);
  const tracker = page.locator('guichet-request-tracker');
  const open = async ({ reference, trackingCode }: typeof own) => {
    await tracker.getByRole('textbox', { name: 'Référence' }).fill(reference);
    await tracker.getByLabel('Code de suivi').fill(trackingCode);
    await tracker.getByRole('button', { name: 'Voir ma demande' }).click();
  };
  const list = tracker.getByRole('navigation', { name: 'Vos demandes ouvertes sur cette page' });
  await open(own);
  await expect(tracker.getByRole('heading', { name: subject })).toBeFocused();
  await tracker.getByLabel('Votre message').fill('Il clignote.');
  await tracker.getByRole('button', { name: 'Suivre une autre demande' }).click();
  await open(operated);
  await expect(list.getByRole('button')).toHaveCount(2);
  await expect(list.getByRole('button', { name: operated.reference })).toHaveAttribute(
    'aria-current',
    'true',
  );
  await expectAccessible(page, 'guichet-request-tracker');
  await list.getByRole('button', { name: own.reference }).press('Enter');
  await expect(tracker.getByRole('heading', { name: subject })).toBeFocused();
  await expect(tracker.getByLabel('Votre message')).toHaveValue('Il clignote.');
  await page.setViewportSize({ width: 320, height: 640 });
  await expectReflow(tracker);
  await page.setViewportSize({ width: 1280, height: 800 });
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
  await tracker.getByRole('button', { name: 'Effacer et quitter' }).click();
  await expect(list).toHaveCount(0);
  await expect(tracker).not.toContainText(own.reference);

  // The codes are lost: one link for both.
  await tracker.getByText('Vous n’avez plus le code de suivi ?').click();
  await tracker.getByLabel('Adresse électronique').fill(email);
  await tracker.getByRole('button', { name: 'Recevoir un lien' }).click();
  await expect(tracker.locator('#link-notice')).toBeFocused();
  const [, , mail] = await mailsTo(email, 3);
  expect(mail!.text + mail!.html).not.toContain(own.reference);
  await page.goto(/https?:\/\/\S+#suivi=[\w.~-]+/.exec(mail!.text)![0]);
  await tracker.getByLabel('Nom de famille ou code postal').fill('dubois');
  await tracker.getByRole('button', { name: 'Voir ma demande' }).click();
  await expect(list.getByRole('button')).toHaveCount(2);
  await expectAccessible(page);
  await list.getByRole('button', { name: own.reference }).click();
  await expect(tracker.getByRole('heading', { name: subject })).toBeFocused();
  await list.getByRole('button', { name: operated.reference }).click();
  await expect(tracker.getByRole('heading', { level: 1 })).toBeFocused();
});
