/** What the law dates, through HTTP and with the schedule at chosen hours: acknowledgements, and what silence decides. */
import type { InboxPage, InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Nature, NewRequestBody } from '@guichet/contracts/request';
import { newRequest } from '@guichet/contracts/request';
import { receiptRoutes } from '@guichet/contracts/routes';
import { trackedRequest, type TrackedRequest } from '@guichet/contracts/tracking';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { up as restoreDates } from '../../packages/strapi-plugin/server/src/store/closed-deadlines.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { everythingIn, type SmtpCatcher, startSmtp } from '../smtp.js';
import { type Account, makeAccount } from './admin-calls.js';
import { angela, aRequest, begun, call, FAVRIL, openTracking, seed, send, sirenOf } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

const FRIDAY = new Date('2026-11-20T10:00:00Z');
const COURT = 'Tribunal administratif d’Orléans';

after(stopDatabases);

for (const database of databases) {
  describe(`what the law dates, on ${database}`, () => {
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
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    const law = () => getService(harness.strapi, 'law');
    const idOf = async (reference: string) =>
      (await harness.knex('guichet_requests').where({ reference }).first('id'))!.id as string;
    const today = () => Temporal.Now.plainDateISO('Europe/Paris');

    /** A request as the page sends it. */
    async function sent(changes: Partial<NewRequestBody> = {}) {
      const email = `r${randomUUID()}@boite.example`;
      const body = aRequest({ sender: { ...angela, email }, ...changes });
      const reply = await send(harness, { ...body, formToken: begun(harness, ids.favril) });
      assert.equal(reply.status, 201);
      return { ...reply.body, email, id: await idOf(reply.body.reference) };
    }

    /** A request received at a chosen hour. */
    async function receivedAt(now: Date, changes: Partial<NewRequestBody> = {}, code = '28148') {
      const tenant = (await getService(harness.strapi, 'administration').forCode(code))!;
      const email = `r${randomUUID()}@boite.example`;
      const requests = getService(harness.strapi, 'request');
      const formToken = requests.formToken(tenant, new Date(now.getTime() - 60_000));
      const created = await requests.submit({
        tenant,
        submission: newRequest.parse({
          ...aRequest({ sender: { ...angela, email }, ...changes }),
          formToken,
        }),
        idempotencyKey: randomUUID(),
        now,
      });
      return { ...created, email, id: await idOf(created.reference) };
    }

    async function tracked(
      { reference, trackingCode }: { reference: string; trackingCode: string },
      code = '28148',
    ): Promise<TrackedRequest> {
      const { status, body } = await openTracking(harness, { reference, trackingCode }, { code });
      assert.equal(status, 200);
      return trackedRequest.parse(body.request);
    }
    const kindsOf = async (request: Parameters<typeof tracked>[0]) =>
      (await tracked(request)).timeline.map(({ kind }) => kind);

    const open = async (id: string) =>
      (await marie.call<InboxRequest>('GET', adminPaths.inboxRequest.replace(':id', id))).body;
    const act = (id: string, action: object) =>
      marie.call<InboxRequest>('POST', adminPaths.inboxActions.replace(':id', id), action);
    /** Signed on paper by whoever may. */
    async function grant(id: string): Promise<void> {
      const { version } = await open(id);
      const author = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie' };
      const decision = { outcome: 'granted', message: 'C’est d’accord.', author };
      const decide = { action: 'decide', seen: version, decision, signature: 'handwritten' };
      assert.equal((await act(id, decide)).status, 200);
    }
    async function acknowledge(id: string, nature: Nature): Promise<InboxRequest> {
      const { version } = await open(id);
      const { status, body } = await act(id, { action: 'acknowledge', seen: version, nature });
      assert.equal(status, 200, JSON.stringify(body));
      return body;
    }

    it('tells the resident at once what silence will decide, and by when the acknowledgement comes', async () => {
      const request = await tracked(await sent());
      assert.equal(request.acknowledgement, null);
      assert.equal(request.canWithdraw, true);
      assert.deepEqual(request.silence, {
        effect: 'rejection',
        date: today().add({ months: 2 }).toString(),
        basis: 'CRPA L231-4, 2°',
      });
      // Ten working days: two weeks, less the Sunday it may be, more the holidays there may be.
      const days = today().until(request.acknowledgementDueBy!).days;
      assert(days >= 12 && days <= 18, String(days));
    });

    for (const nature of ['question', 'declaration', 'information'] as const) {
      it(`decides nothing by silence about a ${nature}`, async () => {
        const request = await sent({ nature });
        assert.equal((await tracked(request)).silence, null);
        const { receipt } = (await acknowledge(request.id, nature)).timeline.at(-1)!;
        assert.deepEqual(Object.keys(receipt!).sort(), ['jws', 'kind', 'service']);
      });
    }

    it('acknowledges in one click, with every mention, by mail and in the tracker', async () => {
      const request = await sent({ recipient: 'voirie' });
      const before = await open(request.id);
      assert(before.actions.includes('acknowledge'));
      assert.equal(before.due?.for, 'acknowledgement');
      assert.deepEqual(before.legal.obstacles, ['not-acknowledged']);

      const acknowledged = await acknowledge(request.id, 'request');
      assert.deepEqual(acknowledged.legal.acknowledgement, { kind: 'sent', on: today().toString() });
      assert.deepEqual(acknowledged.legal.obstacles, []);
      assert.equal(acknowledged.due?.for, 'decision');

      const { acknowledgement } = await tracked(request);
      const date = today().add({ months: 2 }).toString();
      const { jws, ...mentions } = acknowledgement!;
      assert.match(jws!, /^[\w-]+\.[\w-]+\.[\w-]+$/);
      assert.deepEqual(mentions, {
        kind: 'acknowledgement',
        sentOn: today().toString(),
        service: {
          name: 'Mairie du Favril, Service voirie',
          address: '1 place de l’Église, 28190 Le Favril',
          email: 'voirie@lefavril.example',
          phone: '01 99 00 28 15',
        },
        silence: { effect: 'rejection', date, basis: 'CRPA L231-4, 2°' },
        appeal: { body: COURT, delay: 'P2M', online: 'https://citoyens.telerecours.fr' },
      });
      const mails = await smtp.until(request.email, 2);
      const mail = everythingIn(mails.at(-1)!);
      for (const mention of [request.reference, COURT, 'L231-4', '01 99 00 28 15', 'Service voirie']) {
        assert(mail.includes(mention), `the mail lacks ${mention}`);
      }
      // The attached code is this acknowledgement's, and verifies.
      const code = mails.at(-1)!.parsed.attachments.find(({ contentType }) => contentType === 'text/plain');
      assert.equal(code!.content.toString(), jws);
      const verified = await fetch(harness.origin + receiptRoutes.receiptVerification, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Origin: 'http://127.0.0.1' },
        body: JSON.stringify({ jws }),
      });
      assert.deepEqual([verified.status, ((await verified.json()) as { valid: boolean }).valid], [200, true]);
      const again = await act(request.id, {
        action: 'acknowledge',
        seen: acknowledged.version,
        nature: 'request',
      });
      assert.equal(again.status, 409);
    });

    it('requalified after its acknowledgement: a corrected one, the same date of reception', async () => {
      const request = await sent();
      await acknowledge(request.id, 'request');
      const corrected = await acknowledge(request.id, 'document');
      assert.equal(corrected.legal.nature, 'document');
      assert.deepEqual(
        corrected.timeline.slice(-2).map(({ kind, nature }) => [kind, nature]),
        [
          ['requalified', 'document'],
          ['acknowledged', null],
        ],
      );
      const seen = await tracked(request);
      assert.equal(seen.nature, 'document');
      assert.equal(seen.receivedAt, request.receivedAt);
      assert.equal(seen.silence?.date, today().add({ months: 1 }).toString());
      assert.match(seen.acknowledgement!.appeal!.body, /CADA/);
      await smtp.until(request.email, 3);
    });

    it('acknowledges by itself on the eighth working day, once however many run', async () => {
      const request = await receivedAt(FRIDAY);
      await law().keepDeadlines(new Date('2026-12-01T22:59:00Z'));
      assert.deepEqual(await kindsOf(request), ['received']);
      const due = new Date('2026-12-01T23:00:00Z');
      await Promise.all([law().keepDeadlines(due), law().keepDeadlines(due)]);
      await law().keepDeadlines(due);
      assert.deepEqual(await kindsOf(request), ['received', 'acknowledged']);
      const { acknowledgement } = await tracked(request);
      assert.equal(acknowledgement?.sentOn, '2026-12-02');
      assert.equal(acknowledgement.silence?.date, '2027-01-20');
      assert.equal((await smtp.until(request.email, 2)).length, 2);
    });

    it('records a tacit refusal once its last day is over, with how to challenge it', async () => {
      const request = await receivedAt(FRIDAY);
      await law().keepDeadlines(new Date('2026-12-05T10:00:00Z'));
      await law().keepDeadlines(new Date('2027-01-20T22:59:00Z'));
      assert.deepEqual(await kindsOf(request), ['received', 'acknowledged']);
      const over = new Date('2027-01-20T23:00:00Z');
      await Promise.all([law().keepDeadlines(over), law().keepDeadlines(over)]);
      assert.deepEqual(await kindsOf(request), ['received', 'acknowledged', 'tacitly-refused']);
      const { decision, silence } = await tracked(request);
      assert.equal(silence, null);
      assert.deepEqual(decision, {
        kind: 'tacitly-refused',
        on: '2027-01-20',
        // CJA R421-2: two months, not counting their first day nor their last.
        appeal: {
          body: COURT,
          delay: 'P2M',
          online: 'https://citoyens.telerecours.fr',
          lastDay: '2027-03-22',
        },
      });
      assert.deepEqual((await open(request.id)).legal.obstacles, []);
    });

    it('reminds the service a week before, once, and not of what was decided', async () => {
      const request = await receivedAt(FRIDAY);
      const decided = await receivedAt(FRIDAY);
      await grant(decided.id);
      const reminders = (reference: string) =>
        smtp.to('mairie@lefavril.example').filter((mail) => {
          const subject = mail.parsed.subject ?? '';
          return subject.startsWith('Échéance proche') && subject.includes(reference);
        });
      await law().keepDeadlines(new Date('2027-01-12T12:00:00Z'));
      await new Promise((done) => setTimeout(done, 300));
      assert.equal(reminders(request.reference).length, 0);
      const week = new Date('2027-01-13T12:00:00Z');
      await Promise.all([law().keepDeadlines(week), law().keepDeadlines(week)]);
      await law().keepDeadlines(new Date('2027-01-15T12:00:00Z'));
      for (let i = 0; i < 100 && !reminders(request.reference).length; i++) {
        await new Promise((done) => setTimeout(done, 50));
      }
      await new Promise((done) => setTimeout(done, 500));
      const [mail, ...more] = reminders(request.reference);
      assert.match(mail!.parsed.text!, /avant la fin du 20 janvier 2027, la loi considérera que c’est non/);
      assert.equal(more.length, 0);
      assert.equal(reminders(decided.reference).length, 0);
    });

    it('dates what came before dates were kept, whatever one of them lacks', async () => {
      // In the order in which they are gone through.
      const [orphan, whole] = [await sent(), await sent()].sort((one, other) =>
        one.id < other.id ? -1 : 1,
      ) as [Awaited<ReturnType<typeof sent>>, Awaited<ReturnType<typeof sent>>];
      const ids = [orphan.id, whole.id];
      await harness.knex('guichet_events').whereIn('request_id', ids).update({ on: null, facts: null });
      await harness.knex('guichet_requests').whereIn('id', ids).update({ silence_on: null, due_on: null });
      const row = () =>
        harness.knex('guichet_requests').where({ id: whole.id }).first('silence_on', 'due_on');
      const dated = { silence_on: today().add({ months: 2 }).toString() };
      // Nobody answers for it any more.
      const { administration_id: home } = (await harness
        .knex('guichet_requests')
        .where({ id: orphan.id })
        .first('administration_id'))!;
      await harness.knex('guichet_requests').where({ id: orphan.id }).update({ administration_id: 'gone' });
      await law().dateOld();
      assert.equal((await row())!.silence_on, dated.silence_on);
      await harness.knex('guichet_requests').where({ id: orphan.id }).update({ administration_id: home });
      await law().dateOld();
      assert.equal((await tracked(orphan)).silence?.date, dated.silence_on);
    });

    it('catches up after a stop of months, and says what it cost', async () => {
      const request = await receivedAt(FRIDAY);
      await law().keepDeadlines(new Date('2027-03-01T10:00:00Z'));
      assert.deepEqual(await kindsOf(request), ['received', 'acknowledged', 'tacitly-refused']);
      assert.deepEqual((await open(request.id)).legal.obstacles, ['acknowledged-after-silence']);
    });

    it('records what silence decided where an answer had decided nothing', async () => {
      const request = await receivedAt(FRIDAY);
      const { version } = await open(request.id);
      await act(request.id, { action: 'answer', seen: version, message: 'Nous regardons.' });
      assert.equal((await tracked(request)).silence?.date, '2027-01-20');
      await law().keepDeadlines(new Date('2027-03-01T10:00:00Z'));
      assert.deepEqual(await kindsOf(request), ['received', 'answered', 'acknowledged', 'tacitly-refused']);
    });

    it('goes on where closing decided nothing: who was answered by telephone is acknowledged, and silence decides', async () => {
      const request = await receivedAt(FRIDAY);
      const { version } = await open(request.id);
      const { body: closed } = await act(request.id, { action: 'close', seen: version });
      assert.deepEqual([closed.status, closed.awaitsAgent], ['closed', false]);
      assert.equal(closed.legal.silence?.date, '2027-01-20');
      assert.equal((await tracked(request)).silence?.date, '2027-01-20');
      // As it was closed before closing left the dates as they are.
      const dates = ['acknowledge_on', 'silence_on', 'due_on', 'due_for'];
      const row = () => harness.knex('guichet_requests').where({ id: request.id });
      const kept = await row().first(...dates);
      await row().update(Object.fromEntries(dates.map((column) => [column, null])));
      await restoreDates(harness.knex);
      assert.deepEqual(await row().first(...dates), kept);
      await law().keepDeadlines(new Date('2027-03-01T10:00:00Z'));
      assert.deepEqual(await kindsOf(request), ['received', 'closed', 'acknowledged', 'tacitly-refused']);
      assert.equal((await open(request.id)).status, 'closed');
    });

    it('decides of what was rejected as abusive, which nobody is written of', async () => {
      const { body } = await send(harness, aRequest({ sender: { ...angela, email: 'abus@boite.example' } }));
      const id = await idOf(body.reference);
      assert.equal((await act(id, { action: 'reject', seen: 1 })).status, 200);
      await law().keepDeadlines(new Date('2027-03-01T10:00:00Z'));
      assert.deepEqual(await kindsOf(body), ['received', 'closed', 'tacitly-refused']);
      const marker = await receivedAt(FRIDAY);
      await grant(marker.id);
      await smtp.until(marker.email, 2);
      assert.deepEqual(smtp.to('abus@boite.example'), []);
    });

    it('records no silence about what was decided', async () => {
      const request = await receivedAt(FRIDAY);
      await grant(request.id);
      const { bearer } = await bearerOf(request);
      await call(
        harness,
        'POST',
        'trackingMessages',
        '28148',
        { message: 'Merci !' },
        {
          bearer,
          key: randomUUID(),
        },
      );
      await law().keepDeadlines(new Date('2027-03-01T10:00:00Z'));
      assert.deepEqual(await kindsOf(request), ['received', 'granted', 'message']);
      assert.equal((await open(request.id)).legal.acknowledgement.kind, 'not-due');
    });

    it('counts the days of where the administration is', async () => {
      const { uid } = await getService(harness.strapi, 'administration').create({
        siren: sirenOf(973),
        insee: '97302',
        name: 'Mairie de Cayenne',
        kind: 'commune',
        timeZone: 'America/Cayenne',
        phone: '01 99 00 97 30',
        email: 'mairie@cayenne.example',
        address: '1 rue de Rémire, 97300 Cayenne',
        origins: [FAVRIL],
      });
      // Still Thursday there; 27 November to 10 December hold no holiday of Guyane.
      const request = await receivedAt(new Date('2026-11-20T02:00:00Z'), {}, '97302');
      const { silence, acknowledgementDueBy } = await tracked(request, '97302');
      assert.equal(silence?.date, '2027-01-19');
      assert.equal(acknowledgementDueBy, '2026-12-03');
      await marie.serves(ids.favril, uid);
      await law().keepDeadlines(new Date('2027-01-20T02:59:00Z'));
      assert.equal((await tracked(request, '97302')).decision, null);
      await law().keepDeadlines(new Date('2027-01-20T03:00:00Z'));
      const { decision } = await tracked(request, '97302');
      assert.equal(decision?.on, '2027-01-19');
      assert.equal(decision.appeal?.body, 'Tribunal administratif de Cayenne');
    });

    const bearerOf = async ({ reference, trackingCode }: { reference: string; trackingCode: string }) => ({
      bearer: (await openTracking(harness, { reference, trackingCode })).body.token,
    });

    it('is withdrawn by its author, once, and then decides nothing', async () => {
      const request = await sent();
      const { bearer } = await bearerOf(request);
      const key = randomUUID();
      const withdraw = () =>
        call<TrackedRequest>(harness, 'POST', 'trackingWithdrawal', '28148', {}, { bearer, key });
      const [first, second] = await Promise.all([withdraw(), withdraw()]);
      assert.deepEqual([first.status, second.status], [201, 201]);
      const seen = await tracked(request);
      assert.deepEqual(
        seen.timeline.map(({ kind }) => kind),
        ['received', 'withdrawn'],
      );
      assert.deepEqual(
        [seen.status, seen.canWrite, seen.canWithdraw, seen.silence, seen.acknowledgementDueBy],
        ['closed', false, false, null, null],
      );
      const other = await call(
        harness,
        'POST',
        'trackingWithdrawal',
        '28148',
        {},
        {
          bearer,
          key: randomUUID(),
        },
      );
      assert.deepEqual([other.status, other.body.code], [409, 'request-closed']);
    });

    it('lists what waits by legal urgency', async () => {
      const ids = [
        await receivedAt(new Date('2026-11-10T10:00:00Z'), { subject: 'Avant' }),
        await receivedAt(new Date('2026-11-18T10:00:00Z'), { subject: 'Après' }),
        await receivedAt(new Date('2026-11-09T10:00:00Z'), { subject: 'Encore avant' }),
      ].map(({ id }) => id);
      // Acknowledged, it is due last although it came first; a question is due for nothing but its acknowledgement.
      await acknowledge(ids[2]!, 'request');
      const question = await receivedAt(new Date('2026-11-01T10:00:00Z'), { nature: 'question' });
      await acknowledge(question.id, 'question');
      ids.push(question.id);
      const { body } = await marie.call<InboxPage>('POST', adminPaths.inboxSearch, { box: 'waiting' });
      const shown = body.rows.map(({ id }) => id).filter((id) => ids.includes(id));
      assert.deepEqual(shown, [ids[0], ids[1], ids[2], ids[3]]);
      assert.deepEqual(body.rows.find(({ id }) => id === ids[1])?.due, {
        for: 'acknowledgement',
        on: '2026-12-02',
        daysLeft: today().until('2026-12-02').days,
      });
    });
  });
}
