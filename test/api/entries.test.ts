import type { EntryCreated, NewEntry } from '@guichet/contracts/admin/entries';
import type { InboxPage, InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminPaths } from '@guichet/contracts/admin/paths';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SmtpCatcher, startSmtp } from '../smtp.js';
import { type Account, makeAccount } from './admin-calls.js';
import { openTracking, roads, seed } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

/** A civil date so many days from today, in Paris. */
function inDays(days: number): string {
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(new Date());
  return new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

for (const database of databases) {
  describe(`what an agent enters, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let marie: Account;

    before(async () => {
      smtp = await startSmtp();
      harness = await startHarness({ database, smtpPort: smtp.port });
      ids = await seed(harness);
      marie = await makeAccount(harness);
      await marie.serves(ids.favril);
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    const entry = (changes: Partial<NewEntry> = {}): NewEntry => ({
      key: randomUUID(),
      administrationId: ids.favril,
      channel: 'counter',
      receivedOn: inDays(0),
      nature: 'request',
      sender: { kind: 'individual', familyName: 'Dupont' },
      subject: 'Permission de voirie',
      message: 'Demande un échafaudage devant le 3 rue de la Mairie.',
      ...changes,
    });
    const enter = <T = EntryCreated>(body: object, account = marie) =>
      account.call<T>('POST', adminPaths.inboxEntries, body);
    const open = async (id: string) =>
      (await marie.call<InboxRequest>('GET', adminPaths.inboxRequest.replace(':id', id))).body;
    const problems = async (body: object) => {
      const reply = await enter<{ error: { details: { errors?: { path: string; code: string }[] } } }>(body);
      assert.equal(reply.status, 400, JSON.stringify(reply.body));
      return reply.body.error.details.errors?.map(({ path, code }) => `${path} ${code}`);
    };

    it('is a request like any: a reference, a code that opens it, an acknowledgement with its mentions', async () => {
      const { status, body } = await enter(entry());
      assert.equal(status, 200);
      assert.match(body.reference, /^28148-\d{4}-/);
      assert.equal(body.receipt.kind, 'acknowledgement');
      // CRPA R112-5: the service and its address, what silence means and when, how to challenge it.
      assert.equal(body.receipt.service.address, '1 place de l’Église, 28190 Le Favril');
      assert.equal(body.receipt.silence?.effect, 'rejection');
      assert.match(body.receipt.appeal!.body, /Orléans/);
      assert.equal(body.isIncomplete, false);
      assert.deepEqual([body.administration.name, body.channel], ['Mairie du Favril', 'counter']);

      const { reference, trackingCode } = body;
      const tracked = await openTracking(harness, { reference, trackingCode });
      assert.equal(tracked.status, 200);
      assert.equal(tracked.body.request.subject, 'Permission de voirie');

      const shown = await open(body.id);
      assert.deepEqual(
        [shown.channel, shown.legal.acknowledgement, shown.due?.for, shown.legal.obstacles],
        ['counter', { kind: 'sent', on: inDays(0) }, 'decision', []],
      );
      assert.deepEqual(
        shown.timeline.map(({ kind, agentName }) => [kind, agentName]),
        [
          ['received', null],
          ['acknowledged', 'Marie Lenoir, secrétaire de mairie'],
        ],
      );
      const search = { search: 'dupont', box: 'all' };
      const { rows } = (await marie.call<InboxPage>('POST', adminPaths.inboxSearch, search)).body;
      assert.deepEqual(
        rows.map(({ id, sender, channel }) => [id, sender, channel]),
        [[body.id, 'Dupont', 'counter']],
      );
      const event = await harness.knex('guichet_events').where({ request_id: body.id, seq: 1 }).first();
      assert.deepEqual([event.actor, event.agent_id], ['resident', marie.id]);
    });

    it('counts from the day it was received, which the reference bears', async () => {
      const { body } = await enter(entry({ channel: 'post', receivedOn: inDays(-30), nature: 'document' }));
      const { receivedAt, legal } = await open(body.id);
      assert.equal(receivedAt.slice(0, 10), inDays(-30));
      assert.equal(body.receivedOn, inDays(-30));
      assert.equal(body.reference.split('-')[1], inDays(-30).slice(0, 4));
      // One month, of which thirty days have passed (CRPA R*311-13).
      assert.ok(Date.parse(legal.silence!.date!) <= Date.parse(inDays(2)));
    });

    it('sends the receipt to who wants e-mails, and nothing to who does not', async () => {
      const email = 'angela.dupont@boite.example';
      const told = await enter(
        entry({ sender: { kind: 'individual', familyName: 'Dupont', email }, wantsEmails: true }),
      );
      assert.equal(told.body.isMailed, true);
      const mailed = () => smtp.mails.filter(({ to }) => to.includes(email));
      while (!mailed().length) await sleep(20);
      const { raw, parsed } = mailed()[0]!;
      assert.match(parsed.text!, /articles L112-3 et R112-5/);
      assert.deepEqual(parsed.attachments, []);
      assert.ok(raw.includes(told.body.reference));
      assert.ok(!raw.includes(told.body.trackingCode));

      const quiet = await enter(
        entry({ sender: { kind: 'individual', familyName: 'Dupont', email }, recipient: 'voirie' }),
      );
      const { content, version } = await open(quiet.body.id);
      assert.equal(content.sender.refusesElectronicReply, true);
      const correct = { action: 'acknowledge', seen: version, nature: 'complaint' };
      const path = adminPaths.inboxActions.replace(':id', quiet.body.id);
      assert.equal((await marie.call('POST', path, correct)).status, 200);
      // The service it is for is told: after it, nothing else is on its way.
      while (
        !smtp.mails.some(({ to, raw }) => to.includes(roads.email) && raw.includes(quiet.body.reference))
      )
        await sleep(20);
      const { body: failed } = await (
        await makeAccount(harness, ['inbox.read', 'deliveries.read', 'administrations.manage'])
      ).call<{ deliveries: unknown[] }>('GET', adminPaths.deliveries);
      assert.deepEqual(failed.deliveries, []);
      assert.equal(mailed().length, 1);
    });

    it('takes by telephone what asks for no decision, unidentified if need be, and acknowledges nothing', async () => {
      const call = entry({ channel: 'phone', nature: 'question', sender: { kind: 'minimal' } });
      const { body } = await enter(call);
      assert.equal(body.receipt.kind, 'registration');
      const shown = await open(body.id);
      assert.deepEqual(
        [shown.channel, shown.legal.acknowledgement.kind, shown.due],
        ['phone', 'not-due', null],
      );
      for (const nature of ['request', 'complaint', 'document', 'declaration'] as const)
        assert.deepEqual(await problems(entry({ channel: 'phone', nature })), ['nature not-allowed']);
      assert.deepEqual(await problems(entry({ sender: { kind: 'minimal' } })), ['sender.kind not-allowed']);
    });

    it('leaves the acknowledgement for later where it may not be owed (R112-4), and says what that costs', async () => {
      const { body } = await enter(entry({ acknowledge: false }));
      assert.equal(body.receipt.kind, 'registration');
      const { legal, actions } = await open(body.id);
      assert.deepEqual(legal.obstacles, ['not-acknowledged']);
      assert.ok(actions.includes('acknowledge'));
    });

    it('owes a name and the text, and checks what else is given, field by field', async () => {
      const bare = entry({ sender: { kind: 'individual' }, subject: ' ', message: '' });
      assert.deepEqual(await problems(bare), [
        'sender.familyName required',
        'subject required',
        'message required',
      ]);
      assert.deepEqual(await problems(entry({ sender: { kind: 'company', siret: '123' } })), [
        'sender.siret invalid',
        'sender.name required',
      ]);
      assert.deepEqual(await problems(entry({ wantsEmails: true })), ['sender.email required']);
      const wrong = { kind: 'individual', familyName: 'Dupont', email: 'a@b', phone: 'x' } as const;
      assert.deepEqual(
        await problems(
          entry({ sender: { ...wrong, postalAddress: { postalCode: '1', lines: ['x'.repeat(101)] } } }),
        ),
        [
          'sender.postalAddress.lines too-long',
          'sender.postalAddress.postalCode invalid',
          'sender.email invalid',
          'sender.phone invalid',
        ],
      );
      assert.deepEqual(await problems(entry({ receivedOn: inDays(1) })), ['receivedOn invalid']);
      assert.deepEqual(await problems(entry({ receivedOn: inDays(-400) })), ['receivedOn invalid']);
      assert.deepEqual(await problems(entry({ recipient: 'ailleurs' })), ['recipient unknown']);
    });

    it('is entered once, however often it is sent; with the same key nothing else is', async () => {
      const body = entry({ subject: 'Une seule fois' });
      const replies = await Promise.all([enter(body), enter(body), enter(body)]);
      assert.equal(new Set(replies.map((reply) => reply.body.trackingCode)).size, 1);
      const again = await enter({ ...body, subject: 'Autre chose' });
      assert.equal(again.status, 409);
      const [{ count }] = (await harness
        .knex('guichet_idempotency')
        .where({ key: body.key })
        .count({ count: '*' })) as [{ count: number | string }];
      assert.equal(Number(count), 1);
    });

    it('is for those who serve the administration and may answer', async () => {
      assert.deepEqual(await problems(entry({ administrationId: ids.trilport })), [
        'administrationId unknown',
      ]);
      const reader = await makeAccount(harness, ['inbox.read']);
      await reader.serves(ids.favril);
      assert.equal((await enter(entry(), reader)).status, 403);
    });

    it('keeps what was entered sealed', async () => {
      const { body } = await enter(entry({ sender: { kind: 'organisation', name: 'Canari du lavoir' } }));
      const row = await harness.knex('guichet_requests').where({ id: body.id }).first();
      assert.ok(!JSON.stringify(row).includes('Canari'));
      assert.equal(row.email_index, null);
      assert.ok(!harness.logs().includes('Canari'));
    });
  });
}
