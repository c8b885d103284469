/** What a resident does at the example's operator. */
import { expect, type FrameLocator, type Page } from '@playwright/test';

/** Applies for a nursery place, to the end. */
export async function applyFor(form: FrameLocator | Page, name: string): Promise<void> {
  await form.getByLabel('Nom de l’enfant', { exact: true }).fill(name);
  await form.getByLabel('Date de naissance, ou date prévue').fill('2026-05-03');
  await form.getByLabel('Entrée souhaitée').fill('2027-01-04');
  await form.getByLabel('Combien de jours par semaine').selectOption('3 jours');
  await form.getByLabel('Crèche souhaitée').selectOption('Peu importe');
  await form.getByRole('button', { name: 'Continuer' }).click();
  await form.getByLabel('Prénom', { exact: true }).fill('Angela');
  await form.getByLabel('Nom', { exact: true }).fill(name);
  await form.getByLabel('Adresse électronique').fill('angela@example.org');
  await form.getByLabel('Numéro et rue').fill('3 rue de la Mairie');
  await form.getByLabel('Code postal').fill('77470');
  await form.getByLabel('Commune', { exact: true }).fill('Trilport');
  await form.getByRole('button', { name: 'Continuer' }).click();
  await form.getByLabel('Ajouter des documents').setInputFiles({
    name: 'justificatif.pdf',
    mimeType: 'application/pdf',
    buffer: Buffer.from('%PDF-1.7\n% un justificatif de domicile'),
  });
  await form.getByRole('button', { name: 'Envoyer ces documents' }).click();
  await expect(form.getByText('justificatif.pdf')).toBeVisible();
  await form.getByRole('button', { name: 'Continuer' }).click();
  await form.getByRole('button', { name: 'Envoyer ma demande' }).click();
}
