/** The examination, by a secretary at her desk and a mayor on a telephone: a document, a draft, an approval. */
import { expect, test } from '@playwright/test';
import { openDesk } from './desk.js';
import { makeAgent } from './hosting-admin.js';
import { expectAccessible, expectReflow } from './resident.js';
import { ask, beginForm, follow } from './resident-calls.js';

test('a secretary asks for a document and prepares a refusal, the mayor approves it on a telephone', async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const subject = `Salle des fêtes ${Date.now()}`;
  const formToken = await beginForm();
  const email = `leon.${Date.now()}@le-favril.example`;
  await makeAgent({ firstname: 'Léon', lastname: 'Vertbois', email }, '28148', 'guichet-mayor', 'Maire');
  const desk = await openDesk(browser, 'mahaut.belleverte@le-favril.example');
  const sent = await ask(subject, formToken);

  // The secretary takes it on, and asks for what a text requires.
  await desk.reload();
  await desk.getByRole('link', { name: subject }).click();
  await desk.getByRole('button', { name: 'Je m’en occupe' }).click();
  await expect(desk.getByRole('button', { name: 'Je m’en occupe' })).toHaveCount(0);
  await desk.getByText('Écrire une note interne').click();
  await desk.getByLabel('Note à vos collègues').fill('L’association la demande aussi.');
  await desk.getByRole('button', { name: 'Ajouter la note' }).click();
  await expect(desk.getByRole('listitem').getByText('L’association la demande aussi.')).toBeVisible();
  await desk.getByRole('radio', { name: /^Demander une pièce/ }).check();
  await desk.getByRole('button', { name: 'Demander ces pièces' }).click();
  await expect(desk.getByLabel('Pièce ou renseignement demandé')).toBeFocused();
  await desk.getByLabel('Pièce ou renseignement demandé').fill('Attestation d’assurance');
  await desk.getByLabel('Cette pièce est exigée par un texte').check();
  await desk.getByLabel('Quel texte ?').fill('Règlement de la salle, article 4');
  await desk.getByLabel('À envoyer au plus tard le').fill(inDays(30));
  await expect(desk.getByText(/^Le délai est suspendu jusqu’au/)).toBeVisible();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Demander ces pièces' }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'Les pièces sont demandées' })).toBeFocused();
  await expect(desk.getByText('exigée par : Règlement de la salle, article 4').first()).toBeVisible();

  // The resident, elsewhere: what was asked for is there, and sent.
  const asked = await follow(sent);
  expect(asked.request.items?.items).toEqual([
    { name: 'Attestation d’assurance', basis: 'Règlement de la salle, article 4' },
  ]);
  await asked.write('Voici l’attestation.', true);

  // A refusal, for the mayor to approve.
  await desk.reload();
  await expect(desk.getByText('Voici l’attestation.')).toBeVisible();
  await desk.getByRole('radio', { name: /^Accepter ou refuser/ }).check();
  await desk.getByRole('radio', { name: 'Demande refusée' }).check();
  await desk.getByLabel('Texte de la décision').fill('La salle ne peut pas vous être prêtée ce jour-là.');
  await desk.getByLabel('Motifs en droit').fill('Code général des collectivités territoriales, L2144-3');
  await desk.getByLabel('Motifs en fait').fill('Elle est déjà prêtée à l’association des parents.');
  // Whoever has signed here is proposed.
  const another = desk.getByRole('radio', { name: 'Une autre personne' });
  if (await another.count()) await another.check();
  await desk.getByLabel('Prénom').fill('Léon');
  await desk.getByRole('textbox', { name: 'Nom', exact: true }).fill('Vertbois');
  await desk.getByLabel('Qualité').fill('Maire');
  await desk.getByLabel('Service').fill('Mairie du Favril');
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Faire approuver par le maire' }).click();
  await expect(desk.getByRole('heading', { name: 'Décision préparée : demande refusée' })).toBeVisible();
  await desk.context().close();

  // The mayor, on a telephone.
  const telephone = await openDesk(browser, email, 'inbox?box=approval');
  await telephone.setViewportSize({ width: 375, height: 700 });
  await telephone.getByRole('link', { name: subject }).click();
  await expect(telephone.getByText('Elle attend votre approbation.')).toBeVisible();
  await expect(telephone.getByText('Tribunal administratif d’Orléans').first()).toBeVisible();
  await expectReflow(telephone.locator('main'));
  await expectAccessible(telephone, 'main');
  const approve = telephone.getByRole('button', { name: 'Approuver et notifier' });
  await approve.click();
  const signed = telephone.getByLabel('La décision est signée à la main par Léon Vertbois');
  await expect(signed).toBeFocused();
  await signed.check();
  await approve.click();
  await telephone.getByRole('alertdialog').getByRole('button', { name: 'Approuver et notifier' }).click();
  await expect(telephone.getByRole('status').filter({ hasText: 'La décision est notifiée.' })).toBeFocused();
  await expectAccessible(telephone, 'main');

  const { request } = await follow(sent);
  expect(request.status).toBe('answered');
  expect(request.decision).toMatchObject({
    kind: 'refused',
    author: { givenName: 'Léon', familyName: 'Vertbois', capacity: 'Maire' },
    reasons: { facts: 'Elle est déjà prêtée à l’association des parents.' },
    appeal: { body: 'Tribunal administratif d’Orléans' },
  });
  // What colleagues write to each other stays among them.
  expect(JSON.stringify(request)).not.toContain('L’association la demande aussi.');
});

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
