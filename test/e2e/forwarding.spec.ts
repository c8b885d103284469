/** A request for a département whose system takes reports (Open311): forwarded by an agent, and followed by all. */
import { expect, test } from '@playwright/test';
import {
  API_KEY,
  startOpen311,
} from '../../packages/strapi-plugin/server/src/connectors/open311/testing/system.js';
import { at } from './demo.js';
import { openDesk } from './desk.js';
import { makeOperator, makeTeleprocedure } from './hosting-admin.js';
import { expectAccessible, expectReflow } from './resident.js';
import { ask, beginForm, follow } from './resident-calls.js';

const DEPARTMENT = 'Conseil départemental (routes)';

test('an agent forwards a report as she has read it through, learns what was refused, and follows the rest', async ({
  browser,
  page,
}) => {
  const system = await startOpen311();
  const { operator } = await makeOperator({
    name: DEPARTMENT,
    origin: system.origin,
    administrationId: null,
  });
  const slug = await makeTeleprocedure({
    operatorId: operator.id,
    title: 'Signaler un problème sur une route',
    url: `${system.origin}/signalements`,
    furthest: 'link',
    connector: {
      name: 'open311',
      settings: {
        origin: system.origin,
        path: '/georeport/v2',
        serviceCode: 'nid-de-poule',
        jurisdictionId: 'eureetloir.example',
      },
      secret: API_KEY,
    },
  });
  expect(slug).toContain('signaler');
  const form = await beginForm();
  const desk = await openDesk(browser, 'mahaut.belleverte@le-favril.example');
  const sent = await ask('Nid-de-poule sur la D922', form);
  await desk.reload();
  await desk
    .getByRole('link', { name: /Nid-de-poule sur la D922/ })
    .first()
    .click();

  const open = async () => {
    await desk.getByRole('radio', { name: /^Transmettre/ }).check();
    await desk.getByRole('radio', { name: `${DEPARTMENT} (suivi automatique)` }).check();
  };
  const send = () => desk.getByRole('button', { name: 'Transmettre la demande' }).click();
  await open();
  const leaving = desk.getByRole('region', { name: 'Ce qui partira' });
  await expect(leaving).toContainText(sent.reference);
  await expect(leaving).toContainText('Rien ne dit qui a écrit.');
  await expect(leaving).not.toContainText('Angela');
  await send();
  await expect(desk.getByRole('textbox', { name: 'À quel endroit' })).toBeFocused();
  await desk.getByRole('textbox', { name: 'À quel endroit' }).fill('D922, à la sortie du bourg');
  await desk.getByRole('checkbox', { name: /^Son nom/ }).check();
  await expect(leaving).toContainText('Angela Dubois');
  await desk.getByRole('checkbox', { name: /^Son nom/ }).uncheck();
  await expectAccessible(desk, 'main');

  system.mood = 'refuses';
  await send();
  await expect(desk.getByText('n’a pas accepté ce signalement tel quel')).toBeVisible({ timeout: 15_000 });
  expect((await follow(sent)).forwarded).toBeNull();

  system.mood = 'ok';
  await open();
  // What was tried is there to be mended.
  await expect(desk.getByRole('textbox', { name: 'À quel endroit' })).toHaveValue(
    'D922, à la sortie du bourg',
  );
  await desk.getByRole('textbox', { name: 'À quel endroit' }).fill('D922, borne 12');
  await send();
  const followed = desk.getByRole('region', { name: `Suivi chez ${DEPARTMENT}` });
  await expect(followed).toContainText('Signalement ouvert', { timeout: 15_000 });
  await expect(followed).toContainText(String(system.requests[0]!.id));
  await expectAccessible(desk, 'main');
  await desk.setViewportSize({ width: 320, height: 800 });
  await expectReflow(desk.locator('main'));
  expect(system.requests.map(({ fields }) => [fields['address_string'], fields['last_name']])).toEqual([
    ['D922, borne 12', undefined],
  ]);

  await page.goto(`${at('favril')}/suivi.html`);
  const tracker = page.locator('guichet-request-tracker');
  await tracker.getByRole('textbox', { name: 'Référence' }).fill(sent.reference);
  await tracker.getByLabel('Code de suivi').fill(sent.trackingCode);
  await tracker.getByRole('button', { name: 'Voir ma demande' }).click();
  await expect(tracker).toContainText(`Ce qu’indique « ${DEPARTMENT} »`);
  await expect(tracker).toContainText('Signalement ouvert (Merci)');
  await expect(tracker).toContainText('Service des routes');
  await expectAccessible(page, 'guichet-request-tracker');
  await page.setViewportSize({ width: 320, height: 800 });
  await expectReflow(tracker);
  system.stop();
});
