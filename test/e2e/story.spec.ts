/**
 * The whole story of a request, as people live it: sent with a file, incomplete, completed, forwarded to who is
 * competent, decided by the mayor; and of another that silence accepts: attested, and eliminated in the end.
 */
import { type Browser, expect, type Locator, type Page, test } from '@playwright/test';
import { aPdf } from '../../packages/strapi-plugin/server/src/features/attachments/testing/files.js';
import { at } from './demo.js';
import { openDesk } from './desk.js';
import { makeAgent, openProcedure } from './hosting-admin.js';
import { expectAccessible, expectReflow, fillContactForm, receiptOf } from './resident.js';
import { ask, beginForm, follow } from './resident-calls.js';
import { letDaysPass, letTheHourCome } from './time.js';

type Code = Awaited<ReturnType<typeof receiptOf>>;

const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(aPdf(name)) });
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** By the form on the commune's site, with a file. */
async function sends(page: Page, subject: string): Promise<Code> {
  await page.goto(`${at('favril')}/contact.html`);
  const form = page.locator('guichet-contact-form');
  await fillContactForm(form, { subject });
  await form.getByLabel('Adresse électronique', { exact: true }).fill(`angela.${Date.now()}@example.org`);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    form.getByRole('button', { name: 'Ajouter des fichiers' }).click(),
  ]);
  await chooser.setFiles([pdf('Statuts.pdf')]);
  await expect(form.getByText('Prêt', { exact: true })).toHaveCount(1);
  await form.getByRole('button', { name: 'Relire avant d’envoyer' }).click();
  await form.getByRole('button', { name: 'Envoyer', exact: true }).click();
  await expect(form.getByRole('heading', { name: 'Votre message est enregistré' })).toBeFocused();
  return receiptOf(form);
}

/** @returns the tracker on the commune's site, with the request open */
async function follows(page: Page, { reference, trackingCode }: Code): Promise<Locator> {
  await page.goto(`${at('favril')}/suivi.html`);
  const tracker = page.locator('guichet-request-tracker');
  await tracker.getByRole('textbox', { name: 'Référence' }).fill(reference);
  await tracker.getByLabel('Code de suivi').fill(trackingCode);
  await tracker.getByRole('button', { name: 'Voir ma demande' }).click();
  return tracker;
}

/** Who signs: proposed where somebody has signed here before. */
async function signsAs(desk: Page, givenName: string, familyName: string, service: string): Promise<void> {
  const another = desk.getByRole('radio', { name: 'Une autre personne' });
  if (await another.count()) await another.check();
  await desk.getByLabel('Prénom').fill(givenName);
  await desk.getByRole('textbox', { name: 'Nom', exact: true }).fill(familyName);
  await desk.getByLabel('Qualité').fill('Maire');
  await desk.getByLabel('Service').fill(service);
}

/** From the list, as with any number of them: what will be done is said first, then what was. */
async function acknowledgesFromTheList(desk: Page, subject: string): Promise<void> {
  await desk.reload();
  await desk.getByRole('checkbox', { name: `Sélectionner\u00a0: ${subject}` }).check();
  await expect(desk.getByRole('status').filter({ hasText: '1 demande sélectionnée' })).toBeVisible();
  await desk.getByRole('button', { name: 'Accuser réception' }).click();
  const dialog = desk.getByRole('dialog');
  await expect(dialog.getByText('Un accusé de réception va être envoyé', { exact: false })).toBeVisible();
  await expectAccessible(desk, '[role=dialog]');
  await dialog.getByRole('button', { name: 'Envoyer l’accusé' }).click();
  await expect(dialog.getByText('Un accusé de réception est envoyé', { exact: false })).toBeVisible();
  await dialog.getByRole('button', { name: 'Fermer' }).last().click();
  await expect(desk.getByRole('checkbox', { name: 'Tout sélectionner' })).toBeFocused();
}

/** The secretary of Le Favril takes it on, and asks for what a text requires. */
async function asksForAnItem(desk: Page, subject: string): Promise<void> {
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
  await desk.getByLabel('Ajouter des fichiers').setInputFiles(pdf('Modèle d’attestation.pdf'));
  await expect(desk.getByRole('button', { name: /^Retirer .*Modèle d’attestation\.pdf/ })).toBeVisible();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Demander ces pièces' }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'Les pièces sont demandées' })).toBeFocused();
  await expect(desk.getByText('exigée par : Règlement de la salle, article 4').first()).toBeVisible();
}

