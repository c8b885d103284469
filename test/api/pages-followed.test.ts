/** On the page without JavaScript: several requests followed side by side, by their codes. */
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { angela, aRequest, begun, seed, send } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';
import { attribute, elements, openPage, type PlainPage, postPage, textOf } from './plain-page.js';

/** What the harness calls itself: browsers send it as the origin of the pages' forms. */
const OWN = 'http://127.0.0.1';

after(stopDatabases);

for (const database of databases) {
  describe(`several requests, without JavaScript, on ${database}`, () => {
    let harness: Harness;
    let uid: string;

    before(async () => {
      harness = await startHarness({
        database,
        config: { rates: { send: generous, sendToAdministration: generous, track: generous } },
      });
      ({ favril: uid } = await seed(harness));
    });
    after(() => harness.stop());

    async function sent(subject: string) {
      const body = { ...aRequest({ subject, sender: angela }), formToken: begun(harness, uid) };
      const { reference, trackingCode } = (await send(harness, body)).body;
      return { reference, trackingCode };
    }
    const door = () => openPage(harness.origin + pathOf('trackingPage', '28148'), { origin: OWN });
    const listed = (page: PlainPage) => {
      const nav = page.all('nav').find((each) => attribute(each, 'aria-label')?.startsWith('Vos demandes'));
      const entries = nav ? elements(nav).filter(({ tagName }) => tagName === 'li') : [];
      return entries.map((each) => ({
        text: textOf(each).replaceAll(/\s+/g, ' ').trim(),
        isCurrent: attribute(each, 'aria-current') === 'true',
      }));
    };

    async function both() {
      const lamp = await sent('Lampadaire éteint');
      const bins = await sent('Poubelles renversées');
      const first = await (await door()).press('open', lamp);
      const second = await (await first.press('another')).press('open', bins);
      return { lamp, bins, first, second };
    }

    it('stand in a list once there are two, and each can be gone to', async () => {
      const { lamp, bins, first, second } = await both();
      assert.deepEqual(listed(first), []);
      assert.equal(second.heading, 'Poubelles renversées');
      assert.deepEqual(listed(second), [
        { text: `Lampadaire éteint (${lamp.reference} – Reçue)`, isCurrent: false },
        { text: `Poubelles renversées (${bins.reference} – Reçue)`, isCurrent: true },
      ]);
      const back = await second.press('show');
      assert.equal(back.heading, 'Lampadaire éteint');
      assert.equal(
        listed(back)
          .find(({ isCurrent }) => isCurrent)
          ?.text.includes(lamp.reference),
        true,
      );
      assert.equal((await back.press('show')).heading, 'Poubelles renversées');
    });

    it('stay in reach at the door, and where a code is wrong', async () => {
      const { lamp, second } = await both();
      const asked = await second.press('another');
      assert.equal(asked.heading, 'Suivre votre demande');
      assert.equal(listed(asked).length, 2);
      assert.ok(listed(asked).every(({ isCurrent }) => !isCurrent));
      assert.deepEqual([asked.values('open')['reference'], asked.values('open')['trackingCode']], ['', '']);
      const wrong = await asked.press('open', { ...lamp, trackingCode: '0000-0000-0000-0000' });
      assert.equal(wrong.status, 404);
      const mended = await wrong.press('open', { ...(await sent('Trottoir')) });
      assert.equal(listed(mended).length, 3);
    });

    it('opened twice, is there once', async () => {
      const { lamp, second } = await both();
      const again = await (await second.press('another')).press('open', lamp);
      assert.equal(again.heading, 'Lampadaire éteint');
      assert.equal(listed(again).length, 2);
    });

    it('stay through a message, a correction and a withdrawal', async () => {
      const { second } = await both();
      const written = await second.press('message', { message: 'Depuis lundi.' });
      assert.equal(listed(written).length, 2);
      const kept = await (await written.press('correct')).press('refresh');
      assert.equal(listed(kept).length, 2);
      const withdrawn = await (await kept.press('withdraw')).press('withdrawal');
      assert.equal(withdrawn.status, 201);
      assert.deepEqual(
        listed(withdrawn).map(({ text }) => /– (.*)\)/.exec(text)![1]),
        ['Reçue', 'Terminée'],
      );
    });

    it('is left out where its bearer opens nothing, whatever is sent in its place', async () => {
      const { second } = await both();
      const values = second.values('message');
      const others = `${'x'.repeat(200)} a.b.c.d <script> ${values['others']!}`;
      const body = new URLSearchParams({ ...values, others, step: 'refresh' });
      const page = await postPage(second.url, body, { origin: OWN });
      assert.equal(page.status, 200);
      assert.equal(listed(page).length, 2);
      assert.equal(page.all('script').length, 0);
    });
  });
}
