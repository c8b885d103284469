/** Requests that agents forward to a système of the competent administration’s (Open311), and follow there. */
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { OperatedRequests } from '@guichet/contracts/admin/operated';
import { reportText } from '@guichet/contracts/admin/report';
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  API_KEY,
  type Open311Server,
  startOpen311,
} from '../../packages/strapi-plugin/server/src/connectors/open311/testing/system.js';
import { pollDue } from '../../packages/strapi-plugin/server/src/features/operated/polling.js';
import { sendReport } from '../../packages/strapi-plugin/server/src/features/operated/reporting.js';
import { eraseRequest } from '../../packages/strapi-plugin/server/src/store/erasure.js';
import { Postponed } from '../../packages/strapi-plugin/server/src/jobs/queue.js';
import { inTransaction } from '../../packages/strapi-plugin/server/src/store/write.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type SmtpCatcher, startSmtp } from '../smtp.js';
import { type Account, makeAccount } from './admin-calls.js';
import { angela, seed } from './calls.js';
import { inboxOf, mailsAbout, type Received, receivedAt, residentOf } from './examined.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';
import { makeOperator, makeTeleprocedure, type TestOperator } from './operators.js';
import { openPage, textOf } from './plain-page.js';

after(stopDatabases);

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const description = 'Nid-de-poule profond sur la D922, à la sortie du bourg.';
const report = { description, address: 'D922, Le Favril', position: null, reporter: [] as string[] };
const nobodyStops = new AbortController().signal;

