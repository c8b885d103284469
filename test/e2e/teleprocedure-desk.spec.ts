/** Téléprocédures as those who offer, run and show them handle them: the hosting, an intercommunalité, communes. */
import { IDEMPOTENCY_KEY, pathOf } from '@guichet/contracts/routes';
import type { Started } from '@guichet/contracts/teleprocedure';
import { expect, type Page, test } from '@playwright/test';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type OutgoingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { at } from './demo.js';
import { openDesk } from './desk.js';
import { makeAdministration, makeAgent, makeOperator, makeTeleprocedure } from './hosting-admin.js';
import { expectAccessible, expectReflow } from './resident.js';

const HOST = 'camille.amarre@hebergement.example';
const FAVRIL = '28148';
const TRILPORT = '77475';
/** Le Favril is one of its communes, Trilport is not. */
const AGGLO = 'Communauté de communes Entre Beauce et Perche';

/** An operator's site, which answers as the journey says. */
async function openSite() {
  const now: { status: number; headers: OutgoingHttpHeaders } = { status: 200, headers: {} };
  const server = createServer((_request, response) => {
    response.writeHead(now.status, now.headers).end('<!doctype html><title>Une démarche</title>');
  }).listen(0);
  await once(server, 'listening');
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return { now, origin, close: () => server.close() };
}

const pageOf = (code: string, slug: string) => at('hosting') + pathOf('teleprocedurePage', code, slug);

/** What residents of a commune read of it; empty where it is not there. */
async function read(code: string, slug: string): Promise<string> {
  const reply = await fetch(pageOf(code, slug));
  return reply.ok ? reply.text() : '';
}

const makeAgglo = () =>
  makeAdministration({
    name: AGGLO,
    kind: 'intercommunality',
    siren: '200058360',
    phone: '01 99 00 28 60',
    email: 'contact@beauce-perche.example',
    address: '2 rue de la Gare, 28190 Courville-sur-Eure',
  });

