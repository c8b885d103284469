/** Requests once they are closed: kept as the archives agreed, proposed to them, and shredded only then. */
import { type AdminPath, adminPaths } from '@guichet/contracts/admin/paths';
import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type { AdminProcedures } from '@guichet/contracts/admin/procedures';
import type { Retention, RetentionSettings, SlipSheet } from '@guichet/contracts/admin/retention';
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { aPdf } from '../../packages/strapi-plugin/server/src/features/attachments/testing/files.js';
import { adminRoutes } from '../../packages/strapi-plugin/server/src/index.js';
import { keepPassing } from '../../packages/strapi-plugin/server/src/features/retention/passing.js';
import { inTransaction } from '../../packages/strapi-plugin/server/src/store/write.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount, type Refused } from './admin-calls.js';
import { upload } from './attachment-calls.js';
import { call, seed, TRILPORT } from './calls.js';
import { openPage } from './plain-page.js';
import { inboxOf, receivedAt, type Received, residentOf } from './examined.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

const pathTo = (path: AdminPath, id: string) => adminPaths[path].replace(':id', id);

const DAY_MS = 86_400_000;
const yearsAgo = (years: number) => new Date(Date.now() - years * 366 * DAY_MS);
const today = () => new Intl.DateTimeFormat('fr-CA', { timeZone: 'Europe/Paris' }).format(new Date());

const agreement = { reference: '2024/17', date: '2024-05-02' };
const destroy: RetentionSettings = {
  here: { period: { count: 2, unit: 'years' }, finalAction: 'destroy', agreement },
  transit: null,
};
const keep: RetentionSettings = {
  here: { period: { count: 1, unit: 'years' }, finalAction: 'keep', agreement },
  transit: null,
};
const visa = () => ({
  reference: 'AD28 2026-112',
  date: today(),
  service: 'Archives départementales d’Eure-et-Loir',
});

/** Where a request's own name may stay once it was eliminated: with its reference and dates, and no person. */
const staying = ['guichet_events', 'guichet_remains', 'guichet_slip_items'];

