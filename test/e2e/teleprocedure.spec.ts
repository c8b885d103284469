/** A nursery place, applied for at an intercommunalité that stands on a third origin, without leaving the mairie's site. */
import { expect, test } from '@playwright/test';
import { at } from './demo.js';
import { applyFor } from './operator.js';
import { expectAccessible, expectReflow, receiptOf } from './resident.js';

const TAG = 'guichet-teleprocedure';
const PATH = '/guichet/administrations/77475/teleprocedures/inscription-en-creche';

test('in the page, in its look, then beside the mairie’s own requests', async ({ page, context }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).origin));
  // By this name the operator's pages are of another site: what browsers refuse of third parties is refused here.
  await page.goto(`${at('trilport', '127.0.0.1')}/creche.html`);
  const widget = page.locator(TAG);
  const begin = widget.getByRole('button', { name: 'Commencer la démarche' });
  await expect(begin).toBeVisible();
  await expect(widget).toContainText('Vous restez sur ce site');
  await expectAccessible(page, TAG);
  expect(asked).not.toContain(at('operator'));

  await begin.click();
  const frame = widget.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Votre enfant' })).toBeVisible();
  await expect(widget).toContainText('Étape 1 sur 4');
  await expect(frame.locator('.operator').first()).toBeHidden();
  const accents = [
    await begin
      .or(widget.getByRole('link').first())
      .evaluate(() => getComputedStyle(document.body).fontFamily),
    await frame.locator('body').evaluate((body) => getComputedStyle(body).fontFamily),
  ];
  expect(accents[1]).toBe(accents[0]);

  // All of it is seen: the page scrolls, not the frame.
  const isWhole = () =>
    frame
      .locator('html')
      .evaluate((root) => root.scrollHeight <= root.clientHeight && root.clientHeight > 300);
  await expect.poll(isWhole).toBe(true);
  await frame.getByRole('button', { name: 'Continuer' }).click();
  await expect(frame.getByRole('heading', { name: '5 réponses sont à revoir' })).toBeVisible();
  await expect.poll(isWhole).toBe(true);
  await page.setViewportSize({ width: 320, height: 640 });
  await expect.poll(isWhole).toBe(true);
  await expectReflow(widget);
  await page.setViewportSize({ width: 1280, height: 800 });

  await applyFor(frame, 'Dubois');
  await expect(widget.getByRole('heading', { name: 'Votre demande est envoyée' })).toBeFocused();
  await expectAccessible(page, TAG);
  const { reference, trackingCode } = await receiptOf(widget);
  const operators = (await widget.locator('#operator-reference').innerText()).trim();
  expect(operators).toMatch(/^PE-/);
  expect(await context.cookies()).toEqual([]);

  // The operator has told of it by itself.
  await page.goto(`${at('trilport')}/suivi.html`);
  const tracker = page.locator('guichet-request-tracker');
  const follow = async () => {
    await tracker.getByRole('textbox', { name: 'Référence' }).fill(reference);
    await tracker.getByLabel('Code de suivi').fill(trackingCode);
    await tracker.getByRole('button', { name: 'Voir ma demande' }).click();
  };
  await follow();
  await expect(tracker.getByText('Votre demande est reçue', { exact: true })).toBeVisible();
  await expect(tracker).toContainText(operators);
  await expectAccessible(page, 'guichet-request-tracker');

  // One of its agents goes on with it.
  const desk = await context.newPage();
  await desk.goto(`${at('operator')}/agents`);
  const file = desk.locator('section').filter({ hasText: operators });
  await file.getByLabel('Où en est cette demande').selectOption('Étudiée par la commission d’attribution');
  await file.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(file.locator('strong')).toHaveText('Étudiée par la commission d’attribution');
  await page.reload();
  await follow();
  await expect(tracker.getByText('Étudiée par la commission d’attribution', { exact: true })).toBeVisible();
});

test('with the keyboard alone, into the frame and out of it', async ({ page }) => {
  await page.goto(`${at('favril')}/creche.html`);
  const widget = page.locator(TAG);
  await widget.getByRole('button', { name: 'Commencer la démarche' }).focus();
  await page.keyboard.press('Enter');
  const frame = widget.frameLocator('iframe');
  await expect(frame.getByRole('heading', { name: 'Votre enfant' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(frame.getByLabel('Prénom de l’enfant')).toBeFocused();
  await frame.getByRole('button', { name: 'Continuer' }).focus();
  const inPage = () =>
    page.evaluate((tag) => {
      const active = document.querySelector(tag)?.shadowRoot?.activeElement;
      return active?.localName ?? document.activeElement?.localName;
    }, TAG);
  for (let stops = 0; stops < 5 && (await inPage()) === 'iframe'; stops++) await page.keyboard.press('Tab');
  expect(await inPage()).not.toBe('iframe');
  await page.keyboard.press('Shift+Tab');
  expect(await inPage()).toBe('iframe');
});

test('the operator is down: the way to its own site, and a telephone', async ({ page }) => {
  await page.goto(`${at('favril')}/creche.html`);
  const widget = page.locator(TAG);
  const begin = widget.getByRole('button', { name: 'Commencer la démarche' });
  await expect(begin).toBeVisible();
  await page.route(`${at('operator')}/**`, (route) => route.abort());
  await begin.click();
  await expect(widget.getByRole('link', { name: 'Aller sur cet autre site' })).toBeVisible({
    timeout: 20_000,
  });
  await expect(widget.getByRole('link', { name: '02 61 91 28 14' }).first()).toBeVisible();
  await expectAccessible(page, TAG);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('from the hosting’s page to the operator’s', async ({ page }) => {
    await page.goto(`${at('hosting')}${PATH}`);
    await expect(page.getByRole('heading', { name: 'Inscription en crèche' })).toBeVisible();
    await expect(page.getByText('Un justificatif de domicile')).toBeVisible();
    await page.getByRole('button', { name: 'Commencer la démarche' }).click();
    await expect(page).toHaveURL(new RegExp(`^${at('operator')}/creche/`));
    await applyFor(page, 'Martin');
    await expect(page.getByRole('heading', { name: 'Votre demande est envoyée' })).toBeVisible();
    // By a form of the operator's: the beginning is in no address that a server writes down.
    await page.getByRole('button', { name: 'Revenir sur le site de ma mairie' }).click();
    await expect(page).toHaveURL(`${at('hosting')}${PATH}/return?lang=fr`);
    const check = page.getByRole('button', { name: 'Vérifier à nouveau' });
    const track = page.getByRole('button', { name: 'Suivre ma demande' });
    // The operator tells of it in its own time.
    await expect(async () => {
      if (await check.isVisible()) await check.click();
      await expect(track).toBeVisible();
    }).toPass();
    const { reference } = await receiptOf(page.locator('main'));
    await track.click();
    await expect(page.getByRole('heading', { name: 'Inscription en crèche' })).toBeVisible();
    await expect(page.locator('main')).toContainText(reference);
  });
});
