/** The door to every service: who does what, from the commune's own site, and from there to writing. */
import { expect, test } from '@playwright/test';
import { at } from './demo.js';
import { expectAccessible } from './resident.js';

const TAG = 'guichet-services-directory';

test('a resident types a need with a fault, finds who answers for it, and comes back', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(`${at('favril')}/services.html`);
  const directory = page.locator(TAG);
  const field = directory.getByRole('searchbox', { name: 'Que cherchez-vous' });
  await expect(field).toBeVisible();
  await expectAccessible(page, TAG);

  await field.fill('poubele');
  const result = directory
    .getByRole('link', { name: /Communauté de communes Entre Beauce et Perche/ })
    .first();
  await expect(result).toBeVisible();
  await expectAccessible(page, TAG);
  await result.click();
  await expect(directory.getByRole('heading', { name: /Communauté de communes/ })).toBeFocused();
  await expect(directory.getByRole('link', { name: '02 61 91 20 00' })).toBeVisible();
  await expectAccessible(page, TAG);

  // The address says where one is; « back » leads to what was found.
  const address = page.url();
  expect(address).toContain('#');
  await page.goBack();
  await expect(field).toHaveValue('poubele');
  await page.goto('about:blank');
  await page.goto(address);
  await expect(directory.getByRole('heading', { name: /Communauté de communes/ })).toBeVisible();

  // Nobody but the hosting and the commune's own site is asked for anything.
  const origins = new Set(asked.filter((url) => url.startsWith('http')).map((url) => new URL(url).origin));
  expect([...origins].sort()).toEqual([at('favril'), at('hosting')].sort());
});

test('a procedure says all before it is begun, and leads to the form', async ({ page }) => {
  await page.goto(`${at('favril')}/services.html`);
  const directory = page.locator(TAG);
  await directory.getByRole('searchbox').fill('cantine');
  await directory.getByRole('link', { name: 'Inscrire un enfant à la cantine' }).click();
  await expect(directory.getByText('Une attestation d’assurance scolaire')).toBeVisible();
  await expect(directory.getByText('3,20 € le repas', { exact: false })).toBeVisible();
  await expectAccessible(page, TAG);
  await directory.getByRole('link', { name: 'Commencer la démarche' }).click();
  await expect(page).toHaveURL(/\/28148\/contact\?procedure=inscrire-un-enfant-a-la-cantine/);
  await expect(page.getByRole('heading', { name: 'Inscrire un enfant à la cantine' })).toBeVisible();
});

test('one of the State’s guides opens without leaving the site', async ({ page }) => {
  await page.goto(`${at('favril')}/services.html`);
  const directory = page.locator(TAG);
  await directory.getByText('Par thème').click();
  await directory.getByRole('link', { name: 'Papiers - Citoyenneté' }).click();
  await expect(directory.getByRole('heading', { name: 'Papiers - Citoyenneté' })).toBeFocused();
  await expect(directory.getByText('Service-Public.gouv.fr', { exact: false }).first()).toBeVisible();
  await expectAccessible(page, TAG);
  expect(new URL(page.url()).origin).toBe(at('favril'));
});

test('the same is found without script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${at('hosting')}/guichet/administrations/28148/services`);
  await page.getByRole('searchbox').fill('encombrants');
  await page.getByRole('button', { name: 'Rechercher' }).click();
  await page.getByRole('link', { name: 'Déchetterie de Courville' }).first().click();
  await expect(page.getByRole('link', { name: '02 61 91 20 10' })).toBeVisible();
  await context.close();
});

test('hours and telephones stay when the network goes', async ({ page, context }) => {
  await page.goto(`${at('favril')}/services.html`);
  const directory = page.locator(TAG);
  await expect(directory.getByRole('searchbox')).toBeVisible();
  await page.waitForLoadState('networkidle');
  await context.setOffline(true);
  await directory.getByRole('link', { name: 'Déchetterie de Courville' }).click();
  await expect(directory.getByRole('link', { name: '02 61 91 20 10' })).toBeVisible();
  await expect(directory.getByText(/Lundi et vendredi/)).toBeVisible();
  await context.setOffline(false);
});
