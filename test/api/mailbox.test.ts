/** One mailed link to all that is followed at an administration from an address. */
import type { NewRequestBody } from '@guichet/contracts/request';
import { LINK_FRAGMENT } from '@guichet/contracts/routes';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { everythingIn, type SmtpCatcher, startSmtp } from '../smtp.js';
import { angela, aRequest, begun, call, FAVRIL, openTracking, seed, send, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

/** How often one network may ask: more than the tests do before the last. */
const ASKED = 30;

const HERE = { code: '28148', origin: FAVRIL };
const THERE = { code: '77475', origin: TRILPORT };

after(stopDatabases);

for (const database of databases) {
  describe(`a link to all that is followed from a mailbox, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let harness: Harness;
    let ids: { favril: string; trilport: string };

    before(async () => {
      smtp = await startSmtp();
      harness = await startHarness({
        database,
        smtpPort: smtp.port,
        config: {
          rates: {
            send: generous,
            sendToAdministration: generous,
            track: generous,
            read: generous,
            wrongCode: { points: ASKED, seconds: 900 },
          },
        },
      });
      ids = await seed(harness);
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    const someone = (): string => `r${randomUUID()}@boite.example`;
    async function sent(sender: object, changes: Partial<NewRequestBody> = {}, isSuspect = false) {
      const body = aRequest({ ...changes, sender: { ...angela, ...sender } });
      const formToken = isSuspect ? '' : begun(harness, ids.favril);
      const { status, body: created } = await send(harness, { ...body, formToken });
      assert.equal(status, 201);
      return created;
    }

    async function ask(email: string, { code, origin } = HERE): Promise<void> {
      const { status, body } = await call(harness, 'POST', 'trackingLinks', code, { email }, { origin });
      assert.deepEqual([status, body], [200, { asked: true }]);
    }

    /** The link that was mailed there, and its mail. */
    async function linked(email: string, place = HERE) {
      const before = smtp.to(email).length;
      // As people type it.
      await ask(` ${email.toUpperCase()}`, place);
      const mail = (await smtp.until(email, before + 1)).at(-1)!;
      const token = new RegExp(`${LINK_FRAGMENT}(\\S+)`).exec(mail.parsed.text!)![1]!;
      return { mail, token };
    }

    async function opens(link: string, control = 'Dubois') {
      const { status, body } = await openTracking(harness, { link, control });
      const all = status === 200 ? [body, ...(body.others ?? [])] : [];
      return { status, all, references: all.map(({ request }) => request.reference) };
    }

    it('opens each of them, the latest first, once the control field is given', async () => {
      const email = someone();
      const first = await sent({ email }, { subject: 'Lampadaire' });
      const second = await sent({ email }, { subject: 'Poubelles' });
      await sent({ email: someone() });
      await smtp.until(email, 2);
      const { mail, token } = await linked(email);
      assert.equal(mail.parsed.subject, 'Votre lien pour suivre vos demandes');
      const { all, references } = await opens(token);
      assert.deepEqual(references, [second.reference, first.reference]);
      for (const { token: bearer, request } of all) {
        const { body } = await call<TrackedRequest>(harness, 'GET', 'trackedRequest', '28148', undefined, {
          bearer,
        });
        assert.equal(body.reference, request.reference);
      }
      assert.equal((await opens(token, 'Martin')).status, 404);
    });

    it('says nothing of them in its mail', async () => {
      const email = someone();
      const { reference } = await sent({ email }, { subject: 'CanariObjet', message: 'CanariMessage' });
      await smtp.until(email, 1);
      const { mail } = await linked(email);
      const all = everythingIn(mail).replaceAll('=\r\n', '');
      for (const text of [reference, 'Canari', angela.familyName]) assert.ok(!all.includes(text), text);
    });

    it('is sent to nobody who follows nothing there, who is told the same', async () => {
      const stranger = someone();
      await ask(stranger);
      await ask('not an address');
      await sleep(300);
      assert.equal(smtp.to(stranger).length, 0);
    });

    it('opens what passes the control alone: mailboxes are shared', async () => {
      const email = someone();
      const hers = await sent({ email });
      const address = { ...angela.postalAddress, postalCode: '75001' };
      const his = await sent({ email, familyName: 'Martin', postalAddress: address });
      await smtp.until(email, 2);
      const { token } = await linked(email);
      assert.deepEqual((await opens(token, 'dubois')).references, [hers.reference]);
      assert.deepEqual((await opens(token, '75001')).references, [his.reference]);
    });

    it('knows nothing of what was sent to another administration from there', async () => {
      const email = someone();
      const here = await sent({ email });
      const formToken = begun(harness, ids.trilport);
      const elsewhere = await send(
        harness,
        { ...aRequest({ sender: { ...angela, email } }), formToken },
        THERE,
      );
      assert.equal(elsewhere.status, 201);
      await smtp.until(email, 2);
      const { token } = await linked(email);
      assert.deepEqual((await opens(token)).references, [here.reference]);
      const { mail, token: there } = await linked(email, THERE);
      assert.ok(mail.parsed.text!.includes(`/guichet/administrations/${THERE.code}/tracking#`));
      assert.equal((await opens(there)).status, 404);
      const indexes = await harness
        .knex('guichet_requests')
        .whereIn('reference', [here.reference, elsewhere.body.reference])
        .distinct('email_index');
      assert.equal(indexes.length, 2);
    });

    it('leaves out what a suspect sent in somebody’s name, and writes to nobody for it', async () => {
      const email = someone();
      await sent({ email }, {}, true);
      await ask(email);
      await sleep(300);
      assert.equal(smtp.to(email).length, 0);
      const own = await sent({ email });
      await smtp.until(email, 1);
      const { token } = await linked(email);
      assert.deepEqual((await opens(token)).references, [own.reference]);
    });

    it('opens what is answered at that address: one that was given for receipts, not the sender’s other', async () => {
      const [email, receiptEmail] = [someone(), someone()];
      const apart = await sent({ email, receiptEmail });
      const own = await sent({ email });
      await smtp.until(receiptEmail, 1);
      await smtp.until(email, 1);
      assert.deepEqual((await opens((await linked(email)).token)).references, [own.reference]);
      assert.deepEqual((await opens((await linked(receiptEmail)).token)).references, [apart.reference]);
    });

    it('beside it, the link of each receipt goes on opening its own request', async () => {
      const email = someone();
      const { reference } = await sent({ email });
      const [receipt] = await smtp.until(email, 1);
      await sent({ email });
      const link = new RegExp(`${LINK_FRAGMENT}(\\S+)`).exec(receipt!.parsed.text!)![1]!;
      assert.deepEqual((await opens(link)).references, [reference]);
    });

    it('asked for too often from one network, for whatever address, has to wait', async () => {
      const asking = Array.from({ length: ASKED + 1 }, () =>
        call(harness, 'POST', 'trackingLinks', '28148', { email: someone() }),
      );
      const statuses = new Set((await Promise.all(asking)).map(({ status }) => status));
      assert.deepEqual([...statuses].sort(), [200, 429]);
    });
  });
}
