/** The directory as an agent keeps it: in which order, with which services, for residents to read it so. */
import { expect, test } from '@playwright/test';
import { at } from './demo.js';
import { openDesk } from './desk.js';
import { expectAccessible } from './resident.js';

test('an agent orders the directory by the keyboard and adds a service; residents read it so', async ({
  page,
  browser,
}) => {
  const desk = await openDesk(browser, 'ninon.passerelle@trilport.example', 'directory');
  await desk.getByRole('combobox', { name: 'Administration' }).click();
  await desk.getByRole('option', { name: 'Mairie de Trilport' }).click();
  const names = desk.getByRole('list', { name: 'Annuaire des services' }).getByRole('heading');
  await expect(names.nth(2)).toHaveText('Urbanisme');
  await expectAccessible(desk, 'main');

  const down = desk.getByRole('button', { name: 'Descendre : Urbanisme' });
  await down.press('Enter');
  await expect(names.nth(3)).toHaveText('Urbanisme');
  await expect(down).toBeFocused();
  await expect(desk.getByText('Urbanisme : place 4 sur')).toBeAttached();
  await desk.getByRole('button', { name: 'Mettre en premier : Urbanisme' }).press('Enter');
  await desk.getByRole('button', { name: 'Masquer : État civil' }).click();

  // What is not saved is not left behind unasked.
  await desk.getByRole('link', { name: 'Ajouter un service' }).click();
  await desk.getByRole('button', { name: 'Rester sur la page' }).click();
  await desk.getByRole('button', { name: 'Enregistrer l’annuaire' }).click();
  await expect(desk.getByText('C’est enregistré.')).toBeVisible();

  await desk.getByRole('link', { name: 'Ajouter un service' }).click();
  await desk.getByLabel('Les habitants peuvent lui écrire').check();
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const name = desk.getByRole('textbox', { name: 'Nom' });
  await expect(name).toBeFocused();
  await expectAccessible(desk, 'main');
  await name.fill('Médiathèque');
  await desk.getByRole('button', { name: 'Saisir les horaires jour par jour' }).click();
  await desk.getByRole('button', { name: 'Ajouter une plage : Mercredi' }).click();
  await desk.getByLabel(/^De\W*$/).fill('14:00');
  await desk.getByLabel(/^À\W*$/).fill('18:00');
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(desk.getByText('« Médiathèque » est enregistré.')).toBeVisible();

  // Whatever kind of field is to be mended first has the keyboard: a list that opens, too.
  await desk.getByRole('link', { name: 'Demandes', exact: true }).click();
  await desk.getByRole('link', { name: 'Saisir une demande' }).click();
  await desk.getByRole('button', { name: 'Enregistrer et afficher le reçu' }).click();
  await expect(desk.getByRole('combobox', { name: 'Pour quelle administration' })).toBeFocused();
  await expectAccessible(desk, 'main');
  await desk.context().close();

  await page.goto(`${at('hosting')}/guichet/administrations/77475/services`);
  const found = await page.getByRole('link').allTextContents();
  const place = (title: string) => found.findIndex((text) => text.includes(title));
  expect(place('Urbanisme')).toBeGreaterThanOrEqual(0);
  expect(place('Urbanisme')).toBeLessThan(place('Enfance et cantine'));
  expect(place('État civil')).toBe(-1);
  await page.getByRole('link', { name: 'Médiathèque' }).first().click();
  await expect(page.getByText(/Mercredi.*14\sh/).first()).toBeVisible();
});