const fact = (scope: Page, name: string) =>
  scope
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${name}$`) })
    .locator('xpath=following-sibling::dd[1]');

test.setTimeout(120_000);

test('the hosting allows an operator, and offers what it runs to whom it chooses, once for all', async ({
  browser,
}) => {
  await makeAgglo();
  const site = await openSite();
  const desk = await openDesk(browser, HOST, 'operators');
  await desk.getByRole('button', { name: 'Ajouter un opérateur' }).press('Enter');
  await desk.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(desk.getByRole('textbox', { name: 'Nom' })).toBeFocused();
  await expectAccessible(desk, 'main');
  await desk.getByRole('textbox', { name: 'Nom' }).fill('Syndicat des déchets');
  await desk.getByRole('textbox', { name: 'Adresse de son site' }).fill(at('hosting'));
  await desk.getByRole('textbox', { name: 'Téléphone' }).fill('01 99 00 28 70');
  await desk.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(desk.getByText('ne pas être celle de la plate-forme')).toBeVisible();
  // Of whatever page is pasted, where its site is counts.
  await desk
    .getByRole('textbox', { name: 'Adresse de son site' })
    .fill(`${site.origin}/composteurs?commune=1`);
  await desk.getByRole('searchbox', { name: 'Rechercher une administration' }).fill('beauce');
  await desk.getByRole('button', { name: `Choisir ${AGGLO}` }).press('Enter');
  await expect(desk.getByRole('button', { name: 'Ce n’est pas celle-ci' })).toBeFocused();
  await desk.getByRole('button', { name: 'Enregistrer' }).click();

  // The secret is shown once, and nowhere any more.
  const secret = desk.getByText(/^whsec_/);
  await expect(secret).toBeVisible();
  const first = await secret.innerText();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Je l’ai copié' }).click();
  await desk.reload();
  const list = desk.getByRole('list', { name: 'Opérateurs' });
  await expect(list).toContainText(site.origin);
  expect(await desk.locator('body').innerHTML()).not.toContain('whsec_');
  await desk.getByRole('button', { name: 'Changer le secret de Syndicat des déchets' }).press('Enter');
  await expectAccessible(desk, '[role="alertdialog"]');
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Changer le secret' }).press('Enter');
  await expect(secret).toBeVisible();
  expect(await secret.innerText()).not.toBe(first);
  await expect(secret).toBeInViewport();
  await expect(list).toContainText('L’ancien secret signe encore jusqu’au');
  await desk.getByRole('button', { name: 'Je l’ai copié' }).click();
  await desk.getByRole('button', { name: 'Modifier Syndicat des déchets' }).press('Enter');
  await expect(desk.getByRole('textbox', { name: 'Nom' })).toBeFocused();
  await desk.getByRole('button', { name: 'Annuler' }).press('Enter');
  await expect(desk.getByRole('button', { name: 'Modifier Syndicat des déchets' })).toBeFocused();

  await desk.getByRole('link', { name: 'Téléprocédures' }).click();
  await expectAccessible(desk, 'main');
  await desk.getByRole('link', { name: 'Ajouter une téléprocédure' }).click();
  // Whose site it is never changes: nobody's is chosen beforehand.
  await desk.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(desk.getByRole('combobox', { name: 'Opérateur', exact: true })).toBeFocused();
  await expectAccessible(desk, 'main');
  await desk.getByRole('combobox', { name: 'Opérateur', exact: true }).click();
  await desk.getByRole('option', { name: /Syndicat des déchets/ }).click();
  await desk.getByRole('textbox', { name: 'Titre' }).fill('Demander un composteur');
  await desk.getByRole('textbox', { name: 'Adresse de la démarche' }).fill(`${site.origin}/composteurs`);
  const save = () => desk.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await save();
  await expect(desk.getByText('l’adresse de l’opérateur a été essayée')).toBeVisible();
  const slug = new URL(desk.url()).pathname.split('/').at(-1)!;
  await expect(fact(desk, 'Réponse')).toHaveText('200 : la page est là.');
  await expect(fact(desk, 'X-Frame-Options')).toHaveText('Absent : il n’interdit rien.');
  await expect(desk.getByText('Elle n’est proposée à aucune administration')).toBeVisible();
  await expectAccessible(desk, 'main');
  expect(await read(FAVRIL, slug)).toBe('');

  // By a list, by an intercommunalité, by a département, to all.
  const offered = async (favril: boolean, trilport: boolean) => {
    await save();
    await expect(desk.getByText('C’est enregistré.')).toBeVisible();
    const found = await Promise.all([read(FAVRIL, slug), read(TRILPORT, slug)]);
    expect(found.map(Boolean)).toEqual([favril, trilport]);
  };
  await desk.getByRole('searchbox', { name: 'Rechercher une administration' }).fill('favril');
  await desk.getByRole('button', { name: 'Choisir Mairie du Favril' }).click();
  await offered(true, false);
  await desk.getByLabel('Les communes d’un territoire').check();
  const territory = desk.getByRole('searchbox', { name: 'Nom de l’intercommunalité ou du département' });
  await territory.fill('pays de meaux');
  await desk.getByRole('button', { name: /^Choisir .*Meaux/ }).click();
  await offered(false, true);
  await desk.getByRole('button', { name: /^Retirer .*Meaux/ }).click();
  await territory.fill('eure-et-loir');
  await desk.getByRole('button', { name: 'Choisir Eure-et-Loir' }).click();
  await expectAccessible(desk, 'main');
  await offered(true, false);
  await desk.getByLabel('Toutes les administrations de la plate-forme').check();
  await offered(true, true);

  // What its address answers is told in words.
  const tried = async (status: number, headers: OutgoingHttpHeaders) => {
    Object.assign(site.now, { status, headers });
    const asked = desk.waitForResponse((reply) => reply.url().includes('/probe'));
    await desk.getByRole('button', { name: 'Essayer l’adresse maintenant' }).press('Enter');
    await asked;
    await expect(desk.getByRole('button', { name: 'Essayer l’adresse maintenant' })).toBeFocused();
  };
  await tried(200, { 'X-Frame-Options': 'DENY' });
  await expect(fact(desk, 'X-Frame-Options')).toContainText('Interdit à tous les sites');
  await expect(desk.getByText('Sur le site de l’opérateur, avec retour').first()).toBeVisible();
  await tried(200, { 'Content-Security-Policy': `frame-ancestors ${at('favril')} ${at('hosting')}` });
  await expect(fact(desk, 'Content-Security-Policy: frame-ancestors')).toContainText(
    'N’autorise que les sites',
  );
  await expect(desk.getByText(at('trilport')).first()).toBeVisible();
  await tried(503, {});
  await expect(fact(desk, 'Réponse')).toHaveText('503 : le site est en panne.');
  await expect(desk.getByText(/Elle ne répond plus depuis le/)).toBeVisible();
  await expectAccessible(desk, 'main');
  await tried(200, {});
  await expect(fact(desk, 'Réponse')).toHaveText('200 : la page est là.');

  // Changed once, it is changed everywhere.
  await desk.getByRole('textbox', { name: 'Titre' }).fill('Recevoir un composteur');
  await offered(true, true);
  for (const code of [FAVRIL, TRILPORT]) expect(await read(code, slug)).toContain('Recevoir un composteur');
  await desk.getByRole('link', { name: 'Téléprocédures' }).click();
  const row = desk.getByRole('listitem').filter({ hasText: 'Recevoir un composteur' });
  await expect(row).toContainText(/Proposée à \d+ administrations\s: activée dans \d+/);

  // Withdrawn, it leaves a clear page.
  await row.getByRole('link').click();
  await desk.getByRole('button', { name: 'Retirer', exact: true }).press('Enter');
  await expect(desk.getByRole('textbox', { name: 'Pourquoi' })).toBeFocused();
  await desk.getByRole('textbox', { name: 'Pourquoi' }).fill('Les composteurs sont distribués en mairie.');
  await desk.getByRole('combobox', { name: 'Ce qu’il y a à la place' }).click();
  await desk.getByRole('option', { name: 'Inscription en crèche' }).click();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Retirer la téléprocédure' }).click();
  await expect(desk.getByRole('button', { name: 'Remettre en service' })).toBeVisible();
  await expectAccessible(desk, 'main');
  for (const code of [FAVRIL, TRILPORT]) {
    const text = await read(code, slug);
    expect(text).toContain('n’est plus proposée en ligne');
    expect(text).toContain('Les composteurs sont distribués en mairie.');
    expect(text).toContain('inscription-en-creche');
  }
  await desk.context().close();
  site.close();
});

test('a commune switches one off and on, and gives it its own words and contact, for itself alone', async ({
  browser,
}) => {
  const site = await openSite();
  const { operator } = await makeOperator({
    name: 'Service des repas',
    origin: site.origin,
    administrationId: null,
  });
  const title = 'Portage de repas';
  const slug = await makeTeleprocedure({ operatorId: operator.id, title, url: `${site.origin}/repas` });

  const desk = await openDesk(browser, 'ninon.passerelle@trilport.example', 'administrations');
  await desk.getByRole('link', { name: 'Mairie de Trilport' }).click();
  await desk.getByRole('link', { name: 'Voir les téléprocédures proposées' }).click();
  const row = desk
    .getByRole('listitem')
    .filter({ has: desk.getByRole('heading', { name: /repas/i }) })
    .first();
  await expectAccessible(desk, 'main');
  await row.getByRole('button', { name: `Désactiver « ${title} »` }).press('Enter');
  await expect(row.getByText('Désactivée', { exact: true })).toBeVisible();
  await expect(row.getByRole('button', { name: `Activer « ${title} »` })).toBeFocused();
  expect((await Promise.all([read(TRILPORT, slug), read(FAVRIL, slug)])).map(Boolean)).toEqual([false, true]);
  await expectAccessible(desk, 'main');
  await desk.keyboard.press('Enter');
  await expect(row.getByText('Activée', { exact: true })).toBeVisible();

  await row.getByRole('button', { name: /^Vos mots et votre contact/ }).press('Enter');
  await expect(row.getByRole('textbox', { name: 'Votre titre' })).toBeFocused();
  // What there is to say otherwise is in sight.
  await expect(row).toContainText('Décrite une fois pour toutes les communes.');
  await row.getByRole('textbox', { name: 'Votre titre' }).fill('Les repas à la maison');
  await row.getByRole('textbox', { name: 'Votre présentation' }).fill('Pour nos aînés, chaque midi.');
  await row.getByLabel('Donner un autre contact que l’opérateur').check();
  await row.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(row.getByRole('textbox', { name: 'Qui appeler' })).toBeFocused();
  await expectAccessible(desk, 'main');
  await row.getByRole('textbox', { name: 'Qui appeler' }).fill('Le CCAS de Trilport');
  await row.getByRole('textbox', { name: 'Téléphone' }).fill('01 99 00 77 80');
  await desk.setViewportSize({ width: 390, height: 844 });
  await expectReflow(desk.locator('main'));
  await desk.setViewportSize({ width: 1280, height: 900 });
  await row.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(row.getByRole('button', { name: /^Vos mots et votre contact/ })).toBeFocused();
  await expect(row.getByRole('heading')).toHaveText('Les repas à la maison');
  await expectAccessible(desk, 'main');
  const told = await read(TRILPORT, slug);
  for (const said of [
    'Les repas à la maison',
    'Pour nos aînés, chaque midi.',
    'Le CCAS de Trilport',
    '01 99 00 77 80',
  ])
    expect(told).toContain(said);
  const other = await read(FAVRIL, slug);
  expect(other).toContain(title);
  expect(other).not.toContain('CCAS de Trilport');
  await desk.context().close();

  // Who answers requests without configuring sees what is offered, and changes nothing.
  const clerk = await openDesk(browser, 'mahaut.belleverte@le-favril.example', 'administrations');
  await clerk.getByRole('link', { name: 'Mairie du Favril' }).click();
  await clerk.getByRole('link', { name: 'Voir les téléprocédures proposées' }).click();
  await expect(clerk.getByRole('heading', { name: title })).toBeVisible();
  await expect(clerk.getByRole('button', { name: /Désactiver|Activer|Vos mots/ })).toHaveCount(0);
  await clerk.context().close();
  site.close();
});

/** A resident of a commune sends a request at an operator, whose page says so. @returns its reference there */
async function send(code: string, origin: string, slug: string): Promise<string> {
  const reference = `TR-${randomUUID().slice(0, 8)}`;
  const call = async (route: 'teleprocedureStarts' | 'teleprocedureSubmissions', body: unknown) => {
    const reply = await fetch(at('hosting') + pathOf(route, code, slug), {
      method: 'POST',
      headers: { Origin: origin, 'Content-Type': 'application/json', [IDEMPOTENCY_KEY]: randomUUID() },
      body: JSON.stringify(body),
    });
    expect(reply.ok, await reply.clone().text()).toBe(true);
    return reply.json();
  };
  const { start } = (await call('teleprocedureStarts', {})) as Started;
  await call('teleprocedureSubmissions', { start, reference });
  return reference;
}

test('an intercommunalité defines its own for its communes, and sees their requests; a commune sees its residents’', async ({
  browser,
}) => {
  const administrationId = await makeAgglo();
  const site = await openSite();
  const { operator } = await makeOperator({
    name: 'Transports scolaires',
    origin: site.origin,
    administrationId,
  });
  const everywhere = await makeTeleprocedure({
    operatorId: operator.id,
    title: 'Carte de transport',
    url: `${site.origin}/carte`,
  });
  const email = `odile.${Date.now()}@beauce-perche.example`;
  const person = { firstname: 'Odile', lastname: 'Lavigne', email };
  await makeAgent(person, '200058360', 'guichet-manager', 'Chargée des transports');

  const desk = await openDesk(browser, email, 'teleprocedures');
  // The hosting's is there to read, and for the hosting to change.
  await expect(desk.getByText('Inscription en crèche')).toBeVisible();
  await expect(desk.getByRole('link', { name: 'Inscription en crèche' })).toHaveCount(0);
  await expectAccessible(desk, 'main');
  await desk.getByRole('link', { name: 'Ajouter une téléprocédure' }).click();
  await desk.getByRole('combobox', { name: 'Opérateur', exact: true }).click();
  await desk.getByRole('option', { name: /Transports scolaires/ }).click();
  await desk.getByRole('textbox', { name: 'Titre' }).fill('Inscription au transport scolaire');
  await desk.getByRole('textbox', { name: 'Adresse de la démarche' }).fill(`${site.origin}/inscription`);
  await expect(desk.getByLabel('Toutes les administrations de la plate-forme')).toHaveCount(0);
  // By name, among its own communes, whom she does not serve.
  const search = desk.getByRole('searchbox', { name: 'Rechercher une administration' });
  await search.fill('trilport');
  await expect(desk.getByText('Aucune administration à proposer.')).toBeVisible();
  await search.fill('favril');
  await expect(desk.getByRole('button', { name: 'Choisir Mairie du Favril' })).toBeVisible();
  await expectAccessible(desk, 'main');
  await desk.getByLabel(`Toutes les communes du territoire : ${AGGLO}`).check();
  await desk.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  await expect(desk.getByText('l’adresse de l’opérateur a été essayée')).toBeVisible();
  const slug = new URL(desk.url()).pathname.split('/').at(-1)!;
  expect((await Promise.all([read(FAVRIL, slug), read(TRILPORT, slug)])).map(Boolean)).toEqual([true, false]);
  await desk.goto(`${at('hosting')}/admin/plugins/guichet/teleprocedures/inscription-en-creche`);
  await expect(desk.getByText('Cette page n’existe pas, ou ne concerne pas')).toBeVisible();

  const fromFavril = await send(FAVRIL, at('favril'), slug);
  const fromTrilport = await send(TRILPORT, at('trilport'), everywhere);
  await desk.getByRole('link', { name: 'Chez les opérateurs' }).click();
  const rows = desk.getByRole('list', { name: 'Demandes faites chez les opérateurs' }).getByRole('listitem');
  await expect(rows.filter({ hasText: fromFavril })).toContainText('Mairie du Favril');
  await expect(rows.filter({ hasText: fromTrilport })).toContainText('Mairie de Trilport');
  await expectAccessible(desk, 'main');
  await desk.getByRole('combobox', { name: 'Administration' }).click();
  await desk.getByRole('option', { name: 'Mairie de Trilport' }).click();
  await expect(rows.filter({ hasText: fromTrilport })).toBeVisible();
  await expect(rows.filter({ hasText: fromFavril })).toHaveCount(0);
  await desk.getByRole('button', { name: 'Effacer la recherche et les filtres' }).click();
  await desk.getByRole('searchbox', { name: 'Rechercher par référence' }).fill(fromFavril);
  await desk.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  await desk.getByRole('searchbox', { name: 'Rechercher par référence' }).fill('rien');
  await desk.keyboard.press('Enter');
  await expect(desk.getByText('Aucune demande ne correspond')).toBeVisible();
  await expectAccessible(desk, 'main');
  await desk.setViewportSize({ width: 390, height: 844 });
  await expectReflow(desk.locator('main'));
  await desk.context().close();

  for (const [of, seen, hidden] of [
    ['mahaut.belleverte@le-favril.example', fromFavril, fromTrilport],
    ['ninon.passerelle@trilport.example', fromTrilport, fromFavril],
  ] as const) {
    const agent = await openDesk(browser, of, 'operated');
    await expect(agent.getByText(seen)).toBeVisible();
    await expect(agent.getByText(hidden)).toHaveCount(0);
    await agent.getByRole('searchbox', { name: 'Rechercher par référence' }).fill(hidden);
    await agent.keyboard.press('Enter');
    await expect(agent.getByText('Aucune demande ne correspond')).toBeVisible();
    await agent.context().close();
  }
  site.close();
});