for (const database of databases) {
  describe(`a request for a département that speaks Open311, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let system: Open311Server;
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let marie: Account;
    let paul: Account;
    let operator: TestOperator;
    let roads: { slug: string; id: string };

    before(async () => {
      smtp = await startSmtp();
      system = await startOpen311();
      harness = await startHarness({
        database,
        smtpPort: smtp.port,
        config: {
          rates: { send: generous, sendToAdministration: generous, track: generous, read: generous },
        },
      });
      ids = await seed(harness);
      marie = await makeAccount(harness);
      paul = await makeAccount(harness, undefined, { firstname: 'Paul', lastname: 'Mercier' });
      await marie.serves(ids.favril);
      await paul.serves(ids.trilport);
      operator = await makeOperator(harness, system.origin);
      roads = await makeTeleprocedure(harness, operator, {
        furthest: 'link',
        statuses: [],
        secret: API_KEY,
        connector: {
          name: 'open311',
          settings: {
            origin: system.origin,
            path: '/georeport/v2',
            serviceCode: 'nid-de-poule',
            jurisdictionId: 'eureetloir.example',
          },
        },
      });
      await harness
        .knex('guichet_teleprocedures')
        .where({ id: roads.id })
        .update({ offer: JSON.stringify({ to: 'administrations', ids: [ids.favril] }) });
      getService(harness.strapi, 'teleprocedures').refresh();
    });
    beforeEach(() => {
      Object.assign(system, { mood: 'ok', batch: 'no', lists: true });
    });
    after(async () => {
      await harness.stop();
      system.stop();
      await smtp.stop();
    });

    const inbox = (account = marie) => inboxOf(account);
    const received = (changes = {}) =>
      receivedAt(harness, new Date(), { subject: 'Trou sur la route', ...changes });
    const to = (changes: object = {}, slug = roads.slug) => ({
      action: 'forward',
      to: { kind: 'system', teleprocedure: slug, report: { ...report, ...changes } },
    });
    const isTaken =
      ({ reference }: Received) =>
      ({ fields }: Open311Server['requests'][number]) =>
        fields['description']?.includes(reference) ?? false;
    const arrived = (about: Received) => system.requests.filter(isTaken(about));
    const sendingOf = async (id: string) =>
      (await harness.knex('guichet_operated').where({ id }).first('sending'))?.['sending'] as string;
    /** Until the queue has tried once. */
    async function tried(id: string, ...states: string[]): Promise<InboxRequest> {
      for (let i = 0; i < 400; i++) {
        const row = await harness.knex('guichet_operated').where({ id }).first('sending', 'stale_since');
        const isKept = row && (['sent', 'failed'].includes(row['sending']) || row['stale_since'] !== null);
        if (isKept && states.includes(row['sending'])) return inbox().open(id);
        await new Promise((done) => setTimeout(done, 25));
      }
      return assert.fail(`${await sendingOf(id)} is none of ${states.join(', ')}`);
    }
    /** As the queue does at its time. @returns the minutes until it does again; null: never */
    async function attempt(id: string, now = new Date()): Promise<number | null> {
      try {
        await sendReport(harness.strapi, id, now, nobodyStops);
        return null;
      } catch (error) {
        if (!(error instanceof Postponed)) throw error;
        return Math.round((error.until.getTime() - now.getTime()) / MINUTE);
      }
    }
    const poll = (now: Date) => pollDue(harness.strapi, now, nobodyStops);
    const kinds = ({ timeline }: { timeline: readonly { kind: string }[] }) =>
      timeline.map(({ kind }) => kind);
    /** In the hands of the system, whatever its mood: what the queue did is waited for. */
    async function asked(mood: Open311Server['mood'], ...states: string[]) {
      const request = await received();
      system.mood = mood;
      await inbox().does(request.id, to());
      // The queue holds it until then: from here on it is tried at a time of our choice.
      await tried(request.id, ...states);
      return request;
    }

    it('offers the system to the communes it is offered to, by its operator’s name', async () => {
      const request = await received();
      assert.deepEqual((await inbox().open(request.id)).reportTargets, [
        { slug: roads.slug, title: 'Inscription en crèche', operator: 'Crèches de l’agglo' },
      ]);
      await inbox().does(request.id, {
        action: 'forward',
        to: { kind: 'here', administrationId: ids.trilport },
      });
      assert.deepEqual((await inbox(paul).open(request.id)).reportTargets, []);
      const before = system.calls.length;
      assert.equal(
        await inbox(paul).refused(request.id, to()),
        'validation-failed, to.teleprocedure unknown',
      );
      assert.equal((await inbox(marie).act(request.id, { ...to(), seen: 2 })).status, 404);
      assert.equal(system.calls.length, before);
      assert.equal(await sendingOf(request.id), undefined);
    });

    it('takes no other téléprocédure, nor one that is off, nor what lacks a place or a word', async () => {
      const creche = await makeTeleprocedure(harness, operator);
      const request = await received();
      for (const slug of [creche.slug, 'nulle-part'])
        assert.equal(
          await inbox().refused(request.id, to({}, slug)),
          'validation-failed, to.teleprocedure unknown',
        );
      assert.match(await inbox().refused(request.id, to({ address: null })), /address required/);
      assert.match(await inbox().refused(request.id, to({ description: ' ' })), /description required/);
      await harness.knex('guichet_teleprocedure_choices').insert({
        administration_id: ids.favril,
        teleprocedure_id: roads.id,
        is_on: false,
        title: '',
        introduction: '',
        contact: null,
        version: 1,
      });
      getService(harness.strapi, 'teleprocedures').refresh();
      assert.deepEqual((await inbox().open(request.id)).reportTargets, []);
      assert.match(await inbox().refused(request.id, to()), /unknown/);
      await harness.knex('guichet_teleprocedure_choices').delete();
      getService(harness.strapi, 'teleprocedures').refresh();
    });

    it('is sent as the agent saw it, without who wrote it; forwarded once it is taken, and its author told', async () => {
      const request = await received();
      const after = await inbox().does(request.id, {
        ...to({ position: { latitude: 48.31, longitude: 1.07 } }),
        message: 'Cette route est au département.',
      });
      assert.equal(after.timeline.at(1)!.kind, 'report-asked');
      assert.deepEqual(after.timeline.at(1)!.report?.description, description);
      const { legal, report: followed, actions, timeline } = await tried(request.id, 'sent');
      assert.deepEqual(kinds({ timeline }), ['received', 'report-asked', 'forwarded']);
      assert.equal(timeline.at(-1)!.agentName, after.timeline.at(1)!.agentName);
      const [taken = assert.fail()] = arrived(request);
      assert.equal(arrived(request).length, 1);
      assert.deepEqual(taken.fields, {
        api_key: API_KEY,
        service_code: 'nid-de-poule',
        description: reportText(description, request.reference),
        lat: '48.31',
        long: '1.07',
        address_string: 'D922, Le Favril',
      });
      assert.equal(legal.forwardedTo, 'Crèches de l’agglo');
      assert.ok(!actions.includes('forward') && !actions.includes('decide'));
      assert.deepEqual(followed, {
        operator: { name: 'Crèches de l’agglo', phone: '02 99 00 12 34' },
        state: 'sent',
        why: null,
        reference: String(taken.id),
        agency: 'Service des routes',
        status: 'in-progress',
        steps: [
          {
            at: '2026-11-21T09:00:00.000Z',
            label: 'Signalement ouvert',
            note: 'Merci',
            status: 'in-progress',
          },
        ],
        staleSince: null,
      });
      const mails = await mailsAbout(smtp, request.email, request, /transmise/);
      assert.match(mails.at(-1)!.parsed.text!, /Crèches de l’agglo/);
      const seen = await residentOf(harness, request).sees();
      assert.deepEqual(kinds(seen), ['received', 'forwarded']);
      assert.equal(seen.timeline.at(-1)!.message, 'Cette route est au département.');
      assert.match(seen.forwarded!.contact, /^02 99 00 12 34\ncreches@agglo\.example/);
      assert.deepEqual(seen.forwarded!.followed, {
        reference: String(taken.id),
        agency: 'Service des routes',
        steps: [{ on: '2026-11-21', label: 'Signalement ouvert', note: 'Merci' }],
        staleSince: null,
      });
    });

    it('tells of who wrote it what the agent ticks, from the request itself', async () => {
      const request = await received({ sender: { ...angela, phone: '02 37 00 00 00' } });
      await inbox().does(request.id, to({ reporter: ['name', 'phone'] }));
      await tried(request.id, 'sent');
      const { first_name, last_name, phone, email } = arrived(request)[0]!.fields;
      assert.deepEqual(
        [first_name, last_name, phone, email],
        [angela.givenName, angela.familyName, '02 37 00 00 00', undefined],
      );
    });

    it('is followed to its end, by the agent, by its author and without JavaScript', async () => {
      const request = await received();
      await inbox().does(request.id, to());
      await tried(request.id, 'sent');
      const [there = assert.fail()] = arrived(request);
      await poll(new Date(Date.now() + HOUR));
      assert.equal((await inbox().open(request.id)).report!.steps.length, 1);
      Object.assign(there, {
        status: 'closed',
        status_notes: 'Rebouché le 24.',
        updated_datetime: '2026-11-25T10:00:00Z',
      });
      await poll(new Date(Date.now() + 2 * DAY));
      const ended = await inbox().open(request.id);
      assert.deepEqual(
        [ended.report!.status, ended.report!.steps.at(-1)!.note, ended.awaitsAgent],
        ['closed', 'Rebouché le 24.', true],
      );
      assert.equal(ended.timeline.at(-1)!.kind, 'report-ended');
      assert.ok(ended.actions.includes('close'));
      await poll(new Date(Date.now() + 4 * DAY));
      assert.equal(kinds(await inbox().open(request.id)).filter((kind) => kind === 'report-ended').length, 1);
      const seen = await residentOf(harness, request).sees();
      assert.deepEqual(
        [seen.status, seen.forwarded!.followed!.steps.at(-1)!.label],
        ['closed', 'Signalement clos'],
      );
      assert.deepEqual(kinds(seen), ['received', 'forwarded'], 'how it was sent is the mairie’s affair');
      // Unreachable: since when, for the resident too.
      Object.assign(system, { mood: 'away' });
      await poll(new Date(Date.now() + 8 * DAY));
      assert.ok((await residentOf(harness, request).sees()).forwarded!.followed!.staleSince);
      assert.ok((await inbox().open(request.id)).report!.staleSince);
    });

    it('is read without JavaScript as in the widget', async () => {
      const request = await received();
      await inbox().does(request.id, to());
      await tried(request.id, 'sent');
      const { reference, trackingCode } = request;
      const door = await openPage(harness.origin + pathOf('trackingPage', '28148'), {
        origin: 'http://127.0.0.1',
      });
      const page = await door.press('open', { reference, trackingCode });
      const text = textOf(page.document).replace(/\s+/g, ' ');
      for (const said of [
        'Ce qu’indique « Crèches de l’agglo »',
        '21 novembre 2026 : Signalement ouvert (Merci)',
        'Service des routes',
        String(arrived(request)[0]!.id),
      ])
        assert.ok(text.includes(said), `${said}\n${text}`);
    });

    it('is found among those made at operators by who serves the mairie, once it is there', async () => {
      const waiting = await asked('busy', 'waiting');
      system.mood = 'ok';
      const request = await received();
      await inbox().does(request.id, to());
      await tried(request.id, 'sent');
      const find = async (reference: string, account = marie) =>
        (
          await account.call<OperatedRequests>('POST', adminPaths.operatedSearch, { reference })
        ).body.requests.map((one) => one.reference);
      assert.deepEqual(await find(request.reference), [request.reference]);
      assert.deepEqual(await find(waiting.reference), []);
      assert.deepEqual(await find(request.reference, paul), []);
    });

    it('gets an id later where the system gives a token first', async () => {
      system.batch = 'pending';
      const request = await received();
      await inbox().does(request.id, to());
      const there = await tried(request.id, 'sent');
      assert.deepEqual([there.report!.reference, there.report!.state], [null, 'sent']);
      system.batch = 'done';
      await poll(new Date(Date.now() + HOUR));
      system.batch = 'no';
      assert.equal((await inbox().open(request.id)).report!.reference, String(arrived(request)[0]!.id));
    });

    it('waits while the system is busy or not there, later each time, then arrives once', async () => {
      const request = await asked('busy', 'waiting');
      const waiting = await inbox().open(request.id);
      assert.deepEqual([waiting.report!.state, waiting.awaitsAgent], ['waiting', false]);
      assert.ok(waiting.report!.staleSince);
      assert.deepEqual((await residentOf(harness, request).sees()).forwarded, null);
      // Nobody forwards it twice, nor elsewhere meanwhile; it can be answered.
      assert.ok(!waiting.actions.includes('forward') && waiting.actions.includes('answer'));
      assert.equal(await inbox().refused(request.id, to()), 'not-possible');
      const waits = [];
      for (let i = 0; i < 3; i++) waits.push(await attempt(request.id));
      assert.deepEqual(waits, [20, 40, 80]);
      assert.equal(arrived(request).length, 0);
      system.mood = 'ok';
      assert.equal(await attempt(request.id), null);
      assert.equal(await attempt(request.id), null, 'run twice, it does nothing more');
      assert.deepEqual([arrived(request).length, await sendingOf(request.id)], [1, 'sent']);
    });

    it('comes back to the agent after two days of nobody there', async () => {
      const request = await asked('busy', 'waiting');
      assert.equal(await attempt(request.id, new Date(Date.now() + 3 * DAY)), null);
      const { report: followed, awaitsAgent, actions } = await inbox().open(request.id);
      assert.deepEqual([followed!.state, followed!.why, awaitsAgent], ['failed', 'down', true]);
      assert.ok(actions.includes('forward'));
      // Sent again, it arrives.
      system.mood = 'ok';
      await inbox().does(request.id, to({ address: 'D922, à la sortie' }));
      await tried(request.id, 'sent');
      assert.deepEqual(
        arrived(request).map(({ fields }) => fields['address_string']),
        ['D922, à la sortie'],
      );
    });

    it('comes back to the agent at once where it is refused, and its author is told nothing', async () => {
      const request = await received();
      system.mood = 'refuses';
      await inbox().does(request.id, to());
      const { report: followed, timeline, legal } = await tried(request.id, 'failed');
      assert.deepEqual([followed!.why, timeline.at(-1)!.why], ['refused', 'refused']);
      assert.equal(legal.forwardedTo, null);
      const seen = await residentOf(harness, request).sees();
      assert.deepEqual([seen.forwarded, kinds(seen)], [null, ['received']]);
      assert.equal(arrived(request).length, 0);
    });

    for (const mood of ['deaf', 'half', 'nonsense', 'page', 'down'] as const)
      it(`is never sent twice where the system is ${mood}: it is looked for, found or told of`, async () => {
        const request = await asked(mood, 'trying');
        const sent = () =>
          system.calls.filter(({ method, body }) => method === 'POST' && body.includes(request.reference))
            .length;
        assert.equal(sent(), 1);
        system.mood = 'ok';
        const isThere = mood === 'deaf';
        if (isThere) system.lists = false;
        const waits = [await attempt(request.id), await attempt(request.id)];
        assert.deepEqual(waits, [10, 20]);
        system.lists = true;
        assert.equal(await attempt(request.id), null);
        const { report: followed, awaitsAgent } = await inbox().open(request.id);
        assert.deepEqual(
          [followed!.state, followed!.why, awaitsAgent],
          isThere ? ['sent', null, false] : ['failed', 'unsure', true],
        );
        assert.deepEqual([sent(), arrived(request).length], [1, isThere ? 1 : 0]);
      });

    it('is looked for, and not sent again, where its process ended in the midst of it', async () => {
      const request = await asked('busy', 'waiting');
      await harness.knex('guichet_operated').where({ id: request.id }).update({ sending: 'trying' });
      system.mood = 'ok';
      assert.equal(await attempt(request.id), 20);
      assert.equal(arrived(request).length, 0);
    });

    it('is not sent any more once it was withdrawn, answered by a decision or closed', async () => {
      const request = await asked('busy', 'waiting');
      system.mood = 'ok';
      await residentOf(harness, request).sends('trackingWithdrawal');
      assert.equal(await attempt(request.id), null);
      const after = await inbox().open(request.id);
      assert.deepEqual(
        [after.report!.why, after.status, after.awaitsAgent, arrived(request).length],
        ['moot', 'closed', false, 0],
      );
    });

    it('is not sent to a system that is no longer offered', async () => {
      const request = await asked('busy', 'waiting');
      system.mood = 'ok';
      const { offer } = (await harness
        .knex('guichet_teleprocedures')
        .where({ id: roads.id })
        .first('offer'))!;
      const offers = async (offered: string) => {
        await harness.knex('guichet_teleprocedures').where({ id: roads.id }).update({ offer: offered });
        getService(harness.strapi, 'teleprocedures').refresh();
      };
      await offers(JSON.stringify({ to: 'administrations', ids: [ids.trilport] }));
      assert.equal(await attempt(request.id), null);
      assert.equal((await inbox().open(request.id)).report!.why, 'unlinked');
      await offers(offer as string);
      assert.equal(arrived(request).length, 0);
    });

    it('is sent once by two nodes at the same time', async () => {
      const request = await asked('busy', 'waiting');
      system.mood = 'ok';
      await Promise.allSettled([attempt(request.id), attempt(request.id), attempt(request.id)]);
      assert.equal(arrived(request).length, 1);
      assert.equal(await sendingOf(request.id), 'sent');
    });

    it('leaves nothing in the clear, and nothing at all once it is eliminated', async () => {
      const canary = `Canari${randomUUID().slice(0, 8)}`;
      const request = await received();
      await inbox().does(request.id, to({ description: `${canary} dans la chaussée` }));
      await tried(request.id, 'sent');
      Object.assign(arrived(request)[0]!, { status: 'closed', status_notes: canary });
      await poll(new Date(Date.now() + DAY));
      assert.equal((await inbox().open(request.id)).report!.steps.at(-1)!.note, canary);
      for (const table of ['guichet_operated', 'guichet_operated_steps', 'guichet_events'])
        assert.ok(!JSON.stringify(await harness.knex(table)).includes(canary), table);
      await inTransaction(harness.strapi, (trx) =>
        eraseRequest(trx, request.id, { outcome: 'eliminated', at: new Date().toISOString() }),
      );
      assert.equal(await sendingOf(request.id), undefined);
      assert.equal(
        await harness.knex('guichet_operated_steps').where({ request_id: request.id }).first(),
        undefined,
      );
    });
  });
}