for (const database of databases) {
  describe(`what becomes of closed requests, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let marie: Account;

    const ask = <T>(path: AdminPath, id: string, body?: object, account = marie) =>
      account.call<T & Refused>(body ? 'POST' : 'GET', pathTo(path, id), body);
    const state = async () => (await ask<Retention>('retention', ids.favril)).body;
    const general = async () => (await state()).groups.find(({ slug }) => slug === 'contact')!;

    /** What is kept of the general form from now on. */
    async function keeps(
      retention: RetentionSettings,
      account = marie,
      id = ids.favril,
    ): Promise<AdminAdministration> {
      const { body } = await account.call<AdminAdministration>('GET', pathTo('administration', id));
      const { version, successor: _, readers: __, mayManage: ___, mayConfigure: ____, ...rest } = body;
      const { lacks: _____, integration: ______, id: _______, ...known } = rest;
      const { holidays: ________, imported: _________, ...form } = known;
      const stored = await account.call<AdminAdministration>('PUT', pathTo('administration', id), {
        ...form,
        retention,
        seen: version,
      });
      assert.equal(stored.status, 200, JSON.stringify(stored.body));
      return stored.body;
    }

    /** A question that was closed so many years ago. */
    async function closedFor(years: number, changes = {}): Promise<Received> {
      const received = await receivedAt(harness, yearsAgo(years), { nature: 'question', ...changes });
      await inboxOf(marie).does(received.id, { action: 'close' });
      await harness
        .knex('guichet_requests')
        .where({ id: received.id })
        .update({ closed_at: yearsAgo(years).toISOString() });
      return received;
    }

    async function makes(finalAction: 'destroy' | 'keep', procedures = ['contact']): Promise<string> {
      const made = await ask<Retention>('retentionSlips', ids.favril, { finalAction, procedures });
      assert.equal(made.status, 200, JSON.stringify(made.body));
      return made.body.slips[0]!.id;
    }

    async function agrees(slip: string): Promise<void> {
      const agreed = await ask<Retention>('retentionAgreement', slip, visa());
      assert.equal(agreed.status, 200, JSON.stringify(agreed.body));
      for (let looks = 0; looks < 300; looks++) {
        const [found] = (await state()).slips.filter(({ id }) => id === slip);
        if (found?.state === 'done') return;
        await sleep(50);
      }
      assert.fail('the list was not executed');
    }

    const sheetOf = async (slip: string) => (await ask<SlipSheet>('retentionSlip', slip)).body;
    const outcomeOf = async (slip: string, { reference }: Received) =>
      (await sheetOf(slip)).rows.find((row) => row.reference === reference)?.outcome;
    const isThere = async ({ id }: Received) =>
      Boolean(await harness.knex('guichet_requests').where({ id }).first('id'));

    async function hold({ id }: Received, end = false): Promise<void> {
      const { version } = await inboxOf(marie).open(id);
      const held = await ask<{ version: number }>(end ? 'retentionHoldEnd' : 'retentionHold', id, {
        reason: 'Recours devant le tribunal',
        seen: version,
      });
      assert.equal(held.status, 200, JSON.stringify(held.body));
    }

    before(async () => {
      harness = await startHarness({ database, config: { rates: { send: generous, track: generous } } });
      ids = await seed(harness);
      marie = await makeAccount(harness, 'guichet-manager');
      await marie.serves(ids.favril);
    });
    after(() => harness.stop());

    it('proposes nothing while nobody has said how long, and the administration’s page says so', async () => {
      await closedFor(30);
      assert.deepEqual(
        { ...(await general()) },
        { slug: 'contact', title: null, rule: null, waiting: 1, due: null, listed: 0, held: 0 },
      );
      const { lacks } = await keeps({ here: null, transit: null });
      const lack = {
        what: 'retention',
        procedure: null,
        basis: 'code du patrimoine, R212-13',
        entails: 'never-eliminated',
      };
      assert.deepEqual(
        lacks.filter(({ what }) => what === 'retention'),
        [lack],
      );
      const none = await ask('retentionSlips', ids.favril, {
        finalAction: 'destroy',
        procedures: ['contact'],
      });
      assert.equal(none.status, 409);
      const after = await keeps(destroy);
      assert.deepEqual(
        after.lacks.filter(({ what }) => what === 'retention'),
        [],
      );
      assert.equal((await general()).due?.count, 1);
    });

    it('counts from the closing, and never what is open, undecided or too young', async () => {
      const before = (await general()).due!.count;
      const old = await closedFor(3);
      await closedFor(1);
      const open = await receivedAt(harness, yearsAgo(3), { nature: 'question' });
      // A request that was closed without a decision: silence has yet to decide.
      const undecided = await receivedAt(harness, new Date(), { nature: 'request' });
      await inboxOf(marie).does(undecided.id, { action: 'close' });
      const kept = await harness.knex('guichet_requests').whereIn('id', [open.id, undecided.id]);
      assert.deepEqual(
        kept.map(({ closed_at }) => closed_at),
        [null, null],
      );
      const { due } = await general();
      assert.equal(due?.count, before + 1);
      assert.ok(due.oldest <= due.newest);
      await inboxOf(marie).does(old.id, { action: 'reopen' });
      assert.equal((await general()).due?.count, before);
    });

    it('lists without a person, and destroys only with the archives’ agreement, leaving no readable trace', async () => {
      const { knex, strapi } = harness;
      const canary = `Canari${randomUUID().slice(0, 8)}`;
      const file = (await upload(harness, aPdf(canary), { name: `${canary}.pdf` })).body.id;
      const subject = `${canary} objet`;
      const received = await receivedAt(harness, yearsAgo(4), {
        nature: 'question',
        subject,
        message: `${canary} message`,
        attachments: [file],
      });
      const { does } = inboxOf(marie);
      await does(received.id, { action: 'note', message: `${canary} note` });
      await does(received.id, { action: 'answer', message: `${canary} réponse` });
      await getService(strapi, 'tracking').link(received.id, 'tracking');
      await does(received.id, { action: 'close' });
      await knex('guichet_requests')
        .where({ id: received.id })
        .update({ closed_at: yearsAgo(3).toISOString() });

      /** All that would open or show something of it, as it lies in the database. */
      const row = (await knex('guichet_requests').where({ id: received.id }).first())!;
      const events = await knex('guichet_events').where({ request_id: received.id });
      const [attachment] = await knex('guichet_attachments').where({ request_id: received.id });
      const sealed: string[] = [
        ...['wrapped_key', 'content', 'tracking_hash', 'email_index'].map((column) => row[column]),
        ...events.map(({ content }) => content).filter(Boolean),
        attachment.wrapped_key,
        attachment.content,
        file,
      ];
      assert.ok(sealed.length >= 8);
      const earlier = await everything(harness);
      for (const text of sealed) assert.ok(earlier.includes(text), 'it is there before');
      assert.ok((await jobsOf(harness, received.id)) > 0);

      const slip = await makes('destroy');
      const sheet = await sheetOf(slip);
      assert.equal(sheet.state, 'made');
      assert.match(sheet.number, /^\d{4}-\d+$/);
      const listed = sheet.rows.find(({ reference }) => reference === received.reference)!;
      assert.equal(listed.files, 1);
      assert.equal(listed.agreement, '2024/17 du 02/05/2024');
      const csv = await (await marie.fetch(pathTo('retentionSlipCsv', slip))).text();
      assert.ok(csv.includes(received.reference));
      for (const text of [JSON.stringify(sheet), csv]) {
        for (const secret of [canary, 'Dubois', received.email]) assert.ok(!text.includes(secret));
      }
      // Listed, it is on no other list; not agreed to, it stays.
      const { due, listed: onLists } = await general();
      assert.deepEqual([due, onLists], [null, sheet.count]);
      await getService(strapi, 'shredder').eliminate(slip, received.id, new Date());
      assert.ok(await isThere(received));
      const early = await ask('retentionAgreement', slip, { ...visa(), date: '2020-01-01' });
      assert.deepEqual([early.status, early.body.error.details?.errors?.[0]?.path], [400, 'date']);

      await agrees(slip);
      assert.equal(await outcomeOf(slip, received), 'eliminated');
      const later = await everything(harness);
      for (const text of sealed) assert.ok(!later.includes(text), text);
      assert.ok(!later.includes(canary));
      assert.equal(await jobsOf(harness, received.id), 0);
      for (const table of await tablesOfRequests(harness)) {
        const named = (await knex(table).where({ request_id: received.id })).length;
        assert.equal(named > 0, staying.includes(table), `${table}: ${named}`);
      }
      assert.equal((await knex('guichet_attachment_chunks').where({ attachment_id: file })).length, 0);
      if (database === 'sqlite') {
        const files = readdirSync(harness.folder).filter((name) => name.startsWith('data.db'));
        const bytes = files.map((name) => readFileSync(join(harness.folder, name), 'latin1')).join('');
        for (const text of sealed) assert.ok(!bytes.includes(text), 'not in the file either');
      }

      const told = await knex('guichet_events').where({ request_id: received.id });
      assert.deepEqual(
        told.map(({ kind, content, agent_id, facts }) => [kind, content, agent_id, JSON.parse(facts).visa]),
        [['eliminated', null, null, `${visa().service}, ${visa().reference}, ${visa().date}`]],
      );
      const remains = await knex('guichet_remains').where({ request_id: received.id }).first();
      assert.deepEqual(
        [remains.reference, remains.procedure, remains.outcome, remains.tracking_hash],
        [received.reference, 'contact', 'eliminated', null],
      );
      // To its resident, and to agents, as if it had never been.
      assert.equal((await residentOf(harness, received).opened()).status, 404);
      const path = pathTo('inboxRequest', received.id);
      assert.equal((await marie.call('GET', path)).status, 404);
      // Once more changes nothing.
      await getService(strapi, 'shredder').eliminate(slip, received.id, new Date());
      assert.equal((await knex('guichet_remains').where({ request_id: received.id })).length, 1);
      const again = await ask('retentionAgreement', slip, visa());
      assert.equal(again.status, 409);
    });

    it('goes on after a stop in the middle', async () => {
      const both = [await closedFor(5), await closedFor(6)];
      const slip = await makes('destroy');
      // As a node that was killed leaves it: agreed to, its jobs lost.
      const { reference, date, service } = visa();
      await harness
        .knex('guichet_slips')
        .where({ id: slip })
        .update({ visa: reference, visa_on: date, visa_service: service, agreed_by: 'Marie Lenoir' });
      const shredder = getService(harness.strapi, 'shredder');
      await shredder.eliminate(slip, both[0]!.id, new Date());
      assert.deepEqual([await isThere(both[0]!), await isThere(both[1]!)], [false, true]);
      await shredder.catchUp(new Date());
      assert.equal(await isThere(both[1]!), false);
      assert.equal((await sheetOf(slip)).state, 'done');
    });

    it('takes off what is held or reopened between the list and its execution', async () => {
      const held = await closedFor(4);
      const reopened = await closedFor(4);
      const other = await closedFor(4);
      const slip = await makes('destroy');
      await hold(held);
      await inboxOf(marie).does(reopened.id, { action: 'reopen' });
      await inboxOf(marie).does(reopened.id, { action: 'close' });
      await agrees(slip);
      assert.deepEqual(
        [await outcomeOf(slip, held), await outcomeOf(slip, reopened), await outcomeOf(slip, other)],
        ['taken-off', 'taken-off', 'eliminated'],
      );
      assert.ok((await isThere(held)) && (await isThere(reopened)));
      const { timeline } = await inboxOf(marie).open(held.id);
      assert.deepEqual(
        timeline.slice(-1).map(({ kind, message, agentName }) => [kind, message, agentName]),
        [['held', 'Recours devant le tribunal', 'Marie Lenoir']],
      );
      const tracked = await residentOf(harness, held).sees();
      assert.ok(!JSON.stringify(tracked).includes('tribunal'), 'the reason is for colleagues');
      assert.equal((await general()).due, null);
      assert.equal((await general()).held, 1);
      await hold(held, true);
      assert.equal((await general()).due?.count, 1);
      const next = await makes('destroy');
      const sheets = [(await sheetOf(slip)).number, (await sheetOf(next)).number];
      assert.equal(Number(sheets[1]!.split('-')[1]), Number(sheets[0]!.split('-')[1]) + 1);
      await ask('retentionSlip', next);
      const withdrawn = await marie.call<Retention>('DELETE', pathTo('retentionSlip', next));
      assert.equal(withdrawn.status, 200);
      assert.equal((await general()).due?.count, 1, 'a list that was taken back leaves them due');
    });

    it('never gives a number twice: a list that was given up stays, and says who gave it up', async () => {
      const received = await closedFor(4);
      const first = await sheetOf(await makes('destroy'));
      const giveUp = (slip: string) => marie.call<Retention>('DELETE', pathTo('retentionSlip', slip));
      const [shown] = (await giveUp(first.id)).body.slips;
      assert.deepEqual(
        [shown!.number, shown!.state, shown!.withdrawn?.by],
        [first.number, 'withdrawn', 'Marie Lenoir'],
      );
      assert.ok(shown!.withdrawn!.at >= first.madeAt);
      assert.equal(await outcomeOf(first.id, received), 'taken-off');
      for (const late of [await giveUp(first.id), await ask('retentionAgreement', first.id, visa())])
        assert.equal(late.status, 409);

      const second = await sheetOf(await makes('destroy'));
      assert.equal(Number(second.number.split('-')[1]), Number(first.number.split('-')[1]) + 1);
      const atOnce = await Promise.all([giveUp(second.id), ask('retentionAgreement', second.id, visa())]);
      assert.deepEqual(atOnce.map(({ status }) => status).sort(), [200, 409]);
      while (['made', 'agreed'].includes((await sheetOf(second.id)).state)) await sleep(50);
      const { state: ended } = await sheetOf(second.id);
      assert.equal(await isThere(received), ended === 'withdrawn');
      if (ended === 'withdrawn') await agrees(await makes('destroy'));
    });

    it('hands over what is to be kept, and shreds it here only once the archives have it', async () => {
      await keeps(keep);
      const received = await closedFor(2);
      const wrong = await ask('retentionSlips', ids.favril, {
        finalAction: 'destroy',
        procedures: ['contact'],
      });
      assert.equal(wrong.status, 409, 'nothing of it is to be destroyed');
      const slip = await makes('keep');
      assert.ok(await isThere(received));
      await agrees(slip);
      assert.equal(await outcomeOf(slip, received), 'transferred');
      const remains = await harness.knex('guichet_remains').where({ request_id: received.id }).first();
      assert.equal(remains.outcome, 'transferred');
      await keeps(destroy);
    });

    it('refuses to let pass through what silence accepts, or decides after three months', async () => {
      const made = (silence: string | null) =>
        ask<AdminProcedures>('procedures', ids.favril, {
          title: `Démarche ${randomUUID()}`,
          nature: 'request',
          silence,
          retention: { ...destroy, transit: 'email' },
        });
      for (const silence of ['acceptance', 'local-enrolment-with-opinion', null]) {
        const { status, body } = await made(silence);
        assert.deepEqual(
          [status, body.error.details?.errors],
          [400, [{ path: 'retention.transit', code: 'not-allowed' }]],
          `${silence}`,
        );
      }
      const { status, body } = await made('general');
      assert.equal(status, 200);
      assert.equal(body.procedures[0]?.retention.transit, 'email');
    });

    describe('what only passes through', () => {
      const passes = (transit: 'email' | 'webhook') => keeps({ ...destroy, transit });
      const hourly = (now: Date) => keepPassing(harness.strapi, now);
      const inDays = (days: number) => new Date(Date.now() + days * DAY_MS);
      const jobsAbout = async ({ id }: Received) =>
        JSON.stringify(
          database === 'sqlite'
            ? await harness.knex('guichet_jobs').where({ request_id: id })
            : (
                await harness.knex.raw(`select data from guichet_jobs.job where data::text like ?`, [
                  `%${id}%`,
                ])
              ).rows,
        );

      it('is shredded days after the service has it and the acknowledgement left; its resident is told where it is', async () => {
        await passes('email');
        const received = await receivedAt(harness, new Date(), { nature: 'question' });
        const { does, open } = inboxOf(marie);
        assert.equal((await open(received.id)).retention.transit, 'awaited');
        assert.equal((await state()).transit.awaited, 1);
        await does(received.id, { action: 'acknowledge', nature: 'question' });
        const { version } = await open(received.id);
        const confirmed = await ask('retentionDelivery', received.id, { seen: version });
        assert.equal(confirmed.status, 200, JSON.stringify(confirmed.body));
        const resident = residentOf(harness, received);
        const told = await resident.sees();
        assert.deepEqual([told.canWrite, told.handedOver?.phone], [false, '01 99 00 28 14']);
        await hourly(inDays(2));
        assert.ok(await isThere(received), 'mails may still be on their way');
        // As an agent leaves it who writes to the resident on the fourth day.
        const changed = { updated_at: inDays(4).toISOString() };
        await harness.knex('guichet_requests').where({ id: received.id }).update(changed);
        await hourly(inDays(5));
        assert.ok(await isThere(received), 'so may that mail');
        await hourly(inDays(8));
        assert.equal(await isThere(received), false);
        const { body } = await resident.opened();
        assert.deepEqual(
          [body.request.reference, body.request.handedOver?.name, body.request.timeline],
          [received.reference, 'Mairie du Favril', []],
        );
        const read = await call<object>(harness, 'GET', 'trackedRequest', '28148', undefined, {
          bearer: body.token,
        });
        assert.deepEqual([read.status, read.body], [200, body.request]);
        const wrong = await residentOf(harness, {
          ...received,
          trackingCode: '4F7T-2MZK-8RWA-Q6PH',
        }).opened();
        assert.equal(wrong.status, 404);
        const elsewhere = await residentOf(harness, received, { code: '77475', origin: TRILPORT }).opened();
        assert.equal(elsewhere.status, 404);
        const kept = await harness.knex('guichet_events').where({ request_id: received.id });
        assert.deepEqual(
          kept.map(({ kind, agent_id }) => [kind, agent_id]),
          [['delivered', null]],
        );
        const { reference, trackingCode } = received;
        const address = harness.origin + pathOf('trackingPage', '28148');
        const door = await openPage(address, { origin: 'http://127.0.0.1' });
        const opened = await door.press('open', { reference, trackingCode });
        assert.match(opened.source, /Votre demande a été remise le/);
        assert.doesNotMatch(opened.source, /ne pouvez plus y ajouter|Les échanges/);
      });

      it('that nobody takes over in ten weeks is kept here, and its service told', async () => {
        const received = await receivedAt(harness, new Date(Date.now() - 72 * DAY_MS), {
          nature: 'question',
        });
        const young = await receivedAt(harness, new Date(), { nature: 'question' });
        await hourly(new Date());
        const { retention, due, awaitsAgent } = await inboxOf(marie).open(received.id);
        assert.deepEqual([retention.transit, due?.for, awaitsAgent], ['lapsed', 'acknowledgement', true]);
        assert.match(await jobsAbout(received), /transit-notice/);
        assert.doesNotMatch(await jobsAbout(young), /transit-notice/);
        const { lapsed } = (await state()).transit;
        assert.deepEqual(
          lapsed.map(({ reference }) => reference),
          [received.reference],
        );
        await hourly(inDays(1));
        assert.equal((await jobsAbout(received)).split('transit-notice').length, 2, 'once');
      });

      it('goes whole to the service’s own software, and a 2xx is its delivery', async () => {
        await passes('webhook');
        const { strapi } = harness;
        const file = (await upload(harness, aPdf('plan'), { name: 'plan.pdf' })).body.id;
        const received = await receivedAt(harness, new Date(), { nature: 'question', attachments: [file] });
        const { data, delivered } = getService(strapi, 'webhooks').makerOf('request.transferred');
        const body = (await data(received.id, ids.favril)) as Record<string, any>;
        assert.equal(body.reference, received.reference);
        assert.equal(body.sender.email, received.email);
        assert.equal(body.files[0].name, 'plan.pdf');
        assert.ok(Buffer.from(body.files[0].content, 'base64').equals(Buffer.from(aPdf('plan'))));
        assert.equal(await data(received.id, ids.trilport), null, 'nobody else is told');
        // Its resident adds to it while it is on its way: what was added leaves too, before anything is shredded.
        const sentAt = new Date().toISOString();
        const added = { message: 'La rue a changé de nom.' };
        assert.equal((await residentOf(harness, received).sends('trackingMessages', added)).status, 201);
        await harness.knex('guichet_webhook_endpoints').insert({
          id: 'service',
          administration_id: ids.favril,
          url: 'https://service.example/',
          types: 'request.transferred',
          ...{ wrapped_key: '', secret: '', key_id: '2026' },
        });
        await inTransaction(strapi, (trx) => delivered!(trx, received.id, sentAt));
        assert.equal((await inboxOf(marie).open(received.id)).retention.transit, 'awaited');
        assert.match(await jobsAbout(received), /request\.transferred/);
        await harness.knex('guichet_webhook_endpoints').delete();
        const whole = (await data(received.id, ids.favril)) as typeof body;
        assert.deepEqual(
          whole.messages.map(({ message }: { message: string }) => message),
          [added.message],
        );
        for (let times = 0; times < 2; times++)
          await inTransaction(strapi, (trx) => delivered!(trx, received.id, new Date().toISOString()));
        const { retention, timeline } = await inboxOf(marie).open(received.id);
        assert.equal(retention.transit, 'delivered');
        assert.equal(timeline.filter(({ kind }) => kind === 'delivered').length, 1);
        assert.equal(await data(received.id, ids.favril), null);
        await hold(received);
        await hourly(inDays(100));
        assert.ok(await isThere(received), 'a hold stops this too');
        await keeps(destroy);
      });
    });

    it('tells residents how long, or that the archives have not said', async () => {
      const terms = async () => (await fetch(harness.origin + pathOf('termsPage', '28148'))).text();
      getService(harness.strapi, 'administration').refresh();
      assert.match(await terms(), /Formulaire général\u00a0: gardées 2 ans après la clôture, puis détruites/);
      await keeps({ here: null, transit: null });
      assert.match(await terms(), /gardées jusqu’à ce que les archives aient dit pour combien de temps/);
      await keeps(destroy);
    });

    it('puts a request on one list, also where agents make one at once', async () => {
      await closedFor(4);
      const wanted = { finalAction: 'destroy', procedures: ['contact'] };
      const made = await Promise.all(
        Array.from({ length: 6 }, () => ask<Retention>('retentionSlips', ids.favril, wanted)),
      );
      assert.equal(made.filter(({ status }) => status === 200).length, 1);
      assert.equal(made.filter(({ status }) => status === 409).length, 5);
    });

    it('gives nothing of it to who serves another administration, nor to who may not', async () => {
      const held = await closedFor(4);
      const slip = await makes('destroy');
      const host = await makeAccount(harness, 'strapi-super-admin');
      const rene = await makeAccount(harness, 'guichet-manager');
      await rene.serves(ids.trilport);
      const reader = await makeAccount(harness, ['inbox.read']);
      await reader.serves(ids.favril);
      const routes = adminRoutes.filter(({ path }) => path.includes('/retention'));
      assert.equal(routes.length, 9);
      const bodies: Record<string, object> = {
        slips: { finalAction: 'destroy', procedures: ['contact'] },
        agreement: visa(),
        hold: { reason: 'Recours', seen: 1 },
        end: { reason: 'Recours', seen: 1 },
        delivery: { seen: 1 },
      };
      for (const { method, path } of routes) {
        const own = path.startsWith('/administrations')
          ? ids.favril
          : path.includes('/slips/')
            ? slip
            : held.id;
        const body = method === 'POST' ? bodies[path.split('/').at(-1)!] : undefined;
        const target = (id: string) => path.replace(':id', id);
        for (const account of [rene, host]) {
          const other = await account.call(method, target(own), body);
          const none = await account.call(method, target(randomUUID()), body);
          assert.equal(other.status, 404, `${method} ${path}`);
          assert.deepEqual(other.body, none.body);
        }
        assert.equal((await reader.call(method, target(own), body)).status, 403, `${method} ${path}`);
      }
      assert.equal((await sheetOf(slip)).state, 'made');
    });
  });
}

/** Every table that names requests, in the schemas of Strapi. */
async function tablesOfRequests({ database, knex }: Harness): Promise<string[]> {
  const rows: { name: string }[] =
    database === 'sqlite'
      ? await knex.raw(
          `select m.name from sqlite_master m join pragma_table_info(m.name) c on c.name = 'request_id' where m.type = 'table'`,
        )
      : (
          await knex.raw(
            `select table_name as name from information_schema.columns where column_name = 'request_id' and table_schema = 'public'`,
          )
        ).rows;
  const names = rows.map(({ name }) => name);
  assert.ok(names.includes('guichet_events') && names.length >= 7);
  return names;
}

/** Every row of every table, as one text; the bytes of files as well. */
async function everything({ database, knex }: Harness): Promise<string> {
  const tables: { schema?: string; name: string }[] =
    database === 'sqlite'
      ? await knex('sqlite_master').where({ type: 'table' }).select('name')
      : await knex('information_schema.tables')
          .where({ table_type: 'BASE TABLE' })
          .whereNotIn('table_schema', ['pg_catalog', 'information_schema'])
          .select({ schema: 'table_schema', name: 'table_name' });
  const rows = [];
  for (const { schema, name } of tables) rows.push(await knex(schema ? `${schema}.${name}` : name));
  return JSON.stringify(rows);
}

/** Jobs that wait for a request, or died. */
async function jobsOf({ database, knex }: Harness, requestId: string): Promise<number> {
  if (database === 'sqlite')
    return (await knex('guichet_jobs').where({ request_id: requestId }).whereNull('worker')).length;
  const { rows } = await knex.raw(
    `select id from guichet_jobs.job where state < 'active' and data::text like ?`,
    [`%${requestId}%`],
  );
  return rows.length;
}
