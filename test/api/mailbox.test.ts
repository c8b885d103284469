/** One mailed link to all that is followed at an administration from an address. */
import type { Problem } from '@guichet/contracts/problem';
import type { NewRequestBody } from '@guichet/contracts/request';
import { LINK_FRAGMENT } from '@guichet/contracts/routes';
import type { Started, Submission } from '@guichet/contracts/teleprocedure';
import type { LinkAsked, TrackedRequest } from '@guichet/contracts/tracking';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { forgetOld } from '../../packages/strapi-plugin/server/src/features/operated/feature.js';
import { everythingIn, type SmtpCatcher, startSmtp } from '../smtp.js';
import { angela, aRequest, begun, call, FAVRIL, openTracking, seed, send, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';
import { callTeleprocedure, makeOperator, makeTeleprocedure } from './operators.js';

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

    describe('of what was sent to an operator', () => {
      let slug: string;

      before(async () => {
        const operator = await makeOperator(harness, 'https://creches.agglo.example');
        ({ slug } = await makeTeleprocedure(harness, operator));
      });

      async function applied() {
        const begun = await callTeleprocedure<Started>(harness, 'teleprocedureStarts', slug, {});
        const { start } = begun.body;
        const asked = { start, reference: 'CR-2026-1' };
        const { body } = await callTeleprocedure<Submission>(
          harness,
          'teleprocedureSubmissions',
          slug,
          asked,
        );
        assert.ok(body.state === 'submitted');
        return { start, reference: body.reference };
      }
      const mail = (start: string, email: string, more: object = {}) =>
        callTeleprocedure<LinkAsked & Problem>(harness, 'teleprocedureLinks', slug, {
          start,
          email,
          language: 'fr',
          ...more,
        });
      const tokenIn = (text: string) => new RegExp(`${LINK_FRAGMENT}(\\S+)`).exec(text)![1]!;

      it('the reference and a link come to the address that its resident gives, which opens it', async () => {
        const { start, reference } = await applied();
        const email = someone();
        assert.deepEqual((await mail(start, email)).body, { asked: true });
        const [receipt] = await smtp.until(email, 1);
        const { subject, text, replyTo } = receipt!.parsed;
        assert.equal(subject, `Pour suivre votre demande ${reference}`);
        assert.ok(text!.includes('Crèches de l’agglo') && text!.includes('02 99 00 12 34'));
        assert.ok(!everythingIn(receipt!).includes('Inscription'));
        assert.equal(replyTo?.value[0]?.address, 'creches@agglo.example');
        const link = tokenIn(text!);
        assert.deepEqual((await opens(link, email.toUpperCase())).references, [reference]);
        assert.equal((await opens(link, 'Dubois')).status, 404);
      });

      it('one link opens it beside the mairie’s own', async () => {
        const email = someone();
        const own = await sent({ email });
        const { start, reference } = await applied();
        await mail(start, email);
        await smtp.until(email, 2);
        const { token } = await linked(email);
        const { references, all } = await opens(token, 'dubois');
        assert.deepEqual(references, [reference, own.reference]);
        assert.equal(all[0]!.request.operated!.operator.name, 'Crèches de l’agglo');
        assert.equal((await opens(token, 'Martin')).status, 404);
      });

      it('alone, it is found by its address too', async () => {
        const email = someone();
        const { start, reference } = await applied();
        await mail(start, email);
        await smtp.until(email, 1);
        const { mail: links, token } = await linked(email);
        assert.equal(links.parsed.subject, 'Votre lien pour suivre vos demandes');
        assert.deepEqual((await opens(token, email)).references, [reference]);
      });

      it('the address is kept sealed, gives way to the next, and is forgotten with the request', async () => {
        const { start, reference } = await applied();
        const [first, second] = [someone(), someone()];
        await mail(start, first);
        await mail(start, second);
        await smtp.until(second, 1);
        const row = async () => harness.knex('guichet_operated').where({ reference }).first();
        assert.ok(!JSON.stringify(await row()).includes('boite.example'));
        const { token } = await linked(second);
        assert.deepEqual((await opens(token, second)).references, [reference]);
        const links = harness.knex('guichet_links');
        const { id } = await row();
        assert.ok((await links.clone().where({ request_id: id })).length);
        await forgetOld(harness.strapi, new Date(Date.now() + 366 * 86_400_000));
        const { email, email_index, language } = await row();
        assert.deepEqual([email, email_index, language], [null, null, null]);
        assert.deepEqual(await links.clone().where({ request_id: id }), []);
        assert.equal((await opens(token, second)).status, 404);
      });

      it('takes an address alone, of a beginning of here that something is known of', async () => {
        const { start } = await applied();
        const refused = async (...args: Parameters<typeof mail>) => {
          const { status, body } = await mail(...args);
          return [status, body.code];
        };
        assert.deepEqual(await refused(start, 'nobody'), [400, 'validation-failed']);
        assert.deepEqual(await refused(start, 'a@b.example', { language: 'xx' }), [400, 'validation-failed']);
        assert.deepEqual(await refused(`${start}x`, 'a@b.example'), [401, 'token-invalid']);
        const rows = async () =>
          Number((await harness.knex('guichet_operated').count({ n: '*' }).first())!['n']);
        const before = await rows();
        const begun = await callTeleprocedure<Started>(harness, 'teleprocedureStarts', slug, {});
        assert.deepEqual(await refused(begun.body.start, 'a@b.example'), [404, 'request-not-found']);
        assert.equal(await rows(), before);
      });
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