/** It is Trilport's: one click, and the same reference. */
async function forwards(desk: Page): Promise<void> {
  await desk.reload();
  await expect(desk.getByText('Voici l’attestation.')).toBeVisible();
  await desk.getByRole('radio', { name: /^Transmettre/ }).check();
  await desk.getByRole('radio', { name: /^Une administration de la plate-forme/ }).check();
  await desk.getByLabel('Rechercher une administration').fill('Trilport');
  await desk.getByRole('button', { name: 'Choisir Mairie de Trilport' }).click();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Transmettre la demande' }).click();
  await expect(desk.getByText('La demande est transmise.', { exact: false })).toBeVisible();
}

/** Whoever is competent prepares a refusal, for the mayor to approve. */
async function prepares(desk: Page, subject: string, { reference }: Code): Promise<void> {
  await desk.getByRole('link', { name: subject }).click();
  await expect(desk.getByText(reference, { exact: false }).first()).toBeVisible();
  await expect(desk.getByRole('button', { name: /^Télécharger .*Statuts\.pdf/ })).toBeVisible();
  // What colleagues of the other mairie wrote to each other stayed there.
  await expect(desk.getByText('L’association la demande aussi.')).toHaveCount(0);
  await desk.getByRole('radio', { name: /^Accepter ou refuser/ }).check();
  await desk.getByRole('radio', { name: 'Demande refusée' }).check();
  await desk.getByLabel('Texte de la décision').fill('La salle ne peut pas vous être prêtée ce jour-là.');
  await desk.getByLabel('Motifs en droit').fill('Code général des collectivités territoriales, L2144-3');
  await desk.getByLabel('Motifs en fait').fill('Elle est déjà prêtée à l’association des parents.');
  await signsAs(desk, 'Léon', 'Vertbois', 'Mairie de Trilport');
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Faire approuver par le maire' }).click();
  await expect(desk.getByRole('heading', { name: 'Décision préparée : demande refusée' })).toBeVisible();
}

/** The mayor, on a telephone. */
async function approves(browser: Browser, mayor: string, subject: string): Promise<void> {
  const telephone = await openDesk(browser, mayor, 'inbox?box=approval');
  await telephone.setViewportSize({ width: 375, height: 700 });
  await telephone.getByRole('link', { name: subject }).click();
  await expect(telephone.getByText('Elle attend votre approbation.')).toBeVisible();
  await expect(telephone.getByText('Tribunal administratif de Melun').first()).toBeVisible();
  await expectReflow(telephone.locator('main'));
  await expectAccessible(telephone, 'main');
  const approve = telephone.getByRole('button', { name: 'Approuver et notifier' });
  await approve.click();
  const signed = telephone.getByLabel('La décision est signée à la main par Léon Vertbois');
  await expect(signed).toBeFocused();
  await expect(telephone.getByText('Cochez cette case pour continuer.')).toBeVisible();
  await signed.check();
  await approve.click();
  // As low as a telephone held sideways: all of the question can be reached.
  await telephone.setViewportSize({ width: 667, height: 240 });
  await expect(telephone.getByRole('alertdialog').getByRole('heading')).toBeInViewport({ ratio: 1 });
  await telephone.getByRole('alertdialog').getByRole('button', { name: 'Approuver et notifier' }).click();
  await expect(telephone.getByRole('status').filter({ hasText: 'La décision est notifiée.' })).toBeFocused();
  await expectAccessible(telephone, 'main');
  await telephone.context().close();
}

test('sent, incomplete, completed, forwarded, decided by the mayor on a telephone', async ({
  page,
  browser,
}) => {
  test.setTimeout(240_000);
  const subject = `Salle des fêtes ${Date.now()}`;
  const mayor = `leon.${Date.now()}@trilport.example`;
  await makeAgent(
    { firstname: 'Léon', lastname: 'Vertbois', email: mayor },
    '77475',
    'guichet-mayor',
    'Maire',
  );
  const code = await sends(page, subject);

  const desk = await openDesk(browser, 'mahaut.belleverte@le-favril.example');
  await acknowledgesFromTheList(desk, subject);
  await asksForAnItem(desk, subject);

  const tracker = await follows(page, code);
  await expect(tracker.getByText('Attestation d’assurance', { exact: false }).first()).toBeVisible();
  await expect(tracker.getByRole('button', { name: 'Modèle d’attestation.pdf' })).toBeVisible();
  await tracker.getByRole('textbox', { name: /message/i }).fill('Voici l’attestation.');
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    tracker.getByRole('button', { name: 'Ajouter des fichiers' }).click(),
  ]);
  await chooser.setFiles(pdf('Assurance.pdf'));
  await expect(tracker.getByText('Prêt', { exact: true })).toBeVisible();
  await tracker.getByLabel('J’ai fourni tout ce qui m’était demandé.').check();
  await expectAccessible(page, 'guichet-request-tracker');
  await tracker.getByRole('button', { name: 'Envoyer le message' }).click();
  await expect(tracker.getByText('Votre message est envoyé.').first()).toBeVisible();

  await forwards(desk);
  await desk.context().close();
  const competent = await openDesk(browser, 'ninon.passerelle@trilport.example');
  await prepares(competent, subject, code);
  await competent.context().close();
  await approves(browser, mayor, subject);

  // From the site where it was sent, by the same code.
  const told = await follows(page, code);
  await expect(told.getByText('La salle ne peut pas vous être prêtée ce jour-là.').first()).toBeVisible();
  await expect(told.getByText('Léon Vertbois, Maire, Mairie de Trilport').first()).toBeVisible();
  await expect(told.getByText('Tribunal administratif de Melun').first()).toBeVisible();
  await expectAccessible(page, 'guichet-request-tracker');
});

