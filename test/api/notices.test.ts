/** What the mairie is told by itself: mails that came back, and each morning what waits. */
import { daysAfter } from '@guichet/contracts/civil-date';
import type { Digest } from '@guichet/contracts/admin/digest';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { InboxPage, InboxRequest } from '@guichet/contracts/admin/inbox';
import { hostingRoutes } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { aNotification } from '../../packages/strapi-plugin/server/src/features/bounces/testing/notifications.js';
import { isWorked } from '../../packages/strapi-plugin/server/src/domain/digest-day.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { everythingIn, type Received, type SmtpCatcher, startSmtp } from '../smtp.js';
import { type Account, makeAccount } from './admin-calls.js';
import { angela, aRequest, begun, openTracking, seed, send } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

const SECRET = 'un-secret-que-seul-le-serveur-connait';

after(stopDatabases);

for (const database of databases) {
  describe(`notices, on ${database}`, () => {
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
          mail: {
            from: 'ne-pas-repondre@hebergement.example',
            bounceAddress: 'retours@hebergement.example',
            bounceSecret: SECRET,
          },
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

    async function sent(email = `r${randomUUID()}@boite.example`, administration = ids.favril) {
      const body = aRequest({ sender: { ...angela, email } });
      const formToken = begun(harness, administration);
      const code = administration === ids.favril ? '28148' : '77475';
      const origin = administration === ids.favril ? undefined : 'https://trilport.example';
      const { status, body: created } = await send(
        harness,
        { ...body, formToken },
        { code, ...(origin && { origin }) },
      );
      assert.equal(status, 201);
      const { reference } = created;
      const { id } = await harness.knex('guichet_requests').where({ reference }).first('id');
      return { ...created, id: id as string, email };
    }

    const read = async (id: string) =>
      (await marie.call<InboxRequest>('GET', adminPaths.inboxRequest.replace(':id', id))).body;
    const bounced = async (id: string) => (await read(id)).timeline.filter(({ kind }) => kind === 'bounced');

    describe('of mails that come back', () => {
      const back = (mail: Received, more: Partial<Parameters<typeof aNotification>[0]> = {}) =>
        aNotification({ messageId: mail.parsed.messageId!, ...more });

      async function handOver(text: string, { secret = SECRET, type = 'message/rfc822' } = {}) {
        const response = await fetch(harness.origin + hostingRoutes.mailBounces, {
          method: 'POST',
          headers: { Authorization: `Bearer ${secret}`, 'Content-Type': type },
          body: text,
        });
        return response.status;
      }

      it('they leave under the address that they come back to', async () => {
        const { email } = await sent();
        const [receipt] = await smtp.until(email, 1);
        assert.equal(receipt!.from, 'retours@hebergement.example');
        assert.equal(receipt!.parsed.from?.value[0]?.address, 'ne-pas-repondre@hebergement.example');
      });

      it('the request says so, once, and stays what it is', async () => {
        const { id, email, reference, trackingCode } = await sent();
        const [receipt] = await smtp.until(email, 1);
        const before = await read(id);
        assert.equal(before.isUndelivered, false);
        assert.equal(await handOver(back(receipt!)), 202);
        assert.equal(await handOver(back(receipt!, { returnedAs: 'text/rfc822-headers' })), 202);

        const [event, ...more] = await bounced(id);
        assert.deepEqual(event!.bounce, { mail: 'registration-receipt', code: '5.1.1' });
        assert.deepEqual(
          [event!.by, event!.agentName, event!.message, more.length],
          ['system', null, null, 0],
        );
        const after = await read(id);
        assert.ok(after.isUndelivered);
        assert.deepEqual([after.status, after.awaitsAgent], [before.status, before.awaitsAgent]);
        const { body: page } = await marie.call<InboxPage>('POST', adminPaths.inboxSearch, {
          search: reference,
        });
        assert.equal(page.rows[0]!.isUndelivered, true);
        // Nothing of the address, nor of a server's words.
        const events = await harness.knex('guichet_events').where({ request_id: id, kind: 'bounced' });
        assert.ok(!/boite|angela|no such user/.test(JSON.stringify(events)));
        // The resident's own timeline is of what the mairie does.
        const { body: tracked } = await openTracking(harness, { reference, trackingCode });
        assert.ok(tracked.request.timeline.every(({ kind }) => (kind as string) !== 'bounced'));
      });

      it('what was closed says so too: its decision may not have been read', async () => {
        const { id, email } = await sent();
        const [receipt] = await smtp.until(email, 1);
        const { version } = await read(id);
        const path = adminPaths.inboxActions.replace(':id', id);
        assert.equal((await marie.call('POST', path, { action: 'close', seen: version })).status, 200);
        assert.equal(await handOver(back(receipt!)), 202);
        assert.equal((await bounced(id)).length, 1);
        assert.equal((await read(id)).status, 'closed');
      });

      it('nothing is said of a delay, of another mail, nor of what was made up', async () => {
        const { id, email } = await sent();
        const [receipt] = await smtp.until(email, 1);
        const [notice] = await smtp.until('mairie@lefavril.example', 1);
        const other = await sent();
        const forged = receipt!.parsed.messageId!.replace(id, other.id);
        for (const text of [
          back(receipt!, { action: 'delayed', status: '4.4.1' }),
          back(notice!),
          back(receipt!).replaceAll(receipt!.parsed.messageId!, forged),
          back(receipt!).replaceAll(receipt!.parsed.messageId!, '<unknown@elsewhere.example>'),
          'From: a@b.example\r\n\r\nBonjour',
        ])
          assert.equal(await handOver(text), 202);
        assert.deepEqual([await bounced(id), await bounced(other.id)], [[], []]);
      });

      it('nobody but the mail server hands them over', async () => {
        const { id, email } = await sent();
        const [receipt] = await smtp.until(email, 1);
        const text = back(receipt!);
        assert.equal(await handOver(text, { secret: 'x'.repeat(SECRET.length) }), 401);
        assert.equal(await handOver(text, { secret: '' }), 401);
        assert.equal(await handOver(text, { type: 'application/json' }), 415);
        assert.equal(await handOver(text + 'x'.repeat(256 * 1024)), 413);
        assert.deepEqual(await bounced(id), []);
        const preflight = await fetch(harness.origin + hostingRoutes.mailBounces, {
          method: 'OPTIONS',
          headers: { Origin: 'https://www.lefavril.example', 'Access-Control-Request-Method': 'POST' },
        });
        assert.equal(preflight.headers.get('Access-Control-Allow-Origin'), null);
      });

      it('a mailbox that does not exist is known at once, and not tried again', async () => {
        let tried = 0;
        const gone = `r${randomUUID()}@boite.example`;
        smtp.refuse = (address) => {
          if (address !== gone) return null;
          tried++;
          return { code: 550, text: '5.1.1 no such user' };
        };
        const { id } = await sent(gone);
        let events = await bounced(id);
        for (; !events.length; events = await bounced(id)) await sleep(20);
        assert.deepEqual(events[0]!.bounce, { mail: 'registration-receipt', code: 'EENVELOPE-550' });
        assert.equal(tried, 1);
      });
    });

    describe('of what waits', () => {
      const digest = () => getService(harness.strapi, 'digest');
      const emailOf = async ({ id }: Account) =>
        (await harness.knex('admin_users').where({ id }).first('email'))!.email as string;
      const today = () => new Date().toISOString().slice(0, 10);
      /** Half past eight in Paris, winter and summer alike within the morning. */
      const morningOf = (day: string) => new Date(`${day}T07:30:00Z`);
      let day = daysAfter(today(), 1);

      /** Each test has a working day of its own. */
      function nextDay(isWanted = (one: string) => isWorked(one, 'national')): string {
        do day = daysAfter(day, 1);
        while (!isWanted(day));
        return day;
      }
      /** Long enough for a mail that should not leave to have left. */
      const quiet = () => sleep(1500);
      const due = (id: string, columns: object) =>
        harness.knex('guichet_requests').where({ id }).update(columns);

      beforeEach(async () => {
        // What other tests left is nobody's work.
        await harness.knex('guichet_requests').update({
          awaits_agent: false,
          due_on: null,
          due_for: null,
          undelivered: null,
          items_on: null,
          awaits_approval: null,
        });
        await harness.knex('guichet_digests').delete();
        await harness.knex('guichet_agents').delete();
        await marie.serves(ids.favril, ids.trilport);
      });

      it('one mail tells an agent, mairie by mairie, how much and which: no person, no text', async () => {
        const late = await sent();
        const soon = await sent();
        const items = await sent();
        const there = await sent(undefined, ids.trilport);
        await due(late.id, { due_on: daysAfter(today(), -3), due_for: 'decision' });
        await due(soon.id, { due_on: daysAfter(today(), 4), due_for: 'acknowledgement' });
        await due(items.id, { items_on: daysAfter(today(), 5), awaits_agent: false });
        const now = morningOf(nextDay());
        await Promise.all([digest().tell(now), digest().tell(now)]);
        const [mail] = await smtp.until(await emailOf(marie), 1);
        await digest().tell(new Date(now.getTime() + 3_600_000));
        await quiet();
        assert.equal(smtp.to(await emailOf(marie)).length, 1);

        assert.equal(
          mail!.parsed.subject,
          'Guichet\u00a0: 1 échéance dépassée, 2 échéances proches, 3 nouvelles demandes',
        );
        assert.equal(mail!.parsed.from?.value[0]?.name, 'Guichet');
        const text = mail!.parsed.text!;
        const [, trilport, favril] = text.split(/MAIRIE (?:DU FAVRIL|DE TRILPORT)/);
        for (const part of [
          '1 échéance est dépassée.',
          '2 échéances arrivent',
          '2 nouvelles demandes attendent.',
        ])
          assert.ok(favril!.includes(part), part);
        assert.match(favril!, new RegExp(`En retard\\u00a0: réponse due le .*: ${late.reference}`));
        assert.match(favril!, new RegExp(`Accusé de réception dû le .*: ${soon.reference}`));
        assert.match(favril!, new RegExp(`Pièces attendues jusqu’au .*: ${items.reference}`));
        assert.ok(trilport!.includes('1 nouvelle demande attend.'));
        assert.ok(String(mail!.parsed.html).includes(`/plugins/guichet/inbox/${late.id}`));
        const all = everythingIn(mail!);
        for (const { email, trackingCode } of [late, soon, items, there])
          for (const secret of [email, trackingCode, angela.familyName, 'lampadaire', 'Éclairage'])
            assert.ok(!all.includes(secret), secret);
      });

      it('nothing leaves where nothing waits, in the evening, or on a day without work', async () => {
        await digest().tell(morningOf(nextDay()));
        await quiet();
        await sent();
        await digest().tell(new Date(`${nextDay()}T19:00:00Z`));
        await digest().tell(morningOf(nextDay((one) => !isWorked(one, 'national'))));
        await quiet();
        assert.deepEqual(smtp.to(await emailOf(marie)), []);
        await digest().tell(morningOf(nextDay()));
        await smtp.until(await emailOf(marie), 1);
      });

      it('an agent who does not want it is not written to', async () => {
        await sent();
        const choice = async (account: Account) =>
          (await account.call<Digest>('GET', adminPaths.inboxDigest)).body;
        assert.deepEqual(await choice(marie), { isOn: true });
        const off = await marie.call<Digest>('PUT', adminPaths.inboxDigest, { isOn: false });
        assert.deepEqual(
          [off.status, off.body, await choice(marie)],
          [200, { isOn: false }, { isOn: false }],
        );
        const other = await makeAccount(harness);
        await other.serves(ids.favril);
        assert.deepEqual(await choice(other), { isOn: true });
        await digest().tell(morningOf(nextDay()));
        await smtp.until(await emailOf(other), 1);
        await quiet();
        assert.deepEqual(smtp.to(await emailOf(marie)), []);
        await marie.call('PUT', adminPaths.inboxDigest, { isOn: true });
        await digest().tell(morningOf(nextDay()));
        await smtp.until(await emailOf(marie), 1);
      });

      it('who may approve is told of drafts, nobody is told of what others serve, nor once gone', async () => {
        const { id } = await sent();
        await due(id, { awaits_agent: false, awaits_approval: true });
        const mayor = await makeAccount(harness, 'guichet-mayor');
        await mayor.serves(ids.favril);
        const gone = await makeAccount(harness, 'guichet-mayor');
        await gone.serves(ids.favril);
        await harness.knex('admin_users').where({ id: gone.id }).update({ blocked: true });
        const stranger = await makeAccount(harness, 'guichet-mayor');
        await stranger.serves(ids.trilport);
        await digest().tell(morningOf(nextDay()));
        const [mail] = await smtp.until(await emailOf(mayor), 1);
        assert.ok(mail!.parsed.text!.includes('1 décision attend votre approbation.'));
        assert.equal(mail!.parsed.from?.value[0]?.name, 'Mairie du Favril');
        await quiet();
        for (const account of [marie, gone, stranger]) assert.deepEqual(smtp.to(await emailOf(account)), []);
      });

      it('a mail that came back is told of until somebody has done something about it', async () => {
        const { id } = await sent();
        await getService(harness.strapi, 'bounces').record(
          { id: randomUUID(), kind: 'decision', requestId: id },
          '5.1.1',
        );
        await due(id, { awaits_agent: false });
        await digest().tell(morningOf(nextDay()));
        const [mail] = await smtp.until(await emailOf(marie), 1);
        assert.match(mail!.parsed.text!, /1 demande a un courriel qui n’a pas pu être remis/);
        const note = { action: 'note', message: 'Appelée.', seen: (await read(id)).version };
        const noted = await marie.call('POST', adminPaths.inboxActions.replace(':id', id), note);
        assert.equal(noted.status, 200);
        assert.equal((await read(id)).isUndelivered, false);
        assert.equal((await bounced(id)).length, 1);
      });

      it('the end of the time that a text sets for an answer is told two days before', async () => {
        const manager = await makeAccount(harness, 'guichet-manager');
        await manager.serves(ids.favril);
        const { status: made } = await manager.call(
          'POST',
          adminPaths.readyMadeProcedures.replace(':id', ids.favril),
          { readyMade: 'accessibility' },
        );
        assert.equal(made, 200);
        getService(harness.strapi, 'administration').refresh();
        const email = `r${randomUUID()}@boite.example`;
        const formToken = begun(harness, ids.favril);
        const body = aRequest({
          procedure: 'accessibilite',
          nature: 'complaint',
          sender: { ...angela, email },
        });
        const { status, body: created } = await send(harness, { ...body, formToken });
        assert.equal(status, 201);
        const told = () =>
          smtp
            .to('mairie@lefavril.example')
            .filter(
              ({ parsed }) =>
                parsed.subject!.startsWith('Échéance proche') && parsed.subject!.includes(created.reference),
            );
        const inDays = (days: number) => new Date(Date.now() + days * 86_400_000);
        await getService(harness.strapi, 'law').keepDeadlines(inDays(3));
        await quiet();
        assert.equal(told().length, 0);
        for (const days of [6, 6, 7]) await getService(harness.strapi, 'law').keepDeadlines(inDays(days));
        while (!told().length) await sleep(20);
        await quiet();
        assert.equal(told().length, 1);
        assert.match(told()[0]!.parsed.text!, /Cette demande attend une réponse avant la fin du/);
      });

      it('a deadline is told once: to whom the request is assigned, else to the service', async () => {
        const lastDay = daysAfter(today(), 1);
        const remind = () => getService(harness.strapi, 'law').keepDeadlines(new Date());
        const deadlines = (address: string) =>
          smtp.to(address).filter(({ parsed }) => parsed.subject!.startsWith('Échéance proche'));
        const assigned = await sent();
        const path = adminPaths.inboxActions.replace(':id', assigned.id);
        const manager = await makeAccount(harness, 'guichet-manager');
        await manager.serves(ids.favril);
        const { version } = await read(assigned.id);
        await manager.call('POST', path, { action: 'assign', to: marie.id, seen: version });
        const free = await sent();
        for (const { id } of [assigned, free]) await due(id, { silence_on: lastDay });
        await remind();
        await remind();
        const address = await emailOf(marie);
        while (!deadlines(address).length || !deadlines('mairie@lefavril.example').length) await sleep(20);
        await quiet();
        const references = (to: string) => deadlines(to).map(({ parsed }) => parsed.subject!.slice(-15));
        assert.deepEqual(references(address), [assigned.reference.slice(-15)]);
        assert.deepEqual(references('mairie@lefavril.example'), [free.reference.slice(-15)]);
      });
    });
  });
}
