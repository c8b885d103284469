/** Mails, as a real mail server gets them. */
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { FailedDeliveries } from '@guichet/contracts/admin/deliveries';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { NewRequestBody } from '@guichet/contracts/request';
import { hostingRoutes, LINK_FRAGMENT } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { everythingIn, type SmtpCatcher, startSmtp } from '../smtp.js';
import { type Account, callAdmin, makeAccount } from './admin-calls.js';
import { angela, aRequest, begun, call, openTracking, seed, send, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

const FROM = 'ne-pas-repondre@hebergement.example';
const MAIRIE = 'mairie@lefavril.example';

after(stopDatabases);

for (const database of databases) {
  describe(`mails, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let marie: Account;

    before(async () => {
      smtp = await startSmtp();
      harness = await startHarness({
        database,
        smtpPort: smtp.port,
        config: {
          rates: { send: generous, sendToAdministration: generous, track: generous, read: generous },
        },
      });
      ids = await seed(harness);
      marie = await makeAccount(harness);
      await marie.serves(ids.favril);
    });
    beforeEach(() => {
      smtp.mails.length = 0;
      smtp.refuse = () => null;
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    /** A resident of one's own for each test: receipts to one address are counted. */
    const someone = (): string => `r${randomUUID()}@boite.example`;
    const idOf = async (reference: string) =>
      (await harness.knex('guichet_requests').where({ reference }).first('id'))!.id as string;

    async function sent(email: string, changes: Partial<NewRequestBody> = {}, isSuspect = false) {
      const body = aRequest({ sender: { ...angela, email }, ...changes });
      const formToken = isSuspect ? '' : begun(harness, ids.favril);
      const { status, body: created } = await send(harness, { ...body, formToken });
      assert.equal(status, 201);
      return { ...created, id: await idOf(created.reference) };
    }

    /** Lets what waits for its next attempt run now. */
    async function hurry(requestId: string, administrationId = ids.favril): Promise<number> {
      const filter = { queue: 'mail', administrationId, requestId } as const;
      return harness.knex.transaction(async (trx) =>
        getService(harness.strapi, 'queue').bringForward(trx, filter),
      );
    }

    async function act(request: { id: string }, action: object): Promise<InboxRequest> {
      const path = (template: string) => template.replace(':id', request.id);
      const { body } = await marie.call<InboxRequest>('GET', path(adminPaths.inboxRequest));
      const done = await marie.call<InboxRequest>('POST', path(adminPaths.inboxActions), {
        seen: body.version,
        ...action,
      });
      assert.equal(done.status, 200);
      return done.body;
    }

    it('lets nobody hand over what came back, where nobody is expected', async () => {
      const response = await fetch(harness.origin + hostingRoutes.mailBounces, {
        method: 'POST',
        headers: { Authorization: 'Bearer null', 'Content-Type': 'message/rfc822' },
        body: 'Subject: x',
      });
      assert.equal(response.status, 404);
    });

    /** Long enough for a mail that should not leave to have left. */
    const quiet = () => sleep(1500);

    it('sends the resident one receipt and the service one notice', async () => {
      const email = someone();
      const request = await sent(email, { recipient: 'voirie' });
      const [receipt] = await smtp.until(email, 1);
      const [notice] = await smtp.until('voirie@lefavril.example', 1);
      await quiet();
      assert.equal(smtp.mails.length, 2);

      for (const mail of [receipt!, notice!]) {
        assert.equal(mail.from, FROM);
        assert.equal(mail.to.length, 1);
        assert.equal(mail.parsed.from?.value[0]?.address, FROM);
        assert.equal(mail.parsed.from?.value[0]?.name, 'Mairie du Favril');
        assert.equal(mail.parsed.headers.get('auto-submitted'), 'auto-generated');
        assert.match(mail.parsed.messageId!, /^<guichet\.[\w-]+@hebergement\.example>$/);
        assert.ok(mail.parsed.subject!.includes(request.reference));
        for (const part of [mail.parsed.text!, String(mail.parsed.html)])
          assert.ok(part.includes(request.reference));
      }
      const text = receipt!.parsed.text!;
      const date = new Intl.DateTimeFormat('fr-FR', {
        dateStyle: 'full',
        timeStyle: 'short',
        timeZone: 'Europe/Paris',
      });
      assert.ok(text.includes(date.format(new Date(request.receivedAt))), text);
      assert.ok(text.includes('Mairie du Favril, Service voirie'));
      assert.ok(text.includes('01 99 00 28 15'));
      assert.equal(receipt!.parsed.replyTo?.value[0]?.address, 'voirie@lefavril.example');
      assert.equal(notice!.parsed.replyTo?.value[0]?.address, FROM);
      assert.ok(
        notice!.parsed.text!.includes(`/admin/plugins/guichet/inbox/${request.id}`),
        notice!.parsed.text,
      );
    });

    it('sends a fresh link to the address that wrote, and tells nobody whether it did', async () => {
      const email = someone();
      const { reference } = await sent(email);
      const other = await sent(someone());
      const held = someone();
      const suspect = await sent(held, {}, true);
      await smtp.until(email, 1);
      const ask = async (body: object, network: string) => {
        const headers = { 'X-Forwarded-For': network };
        const { status, body: said } = await call(harness, 'POST', 'trackingLinks', '28148', body, {
          headers,
        });
        assert.deepEqual([status, said], [200, { asked: true }]);
      };
      const elsewhere = someone();
      await ask({ reference: reference.toLowerCase(), email: ` ${email.toUpperCase()}` }, '192.0.2.1');
      await ask({ reference, email: elsewhere }, '192.0.2.2');
      await ask({ reference: other.reference, email }, '192.0.2.3');
      await ask({ reference: '28148-2026-0000-0000', email }, '192.0.2.4');
      // Whoever forges a sender must not have him written to.
      await ask({ reference: suspect.reference, email: held }, '192.0.2.5');
      const [, mail] = await smtp.until(email, 2);
      assert.match(mail!.parsed.text!, new RegExp(`${LINK_FRAGMENT}\\S+`));
      assert.match(mail!.parsed.subject!, /^Votre lien de suivi/);
      await quiet();
      assert.deepEqual(
        [email, elsewhere, held].map((address) => smtp.to(address).length),
        [2, 0, 0],
      );
    });

    it('writes to the address given for receipts, and to the mairie where no service was chosen', async () => {
      const receiptEmail = someone();
      await sent('never@boite.example', {
        sender: { ...angela, email: 'never@boite.example', receiptEmail },
      });
      await smtp.until(receiptEmail, 1);
      await smtp.until(MAIRIE, 1);
      assert.equal(smtp.to('never@boite.example').length, 0);
    });

    it('links to the tracking page with a token that opens this request, once the control field is given', async () => {
      const email = someone();
      const request = await sent(email);
      const [receipt] = await smtp.until(email, 1);
      const link = /https?:\S+#suivi=\S+/.exec(receipt!.parsed.text!)![0];
      assert.ok(link.includes('/guichet/administrations/28148/tracking#'));
      const token = link.slice(link.indexOf(LINK_FRAGMENT) + LINK_FRAGMENT.length);
      const opened = await openTracking(harness, { link: token, control: 'dubois' });
      assert.equal(opened.body.request.reference, request.reference);
      assert.equal((await openTracking<object>(harness, { link: token, control: 'autre' })).status, 404);
      assert.ok(String(receipt!.parsed.html).includes(link.replaceAll('&', '&amp;')));
    });

    it('sends one mail of a hundred posts with one key', async () => {
      const email = someone();
      const body = aRequest({ sender: { ...angela, email }, formToken: begun(harness, ids.favril) });
      const key = randomUUID();
      const [reply] = await Promise.all(Array.from({ length: 100 }, () => send(harness, body, { key })));
      await smtp.until(email, 1);
      await smtp.until(MAIRIE, 1);
      await quiet();
      // Others may be late.
      const about = smtp.mails.filter(({ parsed }) => parsed.subject?.includes(reply!.body.reference));
      assert.equal(about.length, 2);
    });

    it('writes to an English speaker in English, the French text that prevails below', async () => {
      const email = someone();
      await sent(email, { language: 'en' });
      const [{ parsed } = { parsed: undefined }] = await smtp.until(email, 1);
      assert.match(parsed!.subject!, /^Registration receipt – Accusé d’enregistrement 28148-/);
      assert.match(parsed!.text!, /in law, it prevails[^]*Votre message est bien arrivé/);
      assert.match(String(parsed!.html), /<div lang="en">[^]*<div lang="fr">/);
    });

    it('carries nothing of what the resident wrote or is, nor of what the agent answered', async () => {
      const canary = (name: string) => `Canari${name}${randomUUID().slice(0, 8)}`;
      const email = someone();
      const canaries = {
        subject: canary('Objet'),
        message: canary('Message'),
        familyName: canary('Nom'),
        givenName: canary('Prenom'),
        preferredName: canary('Usage'),
        line: canary('Rue'),
        city: canary('Ville'),
        behalf: canary('Mandant'),
        answer: canary('Reponse'),
        more: canary('Ajout'),
      };
      const request = await sent(email, {
        subject: canaries.subject,
        message: canaries.message,
        sender: {
          ...angela,
          email,
          phone: '06 39 98 12 34',
          familyName: canaries.familyName,
          givenName: canaries.givenName,
          preferredName: canaries.preferredName,
          postalAddress: { lines: [canaries.line], postalCode: '28190', city: canaries.city, country: 'FR' },
          onBehalfOf: { name: canaries.behalf, capacity: 'parent' },
        },
      });
      const { body: opened } = await openTracking(harness, {
        reference: request.reference,
        trackingCode: request.trackingCode,
      });
      await call(
        harness,
        'POST',
        'trackingMessages',
        '28148',
        { message: canaries.more },
        {
          bearer: opened.token,
          key: randomUUID(),
        },
      );
      await act(request, { action: 'answer', message: canaries.answer });
      await smtp.until(email, 2);
      await smtp.until(MAIRIE, 2);
      for (const mail of smtp.mails) {
        const all = everythingIn(mail).replaceAll('=\r\n', '');
        for (const text of [...Object.values(canaries), '06 39 98 12 34'])
          assert.ok(!all.includes(text), text);
      }
      for (const mail of smtp.to(MAIRIE)) assert.ok(!everythingIn(mail).includes(email));
    });

    it('tells the resident of an answer and the service of a message, with a link each', async () => {
      const email = someone();
      const request = await sent(email, { recipient: 'voirie' });
      await smtp.until(email, 1);
      await smtp.until('voirie@lefavril.example', 1);
      const { body: opened } = await openTracking(harness, {
        reference: request.reference,
        trackingCode: request.trackingCode,
      });
      await call(
        harness,
        'POST',
        'trackingMessages',
        '28148',
        { message: 'Encore un mot.' },
        {
          bearer: opened.token,
          key: randomUUID(),
        },
      );
      const [, message] = await smtp.until('voirie@lefavril.example', 2);
      assert.match(message!.parsed.subject!, /^Du nouveau dans la demande/);
      assert.ok(message!.parsed.text!.includes(`/inbox/${request.id}`));
      await act(request, { action: 'answer', message: 'C’est réparé.' });
      const [, answer] = await smtp.until(email, 2);
      assert.match(answer!.parsed.subject!, /^Du nouveau sur votre demande/);
      assert.match(answer!.parsed.text!, /tracking#suivi=/);
    });

    it('lets no e-mail address become a second recipient or a header', async () => {
      const corpus = [
        'a@b.example\r\nBcc: victim@other.example',
        'a@b.example%0d%0aBcc:victim@other.example',
        'a@b.example\nTo: victim@other.example',
        'a@b.example, victim@other.example',
        'a@b.example; victim@other.example',
        'victim@other.example (comment) <a@b.example>',
        'a(comment)@b.example',
        '"a b"@b.example',
        '"victim@other.example" <a@b.example>',
        '<victim@other.example>a@b.example',
        '"victim@other.example a"@b.example',
        'a@b.example <victim@other.example>',
        'group: a@b.example, victim@other.example;',
        'a@b.example\u0000',
        'a@b.example\u2028Bcc: victim@other.example',
        'a@[127.0.0.1]',
        '@other.example:a@b.example',
        ' a@b.example',
      ];
      for (const email of corpus) {
        for (const sender of [
          { ...angela, email },
          { ...angela, email: someone(), receiptEmail: email },
        ]) {
          const { status } = await send(harness, aRequest({ sender, formToken: begun(harness, ids.favril) }));
          assert.equal(status, 400, JSON.stringify(email));
        }
      }
      await quiet();
      assert.equal(smtp.mails.length, 0);
    });

    it('shows markup in what a resident or an administration wrote as text, or not at all', async () => {
      const email = someone();
      const attack = '<img src=x onerror=alert(1)>';
      const administrations = getService(harness.strapi, 'administration');
      const own = await administrations.addDesk(ids.favril, {
        slug: 'accueil',
        name: `Accueil ${attack} "x" & 'y'`,
        email: 'accueil@lefavril.example',
        phone: '01 99 00 28 16',
        address: attack,
      });
      administrations.refresh();
      await sent(email, { recipient: own.slug, subject: attack, message: attack });
      const [receipt] = await smtp.until(email, 1);
      const html = String(receipt!.parsed.html);
      assert.ok(!html.includes('<img'));
      assert.ok(html.includes('Accueil &lt;img src=x onerror=alert(1)&gt; &quot;x&quot; &amp; &#39;y&#39;'));
    });

    it('holds the mails of a suspect until an agent releases it', async () => {
      const email = someone();
      const request = await sent(email, {}, true);
      await quiet();
      assert.equal(smtp.mails.length, 0);
      await act(request, { action: 'release' });
      await smtp.until(email, 1);
      await smtp.until(MAIRIE, 1);
    });

    it('never sends the mails of a suspect that an agent rejects', async () => {
      const request = await sent(someone(), {}, true);
      await act(request, { action: 'reject' });
      assert.equal(await hurry(request.id), 0);
      await quiet();
      assert.equal(smtp.mails.length, 0);
    });

    it('sends at most three receipts an hour to one address, and none is lost', async () => {
      const email = someone();
      const requests = [];
      for (let i = 0; i < 6; i++) requests.push(await sent(i % 2 ? email : email.toUpperCase()));
      await smtp.until(MAIRIE, 6);
      await quiet();
      const toOne = () => smtp.mails.filter(({ to }) => to[0]!.toLowerCase() === email);
      assert.equal(toOne().length, 3);
      // Asking again within the hour changes nothing.
      const waiting = [];
      for (const request of requests) if (await hurry(request.id)) waiting.push(request.id);
      assert.equal(waiting.length, 3);
      await quiet();
      assert.equal(toOne().length, 3);
      // Another administration's receipts are its own.
      const other = await send(
        harness,
        aRequest({ sender: { ...angela, email }, formToken: begun(harness, ids.trilport) }),
        { code: '77475', origin: TRILPORT },
      );
      assert.equal(other.status, 201);
      for (let looks = 0; toOne().length < 4 && looks < 200; looks++) await sleep(20);
      assert.equal(toOne().length, 4);

      // An hour later.
      await harness.knex('guichet_mail_caps').update({ first_at: 0, second_at: 0, third_at: 0 });
      for (const id of waiting) await hurry(id);
      for (let looks = 0; toOne().length < 7 && looks < 200; looks++) await sleep(20);
      assert.equal(new Set(toOne().map(({ parsed }) => parsed.messageId)).size, 7);
    });

    it('sends again under the same Message-ID what may have arrived', async () => {
      const email = someone();
      smtp.dieAfterData = true;
      smtp.refuse = (address) => (address === MAIRIE ? { code: 451, text: '4.3.0 later' } : null);
      const request = await sent(email);
      await smtp.until(email, 1);
      for (let looks = 0; smtp.to(email).length < 2 && looks < 300; looks++) {
        await hurry(request.id);
        await sleep(50);
      }
      const [first, second] = smtp.to(email);
      assert.ok(first!.parsed.messageId);
      assert.equal(first!.parsed.messageId, second!.parsed.messageId);
    });

    it('shows what a mailbox refused to those who answer for it, who can send it again', async () => {
      const email = someone();
      smtp.refuse = (address) =>
        address === email ? { code: 550, text: `5.1.1 <${email}>: no such user` } : null;
      const request = await sent(email);
      const failed = async (account: Account) =>
        (await account.call<FailedDeliveries>('GET', adminPaths.deliveries)).body.deliveries;
      for (let looks = 0; !(await failed(marie)).length && looks < 200; looks++) await sleep(20);

      const [delivery] = await failed(marie);
      assert.equal(delivery?.reference, request.reference);
      assert.equal(delivery?.requestId, request.id);
      assert.equal(delivery?.kind, 'registration-receipt');
      assert.equal(delivery?.administration.name, 'Mairie du Favril');
      assert.equal(delivery?.attempts, 1);
      assert.equal(delivery?.error, 'EENVELOPE-550');
      assert.ok(!JSON.stringify(delivery).includes(email));
      assert.ok(!harness.logs().includes(email));

      const stranger = await makeAccount(harness, ['deliveries.read', 'deliveries.replay']);
      await stranger.serves(ids.trilport);
      const keeper = await makeAccount(harness, [
        'deliveries.read',
        'deliveries.replay',
        'administrations.manage',
      ]);
      const replayPath = adminPaths.deliveryReplay.replace(':id', delivery.id);
      assert.deepEqual(await failed(stranger), []);
      assert.equal((await stranger.call('POST', replayPath)).status, 404);
      assert.equal((await marie.call('POST', replayPath)).status, 403);
      assert.equal((await callAdmin(harness, null, 'GET', adminPaths.deliveries)).status, 401);
      assert.equal((await callAdmin(harness, null, 'POST', replayPath)).status, 401);
      // Who keeps the hosting sees that a mail failed, not the request.
      assert.deepEqual(
        (await failed(keeper)).map(({ id, requestId }) => ({ id, requestId })),
        [{ id: delivery.id, requestId: null }],
      );

      smtp.refuse = () => null;
      assert.equal((await keeper.call('POST', replayPath)).status, 200);
      await smtp.until(email, 1);
      assert.deepEqual(await failed(keeper), []);
      assert.equal((await keeper.call('POST', replayPath)).status, 404);
    });
  });
}