/** The archives agree, and only then is it destroyed. */
async function eliminates(browser: Browser, manager: string, title: string): Promise<void> {
  const desk = await openDesk(browser, manager, 'retention');
  await expect(desk.getByRole('heading', { name: title })).toBeVisible();
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Préparer le bordereau d’élimination d’une demande' }).click();
  await desk.getByRole('button', { name: 'Noter le visa des archives' }).click();
  await desk.getByLabel('Service d’archives').fill('Archives départementales d’Eure-et-Loir');
  await desk.getByLabel('Référence du courrier ou du visa').fill('AD28 2026-118');
  await desk.getByLabel('Date du courrier ou du visa').fill(inDays(0));
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Noter le visa et détruire la demande' }).click();
  await expect(async () => {
    const refresh = desk.getByRole('listitem').getByRole('button', { name: 'Actualiser' });
    if (await refresh.count()) await refresh.first().click();
    await expect(desk.getByText('une demande effacée', { exact: false })).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 30_000 });
  await desk.context().close();
}

test('accepted by silence, attested, eliminated with the archives’ visa', async ({ page, browser }) => {
  test.setTimeout(180_000);
  const subject = `Terrasse du café ${Date.now()}`;
  const form = await beginForm();
  const title = `Installer une terrasse ${Date.now()}`;
  const agreement = { reference: 'AD28 2025-04', date: '2025-04-02' };
  const procedure = await openProcedure('28148', {
    title,
    nature: 'request',
    silence: 'acceptance',
    retention: {
      here: { period: { count: 1, unit: 'months' }, finalAction: 'destroy', agreement },
      transit: null,
    },
  });
  const manager = `jeanne.${Date.now()}@le-favril.example`;
  await makeAgent(
    { firstname: 'Jeanne', lastname: 'Rivoire', email: manager },
    '28148',
    'guichet-manager',
    'Secrétaire générale',
  );
  const desk = await openDesk(browser, 'mahaut.belleverte@le-favril.example');
  const code = await ask(subject, form, procedure);
  letDaysPass(code.reference, 70);
  letTheHourCome();
  await expect
    .poll(async () => (await follow(code)).decision?.kind, { timeout: 30_000 })
    .toBe('tacitly-granted');

  const tracker = await follows(page, code);
  await expect(tracker.getByText('la loi considère que c’est oui', { exact: false }).first()).toBeVisible();
  await expectAccessible(page, 'guichet-request-tracker');
  await tracker.getByRole('button', { name: 'Demander l’attestation' }).click();
  await expect(tracker.getByText('C’est demandé.', { exact: false }).first()).toBeVisible();

  await desk.reload();
  await desk.getByRole('link', { name: subject }).click();
  await desk.getByLabel('Je confirme qu’aucun refus n’a été notifié par ailleurs').check();
  await signsAs(desk, 'Anne', 'Martin', 'Mairie du Favril');
  await expectAccessible(desk, 'main');
  await desk.getByRole('button', { name: 'Délivrer l’attestation' }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'L’attestation est délivrée.' })).toBeFocused();

  const attested = await follows(page, code);
  await expect(attested.getByText('atteste que votre demande est acceptée', { exact: false })).toBeVisible();
  await expectAccessible(page, 'guichet-request-tracker');

  await desk.getByRole('button', { name: 'Clore la demande' }).click();
  await desk.getByRole('alertdialog').getByRole('button', { name: 'Clore la demande' }).click();
  await expect(desk.getByRole('status').filter({ hasText: 'La demande est close.' })).toBeFocused();
  await desk.context().close();
  letDaysPass(code.reference, 40);
  await eliminates(browser, manager, title);
  await expect(follow(code)).rejects.toThrow('404');
});
