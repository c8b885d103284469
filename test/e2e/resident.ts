/** What a resident does, by the names of what is on the screen. */
import { expect, type Locator, type Page } from '@playwright/test';
import { violations } from '../axe.js';

/** Angela Dubois asks Le Favril to mend a lamp. */
export async function fillContactForm(
  scope: Page | Locator,
  { subject = 'Lampadaire éteint' } = {},
): Promise<void> {
  await scope.getByLabel('Faire une demande').check();
  await scope.getByLabel('Objet').fill(subject);
  // As a person types: a form sent within three seconds is sorted as a robot's.
  await scope
    .getByLabel('Message', { exact: true })
    .pressSequentially('Le lampadaire de la place est éteint depuis lundi.', { delay: 70 });
  await scope.getByLabel('Nom de famille').fill('Dubois');
  await scope.getByLabel('Prénom', { exact: true }).fill('Angela');
  await scope.getByLabel('Adresse postale').fill('3 rue de la Mairie');
  await scope.getByLabel('Code postal').fill('28190');
  await scope.getByLabel('Ville ou village').fill('Le Favril');
}

/** The references and codes of a receipt on screen. */
export async function receiptOf(scope: Page | Locator): Promise<{ reference: string; trackingCode: string }> {
  const valueOf = async (label: string) => {
    const term = scope.getByRole('term').filter({ hasText: new RegExp(`^\\s*${label}\\s*$`) });
    return (await term.locator('xpath=following-sibling::dd[1]').innerText()).trim();
  };
  return { reference: await valueOf('Référence'), trackingCode: await valueOf('Code de suivi') };
}

/** axe, on the widget or page as it is now; the host site's own faults are not ours. */
export async function expectAccessible(page: Page, include?: string): Promise<void> {
  const found = await violations(page, include ? { within: include } : {});
  expect(
    found.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => String(target)).join(' ')}`),
  ).toEqual([]);
}

/** RGAA 10.11: no sideways scrolling of the widget at 320 px. */
export async function expectReflow(widget: Locator): Promise<void> {
  const overflow = await widget.evaluate((element) => {
    const right = document.documentElement.clientWidth;
    const all = [element, ...(element.shadowRoot?.querySelectorAll('*') ?? [])];
    return all
      .filter(
        (one) =>
          one.getBoundingClientRect().right > right + 1 && getComputedStyle(one).position !== 'absolute',
      )
      .map((one) => one.outerHTML.slice(0, 80));
  });
  expect(overflow).toEqual([]);
}
