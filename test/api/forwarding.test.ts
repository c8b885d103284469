/** Requests sent to the wrong administration reach the one that is competent (CRPA L114-2 to L114-4). */
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { ForwardTargets, InboxPage } from '@guichet/contracts/admin/inbox';
import { LINK_FRAGMENT } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { Temporal } from 'temporal-polyfill';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type SmtpCatcher, startSmtp } from '../smtp.js';
import { aPdf } from '../../packages/strapi-plugin/server/src/features/attachments/testing/files.js';
import { type Account, makeAccount } from './admin-calls.js';
import { download, upload } from './attachment-calls.js';
import {
  aRequest,
  angela,
  begun,
  call,
  openTracking,
  seed,
  send,
  sirenOf,
  trilport,
  TRILPORT,
} from './calls.js';
import { inboxOf, mailsAbout, type Received, receivedAt, residentOf } from './examined.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

const today = Temporal.Now.plainDateISO('Europe/Paris').toString();
const there = { code: '77475', origin: TRILPORT };

/** The last noon of Greenwich: the same day everywhere from Cayenne to Paris. */
function lastNoon(): Date {
  const noon = new Date();
  noon.setUTCHours(12, 0, 0, 0);
  if (noon > new Date()) noon.setUTCDate(noon.getUTCDate() - 1);
  return noon;
}

