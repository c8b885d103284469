/** What the mairie is told by itself: mails that came back, and each morning what waits. */
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { InboxPage, InboxRequest } from '@guichet/contracts/admin/inbox';
import { hostingRoutes } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { aNotification } from '../../packages/strapi-plugin/server/src/features/bounces/testing/notifications.js';
import { type Received, type SmtpCatcher, startSmtp } from '../smtp.js';
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
  });
}
