/** Who looks after the hosting: a commune's administration made from its code, and where what is known of it comes from. */
import { expect, test } from '@playwright/test';
import { at } from './demo.js';
import { openDesk } from './desk.js';
import { expectAccessible } from './resident.js';

test('a commune is made from its INSEE code with all that the sources know of it; residents read it', async ({
  page,
  browser,
}) => {
  const desk = await openDesk(browser, 'camille.amarre@hebergement.example', 'administrations');
  await desk.getByRole('link', { name: 'Ajouter une administration' }).press('Enter');

  // By what people remember of it, or by its code.
  const field = desk.getByRole('searchbox', { name: 'Code INSEE, nom ou code postal de la commune' });
  await field.fill('zzzz');
  await expect(desk.getByText('Aucune commune ne correspond.')).toBeVisible();
  await field.fill('27285');
  await expect(desk.getByText('1 commune trouvée')).toBeAttached();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Choisir Giverny' }).press('Enter');

  const known = (label: string) =>
    desk
      .getByRole('term')
      .filter({ hasText: new RegExp(`^${label}$`) })
      .locator('xpath=following-sibling::dd[1]');
  await expect(known('Téléphone')).toHaveText('02 61 91 27 28');
  await expect(known('Préfecture')).toHaveText('Préfecture de l’Eure');
  await expect(known('France services')).toHaveText('France services de Vernon');
  await expect(known('Intercommunalité')).toHaveText('CA Seine Normandie Agglomération');
  await expect(known('Guides de l’État')).toHaveText('2 fiches');
  await expect(desk.getByText('mairie@giverny.example')).toBeVisible();
  await expect(desk.getByText(/Lundi.*9\sh/)).toBeVisible();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Créer : Mairie de Giverny' }).press('Enter');

  // It can be changed at once, and no change is left behind unasked.
  const email = desk.getByRole('textbox', { name: 'Adresse électronique' });
  await expect(email).toHaveValue('mairie@giverny.example');
  await email.fill('accueil@giverny.example');
  await desk.getByRole('link', { name: 'Sources' }).press('Enter');
  await expectAccessible(desk, '[role="alertdialog"]');
  await desk.getByRole('button', { name: 'Rester sur la page' }).press('Enter');
  await expect(email).toHaveValue('accueil@giverny.example');
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).press('Enter');
  await expect(desk.getByText('C’est enregistré.')).toBeVisible();
  await desk.context().close();

  await page.goto(`${at('hosting')}/guichet/administrations/27285/services`);
  for (const name of ['Préfecture de l’Eure', 'France services de Vernon', 'Caf de l’Eure'])
    await expect(page.getByRole('link', { name }).first()).toBeVisible();
  await page.getByRole('link', { name: 'Mairie de Giverny' }).first().click();
  await expect(page.getByRole('link', { name: '02 61 91 27 28' }).first()).toBeVisible();
  await expect(page.getByText(/Lundi.*9\sh/).first()).toBeVisible();
});

test('the mairies of a territory are made by its name, and each source says how it stands', async ({
  browser,
}) => {
  const desk = await openDesk(browser, 'camille.amarre@hebergement.example', 'administrations/creations');
  await desk.getByRole('searchbox', { name: 'Nom de l’intercommunalité' }).fill('seine normandie');
  await desk.getByRole('button', { name: 'Choisir CA Seine Normandie Agglomération' }).press('Enter');
  await expect(desk.getByText(/communes · Eure/)).toBeVisible();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: /Créer les mairies/ }).press('Enter');
  await expect(desk.getByText('C’est parti.')).toBeVisible();
  // The demo's source knows one of its mairies only: the others are told of, and none is made without a telephone.
  await expect(desk.getByText(/mairies n’ont pas pu être créées/)).toBeVisible({ timeout: 20_000 });
  await expectAccessible(desk, 'main');

  await desk.getByRole('link', { name: 'Sources' }).press('Enter');
  const source = (name: string) => desk.getByRole('region', { name });
  const annuaire = source('Annuaire de l’administration');
  await expect(annuaire.getByText(/^Fiches/)).toBeVisible();
  await expect(annuaire.getByText('annuaire.jsonl').first()).toBeVisible();
  for (const name of ['Annuaire de l’administration', 'Liste des communes', 'Pour les particuliers'])
    await expect(
      source(name)
        .getByText(/\d{4}.*\d{1,2}[:h\s]+\d{2}/)
        .first(),
    ).toBeVisible();
  await annuaire.getByText('1 défaut dans les données').press('Enter');
  await expect(annuaire.getByText('Caf de l’Eure (caf-27) — téléphone')).toBeVisible();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Relire les sources' }).press('Enter');
  await expect(desk.getByText('Les sources seront relues dans les dix minutes.')).toBeVisible();
  await desk.context().close();
});