for (const database of databases) {
  describe(`a request for another administration, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let marie: Account;
    let paul: Account;

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
      paul = await makeAccount(harness, undefined, { firstname: 'Paul', lastname: 'Mercier' });
      await marie.serves(ids.favril);
      await paul.serves(ids.trilport);
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    const inbox = (account = marie) => inboxOf(account);
    const toTrilport = () => ({ action: 'forward', to: { kind: 'here', administrationId: ids.trilport } });
    const received = (changes = {}) => receivedAt(harness, new Date(), { recipient: 'voirie', ...changes });
    const until = async (to: string, about: Received, subject: RegExp) =>
      (await mailsAbout(smtp, to, about, subject)).find(({ parsed }) => subject.test(parsed.subject ?? ''))!;

    it('is forwarded out of the hosting: who wrote it is told who answers, and the mairie decides no more', async () => {
      // Who refuses to be answered electronically is still told.
      const request = await received({ sender: { ...angela, refusesElectronicReply: true } });
      const to = { kind: 'elsewhere', name: 'Communauté de communes', contact: 'contact@agglo.example' };
      const after = await inbox().does(request.id, {
        action: 'forward',
        to,
        message: 'Elle s’occupe des déchets.',
      });
      assert.equal(after.legal.forwardedTo, 'Communauté de communes');
      assert.deepEqual(after.actions, ['answer', 'assign', 'note', 'close']);
      assert.deepEqual([after.awaitsAgent, after.due, after.legal.silence], [false, null, null]);
      const seen = await residentOf(harness, request).sees();
      assert.deepEqual(seen.forwarded, { on: today, name: to.name, contact: to.contact });
      assert.equal(seen.timeline.at(-1)!.message, 'Elle s’occupe des déchets.');
      const { parsed } = await until(request.email, request, /transmise/);
      assert.match(parsed.text!, /Communauté de communes/);
      // Silence decides there, not here.
      await getService(harness.strapi, 'law').keepDeadlines(
        new Date(Temporal.Now.instant().add({ hours: 24 * 100 }).epochMilliseconds),
      );
      assert.equal((await inbox().open(request.id)).timeline.at(-1)!.kind, 'forwarded');
    });

    it('finds whom to forward to within the hosting', async () => {
      const find = async (search: string) =>
        (await marie.call<ForwardTargets>('POST', adminPaths.inboxAdministrations, { search })).body
          .administrations;
      assert.deepEqual(
        (await find('trilp')).map(({ id, code, name }) => ({ id, code, name })),
        [{ id: ids.trilport, code: '77475', name: 'Mairie de Trilport' }],
      );
      assert.deepEqual(
        (await find('7747')).map(({ id }) => id),
        [ids.trilport],
      );
      assert.equal((await find('')).length, 2);
    });

    it('changes hands under its reference: the competent reads and acknowledges it, the first no more', async () => {
      const request = await received();
      await inbox().does(request.id, { action: 'note', message: 'À ne pas répéter' });
      await inbox().does(request.id, { action: 'assign', to: marie.id });
      await inbox().does(request.id, { action: 'acknowledge', nature: 'request' });
      const { appeal } = (await residentOf(harness, request).sees()).acknowledgement!;
      assert.equal(appeal?.body, 'Tribunal administratif d’Orléans');
      const left = await inbox().does(request.id, toTrilport());
      assert.deepEqual(left.forwardedTo, {
        id: ids.trilport,
        code: '77475',
        name: 'Mairie de Trilport',
        accent: null,
      });
      assert.equal(
        (await inbox().act(request.id, { action: 'note', seen: 5, message: 'Encore ?' })).status,
        404,
      );
      const row = (await harness.knex('guichet_requests').where({ id: request.id }).first())!;
      assert.deepEqual([row.administration_id, row.recipient], [ids.trilport, null]);

      const there = await inbox(paul).open(request.id);
      assert.equal(there.reference, request.reference);
      assert.equal(there.content.sender.email, request.email);
      assert.equal(there.assignedTo, null);
      assert.deepEqual(
        there.timeline.map(({ kind }) => kind),
        ['received', 'acknowledged', 'forwarded'],
      );
      assert.ok(!JSON.stringify(there).includes('répéter'));
      assert.equal(there.legal.acknowledgement.kind, 'due');
      assert.ok(there.actions.includes('acknowledge'));
      await until('mairie@trilport.example', request, /Nouvelle demande/);
      const { parsed } = await until(request.email, request, /transmise/);
      assert.match(parsed.from!.text, /Favril/);

      const acknowledged = await inbox(paul).does(request.id, { action: 'acknowledge', nature: 'request' });
      assert.equal(acknowledged.legal.acknowledgement.kind, 'sent');
      const seen = await residentOf(harness, request).sees();
      assert.equal(seen.acknowledgement?.appeal?.body, 'Tribunal administratif de Melun');
      assert.equal(seen.acknowledgement.service.name, 'Mairie de Trilport');
      assert.deepEqual(seen.forwarded?.name, 'Mairie de Trilport');
    });

    it('is followed by its author from both sites, by code, by bearer and by link', async () => {
      const request = await received();
      const oldUrl = await getService(harness.strapi, 'tracking').link(request.id, 'tracking');
      const { token } = (await openTracking(harness, request as never)).body ?? {};
      assert.equal(token, undefined, 'only a reference and a code open it');
      const here = residentOf(harness, request);
      const bearer = (await here.opened()).body.token;
      await inbox().does(request.id, toTrilport());

      for (const resident of [here, residentOf(harness, request, there)]) {
        const seen = await resident.sees();
        assert.deepEqual(seen.timeline.map(({ kind }) => kind).slice(0, 2), ['received', 'forwarded']);
        assert.equal((await resident.sends('trackingMessages', { message: 'Bonjour.' })).status, 201);
      }
      const { timeline } = await inbox(paul).open(request.id);
      assert.deepEqual(
        timeline.map(({ kind }) => kind),
        ['received', 'forwarded', 'message', 'message'],
      );
      const read = await fetch(`${harness.origin}/api/guichet/administrations/28148/tracking/request`, {
        headers: { Origin: 'https://www.lefavril.example', Authorization: `Bearer ${bearer}` },
      });
      assert.equal(read.status, 200);

      const newUrl = await getService(harness.strapi, 'tracking').link(request.id, 'tracking');
      assert.match(newUrl, /administrations\/77475\/tracking/);
      const control = angela.familyName;
      const byLink = (url: string, options: object) =>
        openTracking(harness, { link: url.split(LINK_FRAGMENT)[1], control }, options);
      assert.equal((await byLink(oldUrl, {})).status, 200);
      assert.equal((await byLink(newUrl, there)).status, 200);
    });

    it('takes its files along, for its author and for who answers', async () => {
      const { body: file } = await upload(harness, aPdf());
      const request = await received({ attachments: [file.id] });
      const bearer = (await residentOf(harness, request).opened()).body.token;
      const before = await download(harness, file.id, { bearer });
      assert.equal(before.status, 200);
      await inbox().does(request.id, toTrilport());
      assert.deepEqual((await download(harness, file.id, { bearer })).bytes, before.bytes);
      const { timeline } = await inbox(paul).open(request.id);
      assert.equal(timeline[0]!.attachments[0]?.id, file.id);
      const path = adminPaths.inboxAttachment.replace(':id', request.id).replace(':attachmentId', file.id);
      assert.equal((await paul.call('GET', path)).status, 200);
      assert.equal((await marie.call('GET', path)).status, 404);
    });

    it('is told where it went to whoever had it and searches for its reference, and to nobody else', async () => {
      const request = await received();
      const found = async (account: Account, search: string) => {
        const { body } = await account.call<InboxPage>('POST', adminPaths.inboxSearch, {
          box: 'all',
          search,
        });
        return { rows: body.rows.map(({ reference }) => reference), passedOn: body.passedOn };
      };
      const { reference } = request;
      assert.deepEqual(await found(marie, reference), { rows: [reference], passedOn: null });
      await inbox().does(request.id, toTrilport());
      const { rows, passedOn } = await found(marie, reference.toLowerCase().replaceAll('-', ' '));
      assert.deepEqual(rows, []);
      assert.deepEqual(
        [passedOn?.reference, passedOn?.to, passedOn?.at.slice(0, 4)],
        [reference, 'Mairie de Trilport', today.slice(0, 4)],
      );
      assert.deepEqual(Object.keys(passedOn!).sort(), ['at', 'reference', 'to']);
      assert.deepEqual(await found(paul, reference), { rows: [reference], passedOn: null });
      assert.equal((await found(marie, angela.familyName)).passedOn, null);
      const stranger = await makeAccount(harness, undefined, { firstname: 'Zoé', lastname: 'Petit' });
      const elsewhere = { ...trilport, siren: sirenOf(46), insee: '45002', name: 'Mairie de Là-bas' };
      await stranger.serves((await getService(harness.strapi, 'administration').create(elsewhere)).uid);
      assert.equal((await found(stranger, reference)).passedOn, null);
    });

    it('is nothing to an administration that never had it', async () => {
      const elsewhere = { ...trilport, siren: sirenOf(45), insee: '45001', name: 'Mairie d’Ailleurs' };
      await getService(harness.strapi, 'administration').create(elsewhere);
      const request = await received();
      const { token } = (await residentOf(harness, request).opened()).body;
      const options = { code: '45001', origin: TRILPORT };
      const codes = async () => {
        const byCode = await residentOf(harness, request, options).opened();
        const { code, origin } = options;
        const byBearer = await call(harness, 'GET', 'trackedRequest', code, undefined, {
          origin,
          bearer: token,
        });
        return [byCode.status, byBearer.status];
      };
      assert.deepEqual(await codes(), [404, 401]);
      await inbox().does(request.id, toTrilport());
      assert.deepEqual(await codes(), [404, 401]);
    });

    it('is found again by what is sent again, before or after it changed hands', async () => {
      const key = randomUUID();
      const body = { ...aRequest(), formToken: begun(harness, ids.favril) };
      const first = await send(harness, body, { key });
      const { reference, trackingCode } = first.body;
      const { id } = (await harness.knex('guichet_requests').where({ reference }).first('id'))!;
      const here = residentOf(harness, { reference, trackingCode });
      const message = randomUUID();
      await here.sends('trackingMessages', { message: 'Une fois.' }, message);
      await inbox().does(id, toTrilport());
      assert.deepEqual((await send(harness, body, { key })).body, first.body);
      assert.equal((await here.sends('trackingMessages', { message: 'Une fois.' }, message)).status, 201);
      const sent = (await inbox(paul).open(id)).timeline.filter(({ kind }) => kind === 'message');
      assert.equal(sent.length, 1);
    });

    it('forwarded as a suspect lets its receipt go, in the name of who received it', async () => {
      const { body } = await send(
        harness,
        aRequest({ sender: { ...angela, email: `s${randomUUID()}@boite.example` } }),
      );
      const { id } = (await harness
        .knex('guichet_requests')
        .where({ reference: body.reference })
        .first('id'))!;
      await inbox().does(id, toTrilport());
      const { content, suspicion } = await inbox(paul).open(id);
      assert.equal(suspicion, 'released');
      const about = { id, ...body, email: content.sender.email };
      const { parsed } = await until(content.sender.email, about, /enregistrement/);
      assert.match(parsed.from!.text, /Favril/);
      await until('mairie@trilport.example', about, /Nouvelle demande/);
      assert.ok(!smtp.to('mairie@lefavril.example').some(({ raw }) => raw.includes(body.reference)));
    });

    it('goes on from one to the next, and back, and counts the way to go to court from where it is decided', async (test) => {
      // At night, Cayenne would decide the day before it became competent.
      test.mock.timers.enable({ apis: ['Date'], now: lastNoon() });
      const cayenne = await getService(harness.strapi, 'administration').create({
        ...trilport,
        siren: sirenOf(973),
        insee: '97302',
        name: 'Mairie de Cayenne',
        timeZone: 'America/Cayenne',
      });
      const there = await makeAccount(harness, undefined, { firstname: 'Aimée', lastname: 'Rémire' });
      await there.serves(cayenne.uid);
      const request = await received();
      await inbox().does(request.id, toTrilport());
      const to = { kind: 'here', administrationId: cayenne.uid };
      await inbox(paul).does(request.id, { action: 'forward', to });
      const author = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie' };
      const decision = { outcome: 'refused', message: 'Non.', author, reasons: 'not-required' };
      const decided = await inbox(there).does(request.id, {
        action: 'decide',
        decision,
        signature: 'handwritten',
      });
      // Two months, one more for who lives in metropolitan France (CJA R421-7), and not its last day.
      const months = Temporal.PlainDate.from(decided.legal.decision!.on).add({ months: 3 });
      assert.ok(decided.legal.decision!.appealLastDay! > months.toString());
      for (const code of ['28148', '77475', '97302']) {
        const origin = code === '28148' ? {} : { origin: TRILPORT };
        const seen = await residentOf(harness, request, { code, ...origin }).sees();
        assert.equal(seen.decision?.appeal?.body, 'Tribunal administratif de Cayenne');
      }

      const back = await received();
      await inbox().does(back.id, toTrilport());
      const home = { kind: 'here', administrationId: ids.favril };
      await inbox(paul).does(back.id, { action: 'forward', to: home });
      assert.equal((await inbox().open(back.id)).reference, back.reference);
      assert.equal((await inbox(paul).act(back.id, { action: 'close', seen: 3 })).status, 404);
    });

    it('goes to no administration that is not, nor to the one that has it, nor decided or withdrawn', async () => {
      const request = await received();
      for (const administrationId of ['nowhere', ids.favril]) {
        const forward = { action: 'forward', to: { kind: 'here', administrationId } };
        assert.equal(
          await inbox().refused(request.id, forward),
          'validation-failed, to.administrationId unknown',
        );
      }
      await residentOf(harness, request).sends('trackingWithdrawal');
      assert.equal(await inbox().refused(request.id, toTrilport()), 'not-possible');
    });

    it('cannot be moved by its columns alone', async () => {
      const request = await received();
      await harness
        .knex('guichet_requests')
        .where({ id: request.id })
        .update({ administration_id: ids.trilport });
      const { status } = await paul.call('GET', adminPaths.inboxRequest.replace(':id', request.id));
      assert.equal(status, 500);
      await harness
        .knex('guichet_requests')
        .where({ id: request.id })
        .update({ administration_id: ids.favril });
    });
  });
}
