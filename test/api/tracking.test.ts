import type { InboxPage, InboxRequest } from '@guichet/contracts/admin/inbox';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { makeReference } from '@guichet/contracts/reference';
import { LINK_FRAGMENT } from '@guichet/contracts/routes';
import type { Problem } from '@guichet/contracts/problem';
import type { TrackedRequest, TrackingToken } from '@guichet/contracts/tracking';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { revokeLinks } from '../../packages/strapi-plugin/server/src/store/links.js';
import type { NewEvent } from '../../packages/strapi-plugin/server/src/store/request-store.js';
import { inTransaction } from '../../packages/strapi-plugin/server/src/store/write.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount } from './admin-calls.js';
import { angela, aRequest, begun, call, openTracking, seed, send, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

/** The same code with its first symbol changed. */
const wrong = (code: string) => (code.startsWith('A') ? 'B' : 'A') + code.slice(1);

/** A well-formed reference of no request. */
const nowhere = makeReference('28148', 2026, new Uint8Array(7));

const inboxPath = (id: string) => adminPaths.inboxRequest.replace(':id', id);

for (const database of databases) {
  describe(`following a request, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let marie: Account;
    before(async () => {
      harness = await startHarness({
        database,
        config: { rates: { send: generous, sendToAdministration: generous, track: generous } },
      });
      ids = await seed(harness);
      marie = await makeAccount(harness);
      await marie.serves(ids.favril);
    });
    after(() => harness.stop());

    const idOf = async (reference: string) =>
      (await harness.knex('guichet_requests').where({ reference }).first('id'))!.id as string;
    const post = <T>(
      route: 'trackingMessages' | 'trackingToken',
      bearer: string,
      body?: unknown,
      key = randomUUID(),
    ) => call<T>(harness, 'POST', route, '28148', body, { bearer, key });
    const read = <T = TrackedRequest>(bearer: string) =>
      call<T>(harness, 'GET', 'trackedRequest', '28148', undefined, { bearer });

    it('opens with reference and code however they are typed, and shows what was sent', async () => {
      const { body: created } = await send(harness, aRequest({ recipient: 'voirie' }));
      const { reference, trackingCode } = created;
      const typed = {
        reference: reference.toLowerCase().replaceAll('-', ' '),
        trackingCode: ` ${trackingCode.toLowerCase().replaceAll('-', '')} `,
      };
      const opened = await openTracking(harness, typed);
      assert.equal(opened.status, 200);
      const { request } = opened.body;
      assert.equal(request.reference, reference);
      assert.equal(request.receivedAt, created.receivedAt);
      assert.deepEqual([request.status, request.canWrite, request.recipient], ['received', true, 'voirie']);
      assert.equal(request.subject, aRequest().subject);
      assert.deepEqual(
        request.timeline.map(({ kind, by, message }) => [kind, by, message]),
        [['received', { kind: 'resident', name: null }, aRequest().message]],
      );
      assert.deepEqual((await read(opened.body.token)).body, request);
    });

    it('answers a wrong reference, a wrong code, and another commune’s right ones alike', async () => {
      const { body } = await send(harness);
      const { body: other } = await send(harness);
      const answers = await Promise.all([
        openTracking<Problem>(harness, { reference: body.reference, trackingCode: wrong(body.trackingCode) }),
        openTracking<Problem>(harness, {
          reference: nowhere,
          trackingCode: body.trackingCode,
        }),
        openTracking<Problem>(harness, { reference: other.reference, trackingCode: body.trackingCode }),
        openTracking<Problem>(harness, { reference: 'x', trackingCode: 'y' }),
        openTracking<Problem>(harness, { link: `${randomUUID()}.AAAA`, control: 'Dubois' }),
        openTracking<Problem>(
          harness,
          body && { reference: body.reference, trackingCode: body.trackingCode },
          { code: '77475', origin: TRILPORT },
        ),
      ]);
      const seen = answers.map(({ status, body, headers }) =>
        JSON.stringify([
          status,
          body,
          [...headers].filter(([name]) => !/^(?:date|vary|access-control-allow-origin)$/.test(name)),
        ]),
      );
      assert.equal(new Set(seen).size, 1, [...new Set(seen)].join('\n'));
      assert.equal(answers[0].body.code, 'request-not-found');
    });

    it('opens by a mailed link once a control field matches, whatever its case and accents', async () => {
      const { body } = await send(harness, aRequest({ sender: { ...angela, familyName: 'L’Hôpital-Œuf' } }));
      const id = await idOf(body.reference);
      const tracking = getService(harness.strapi, 'tracking');
      const url = await tracking.link(id, 'tracking');
      assert.equal(await tracking.link(id, 'tracking'), url, 'a mail sent again carries the same link');
      const [page, link] = url.split(LINK_FRAGMENT) as [string, string];
      assert.equal(page, 'http://127.0.0.1/guichet/administrations/28148/tracking');
      for (const control of ['L’Hôpital-Œuf', 'L HOPITAL OEUF', ' 28190 ', '28 190']) {
        const opened = await openTracking(harness, { link, control });
        assert.deepEqual([opened.status, opened.body.request?.reference], [200, body.reference], control);
      }
      for (const control of ['Dubois', '28191', '', ' ', '-', 'Angela']) {
        assert.equal((await openTracking(harness, { link, control })).status, 404, control);
      }
      const [row, mac] = link.split('.') as [string, string];
      assert.equal(
        (await openTracking(harness, { link: `${row}.${wrong(mac)}`, control: '28190' })).status,
        404,
      );
      await revokeLinks(harness.knex, id, new Date().toISOString());
      assert.equal((await openTracking(harness, { link, control: '28190' })).status, 404);
      assert.notEqual(await tracking.link(id, 'tracking'), url);
    });

    it('knows a body by its name, and a question without identity by its e-mail', async () => {
      const company = {
        kind: 'company',
        siret: null,
        siren: '732829320',
        name: 'Boulangerie Dupré',
        email: 'a@boite.example',
      } as const;
      const minimal = { kind: 'minimal', email: 'Qui@Boite.example' } as const;
      for (const [sender, control] of [
        [company, 'boulangerie dupre'],
        [minimal, 'qui@boite.example'],
      ] as const) {
        const { body, status } = await send(harness, aRequest({ nature: 'question', sender }));
        assert.equal(status, 201, JSON.stringify(body));
        const url = await getService(harness.strapi, 'tracking').link(await idOf(body.reference), 'tracking');
        const link = url.split(LINK_FRAGMENT)[1]!;
        assert.equal((await openTracking(harness, { link, control })).status, 200, control);
        assert.equal((await openTracking(harness, { link, control: 'x' })).status, 404);
      }
    });

    it('renews a bearer while it lives, and refuses what is forged, expired or another commune’s', async () => {
      const { body } = await send(harness);
      const { token } = (
        await openTracking(harness, { reference: body.reference, trackingCode: body.trackingCode })
      ).body;
      const renewed = await post<TrackingToken>('trackingToken', token);
      assert.equal(renewed.status, 200);
      assert.ok(Date.parse(renewed.body.expiresAt) > Date.now() + 19 * 60_000);
      assert.equal((await read(renewed.body.token)).status, 200);

      const [id, begun, , mac] = token.split('.') as [string, string, string, string];
      const later = (Math.floor(Date.now() / 1000) + 99_999).toString(36);
      for (const forged of [
        '',
        'x',
        [id, begun, later, mac].join('.'),
        [randomUUID(), ...token.split('.').slice(1)].join('.'),
      ]) {
        const refused = await read<Problem>(forged);
        assert.deepEqual([refused.status, refused.body.code], [401, 'token-invalid'], forged);
      }
      const elsewhere = await call(harness, 'GET', 'trackedRequest', '77475', undefined, {
        bearer: token,
        origin: TRILPORT,
      });
      assert.equal(elsewhere.body.code, 'token-invalid');
      const tenant = (await getService(harness.strapi, 'administration').forCode('28148'))!;
      await assert.rejects(
        getService(harness.strapi, 'tracking').read({
          tenant,
          bearer: token,
          now: new Date(Date.now() + 20 * 60_000),
        }),
        { code: 'token-invalid' },
      );
      // Renewed for ever, it still ends the same day.
      const atTwelve = new Date(Date.now() + 12 * 3_600_000 - 60_000);
      const { makeBearer } =
        await import('../../packages/strapi-plugin/server/src/features/tracking/bearer.js');
      const last = makeBearer(
        getService(harness.strapi, 'secrets'),
        ids.favril,
        { requestId: id, begun: Number.parseInt(begun, 36) },
        atTwelve,
      );
      assert.ok(last.expiresAt.getTime() <= Number.parseInt(begun, 36) * 1000 + 12 * 3_600_000);
    });

    it('adds a message once, tells the service, and refuses one on a closed request', async () => {
      const { body } = await send(harness);
      const { token } = (
        await openTracking(harness, { reference: body.reference, trackingCode: body.trackingCode })
      ).body;
      const key = randomUUID();
      const replies = await Promise.all(
        Array.from({ length: 10 }, () =>
          post<TrackedRequest>('trackingMessages', token, { message: 'Il clignote.' }, key),
        ),
      );
      for (const { status, body } of replies) {
        assert.equal(status, 201);
        assert.deepEqual(
          body.timeline.map(({ kind }) => kind),
          ['received', 'message'],
        );
      }
      const other = await post<Problem>('trackingMessages', token, { message: 'Autre' }, key);
      assert.equal(other.body.code, 'idempotency-key-reused');
      const empty = await post<Problem>('trackingMessages', token, { message: ' ' });
      assert.deepEqual(empty.body.errors, [{ path: 'message', code: 'required' }]);

      const store = getService(harness.strapi, 'store');
      const event = {
        requestId: await idOf(body.reference),
        administrationIds: [ids.favril],
        by: 'agent',
        agentId: 1,
      } as const;
      const at = () => new Date().toISOString();
      const append = (more: NewEvent) =>
        inTransaction(harness.strapi, async (trx) => {
          const appended = await store.append(trx, more);
          if (!appended.ok) await trx.rollback();
          return appended;
        });
      const content = { message: 'Réparé.', agentName: 'Paule Lenoir, secrétaire de mairie' };
      assert.ok((await append({ ...event, kind: 'answered', content, at: at() })).ok);
      const answered = (await read(token)).body;
      assert.equal(answered.status, 'answered');
      assert.deepEqual(answered.timeline.at(-1)!.by, { kind: 'agent', name: content.agentName });
      assert.equal(answered.timeline.at(-1)!.message, content.message);
      assert.equal(
        (await post<TrackedRequest>('trackingMessages', token, { message: 'Merci.' })).body.status,
        'in-progress',
      );

      assert.ok((await append({ ...event, kind: 'closed', at: at() })).ok);
      const lateKey = randomUUID();
      const late = await post<Problem>('trackingMessages', token, { message: 'Encore.' }, lateKey);
      assert.deepEqual([late.status, late.body.code], [409, 'request-closed']);
      assert.equal((await read(token)).body.canWrite, false);
      assert.deepEqual(await append({ ...event, kind: 'closed', at: at() }), {
        ok: false,
        code: 'request-closed',
      });
      const stranger = await append({
        ...event,
        administrationIds: [ids.trilport],
        kind: 'reopened',
        at: at(),
      });
      assert.deepEqual(stranger, { ok: false, code: 'request-not-found' });
      // Once reopened, the message that was refused can be sent again with its own key.
      assert.ok((await append({ ...event, kind: 'reopened', at: at() })).ok);
      assert.equal(
        (await post<TrackedRequest>('trackingMessages', token, { message: 'Encore.' }, lateKey)).status,
        201,
      );
      const row = await harness.knex('guichet_requests').where({ id: event.requestId }).first();
      assert.deepEqual([row.status, Boolean(row.awaits_agent), row.last_seq], ['in-progress', true, 7]);
    });

    describe('what was sent', () => {
      const typed = { subject: 'Lampadaire éteint', message: 'Rue de la Fontaine, et non de l’Église.' };
      const { kind, familyName, givenName, postalAddress } = angela;
      const aCorrection = (changes: object = {}, ofSender: object = {}) => ({
        ...typed,
        sender: { kind, familyName, givenName, preferredName: null, postalAddress, phone: null, ...ofSender },
        ...changes,
      });
      const correct = <T = TrackedRequest>(bearer: string, body: unknown, key: string = randomUUID()) =>
        call<T>(harness, 'POST', 'trackingCorrection', '28148', body, { bearer, key });
      const stateOf = async (id: string) => {
        const columns = ['received_at', 'acknowledge_on', 'silence_on', 'due_on', 'due_for'];
        return harness.knex('guichet_requests').where({ id }).first(columns);
      };
      async function opened(body = aRequest(), token = begun(harness, ids.favril)) {
        const { body: created } = await send(harness, { ...body, formToken: token });
        const { reference, trackingCode } = created;
        const { token: bearer, request } = (await openTracking(harness, { reference, trackingCode })).body;
        return { bearer, request, reference, id: await idOf(reference) };
      }

      it('is corrected once for one key, and stays readable as it was first; no date moves', async () => {
        const { bearer, request, id, reference } = await opened();
        assert.deepEqual(request.correctable, {
          ...aCorrection(),
          subject: aRequest().subject,
          message: aRequest().message,
        });
        const dates = await stateOf(id);
        const { content: before } = (await harness.knex('guichet_requests').where({ id }).first('content'))!;
        const key = randomUUID();
        const body = aCorrection({}, { familyName: 'Dubois-Roy', phone: '01 99 00 28 16' });
        const replies = await Promise.all(Array.from({ length: 5 }, () => correct(bearer, body, key)));
        for (const { status, body: corrected } of replies) {
          assert.equal(status, 201);
          assert.equal(corrected.subject, typed.subject);
          assert.deepEqual(
            corrected.timeline.map((entry) => [entry.kind, entry.by.kind, entry.message]),
            [
              ['received', 'resident', aRequest().message],
              ['corrected', 'resident', typed.message],
            ],
          );
          assert.deepEqual(corrected.correctable, body);
        }
        assert.deepEqual(await stateOf(id), dates);
        const row = (await harness.knex('guichet_requests').where({ id }).first())!;
        assert.equal(row['content'], before);
        assert.ok(!JSON.stringify(row).includes('Dubois-Roy'));
        const reused = await correct<Problem>(bearer, aCorrection(), key);
        assert.deepEqual([reused.status, reused.body.code], [422, 'idempotency-key-reused']);

        // A second one; the message as it was: only what differs is told.
        const again = await correct(bearer, aCorrection({ subject: 'Éclairage' }, { phone: null }));
        assert.equal(again.body.timeline.at(-1)!.message, null);

        const { body: read } = await marie.call<InboxRequest>('GET', inboxPath(id));
        assert.deepEqual(
          read.timeline.filter((each) => each.kind === 'corrected').map(({ changes }) => changes),
          [
            [
              { member: 'subject', before: aRequest().subject, after: typed.subject },
              { member: 'message', before: aRequest().message, after: typed.message },
              { member: 'familyName', before: 'Dubois', after: 'Dubois-Roy' },
              { member: 'phone', before: '', after: '01 99 00 28 16' },
            ],
            [
              { member: 'subject', before: typed.subject, after: 'Éclairage' },
              { member: 'familyName', before: 'Dubois-Roy', after: 'Dubois' },
              { member: 'phone', before: '01 99 00 28 16', after: '' },
            ],
          ],
        );
        assert.equal(read.timeline[0]!.message, aRequest().message);
        assert.equal(read.content.message, typed.message);
        assert.equal(read.awaitsAgent, true);
        const { email } = angela;
        assert.equal('email' in read.content.sender && read.content.sender.email, email);
        assert.equal(read.reference, reference);
      });

      it('is found, and opened by its link, under the name that was corrected', async () => {
        const { bearer, id, reference } = await opened();
        assert.equal((await correct(bearer, aCorrection({}, { familyName: 'Zéphyrin' }))).status, 201);
        const search = async (text: string) =>
          (
            await marie.call<InboxPage>('POST', adminPaths.inboxSearch, { box: 'all', search: text })
          ).body.rows.map((row) => row.reference);
        assert.deepEqual(await search('zephyrin'), [reference]);
        assert.ok(!(await search('Dubois')).includes(reference));
        const url = await getService(harness.strapi, 'tracking').link(id, 'tracking');
        const link = url.split(LINK_FRAGMENT)[1]!;
        assert.equal((await openTracking(harness, { link, control: 'Zephyrin' })).status, 200);
      });

      it('is checked as the form checked it, and nothing else of it can be changed', async () => {
        const { bearer, request } = await opened();
        const wrong = await correct<Problem>(
          bearer,
          aCorrection({ message: ' ' }, { postalAddress: { ...postalAddress, postalCode: '2819' } }),
        );
        assert.deepEqual(
          [wrong.status, wrong.body.errors],
          [
            400,
            [
              { path: 'message', code: 'required' },
              { path: 'sender.postalAddress.postalCode', code: 'invalid' },
            ],
          ],
        );
        for (const other of [
          aCorrection({}, { email: 'autre@boite.example' }),
          aCorrection({ nature: 'question' }),
          { ...typed, sender: { kind: 'minimal', phone: null } },
        ]) {
          const { status, body } = await correct<Problem>(bearer, other);
          assert.deepEqual([status, body.code], [400, 'validation-failed']);
        }
        // Nothing differs: nothing is recorded.
        const same = await correct(bearer, request.correctable);
        assert.deepEqual([same.status, same.body.timeline.length], [201, 1]);
      });

      it('is no longer corrected once it is closed, withdrawn or decided', async () => {
        for (const kind of ['closed', 'withdrawn', 'granted'] as const) {
          const { bearer, id } = await opened();
          const on = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(new Date());
          const author = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie' };
          await inTransaction(harness.strapi, async (trx) => {
            const appended = await getService(harness.strapi, 'store').append(trx, {
              requestId: id,
              administrationIds: [ids.favril],
              by: 'agent',
              kind,
              ...(kind !== 'closed' && { on }),
              ...(kind === 'granted' && { facts: { author } }),
              at: new Date().toISOString(),
            });
            assert.ok(appended.ok, kind);
          });
          const { status, body } = await correct<Problem>(bearer, aCorrection());
          assert.deepEqual([status, body.code], [409, 'request-closed'], kind);
          assert.equal((await read(bearer)).body.correctable, null);
        }
      });

      it('is corrected by who holds its bearer, from the commune’s own pages', async () => {
        const { bearer } = await opened();
        const key = randomUUID();
        const refused = async (options: object, code = '28148') =>
          (await call(harness, 'POST', 'trackingCorrection', code, aCorrection(), { key, ...options })).body
            .code;
        assert.equal(await refused({}), 'token-invalid');
        assert.equal(await refused({ bearer, origin: TRILPORT }), 'origin-not-allowed');
        assert.equal(await refused({ bearer, origin: TRILPORT }, '77475'), 'token-invalid');
        assert.equal(await refused({ bearer, key: '' }), 'idempotency-key-missing');
      });
    });

    it('keeps a merged commune’s code, references, codes, links, bearers and keys working', async () => {
      const { body: old } = await send(harness);
      const key = randomUUID();
      const { body: before } = await send(harness, aRequest({ subject: 'Avant' }), { key });
      const url = await getService(harness.strapi, 'tracking').link(await idOf(old.reference), 'tracking');
      const { token } = (
        await openTracking(harness, { reference: old.reference, trackingCode: old.trackingCode })
      ).body;

      const tomorrow = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10);
      const setSuccessor = (successorFrom: string) =>
        harness.strapi.db.query('plugin::guichet.administration').update({
          where: { uid: ids.favril },
          data: { uid: 'x', successorUid: ids.trilport, successorFrom },
        });
      const code = async () =>
        (await call<{ code: string }>(harness, 'GET', 'administration', '28148')).body.code;
      await setSuccessor(tomorrow);
      assert.equal(await code(), '28148', 'not before its date');
      await setSuccessor('2026-01-01');
      assert.equal(await code(), '77475');

      // The old snippet, on the old site, with the old code: the default of every call below.
      const asTrilport = { origin: TRILPORT };
      const opened = await openTracking(
        harness,
        { reference: old.reference, trackingCode: old.trackingCode },
        asTrilport,
      );
      assert.equal(opened.body.request.reference, old.reference);
      const readAgain = await call<TrackedRequest>(harness, 'GET', 'trackedRequest', '77475', undefined, {
        bearer: token,
        ...asTrilport,
      });
      assert.equal(readAgain.body.reference, old.reference);
      const renewed = await call<TrackingToken>(harness, 'POST', 'trackingToken', '28148', undefined, {
        bearer: token,
        ...asTrilport,
      });
      const withRenewed = await call<TrackedRequest>(harness, 'GET', 'trackedRequest', '28148', undefined, {
        bearer: renewed.body.token,
        ...asTrilport,
      });
      assert.equal(withRenewed.status, 200);
      const link = url.split(LINK_FRAGMENT)[1]!;
      assert.equal((await openTracking(harness, { link, control: 'dubois' })).status, 200);

      const replayed = await send(harness, aRequest({ subject: 'Avant' }), { key });
      assert.deepEqual(replayed.body, before);
      const after = await send(harness, aRequest());
      assert.match(after.body.reference, /^77475-/);
      assert.equal(after.body.receipt.service.name, 'Mairie de Trilport');
    });
  });
}

describe('guessing', () => {
  for (const database of databases) {
    it(`makes a guesser of one network wait, while the owner elsewhere gets in, on ${database}`, async () => {
      const wrongCode = { points: 5, seconds: 600 };
      const harness = await startHarness({ database, config: { proxies: 1, rates: { wrongCode } } });
      try {
        await seed(harness);
        const from = (address: string) => ({
          headers: { 'X-Forwarded-For': address, 'X-Forwarded-Proto': 'https' },
        });
        const open = async (reference: string, trackingCode: string, address: string) =>
          (await openTracking(harness, { reference, trackingCode }, from(address))).status;
        const { body } = await send(harness, aRequest(), from('198.51.100.1'));
        const { reference, trackingCode } = body;
        const guesses: number[] = [];
        for (let i = 0; i < 8; i++) guesses.push(await open(reference, wrong(trackingCode), '203.0.113.9'));
        assert.deepEqual(guesses, [404, 404, 404, 404, 404, 429, 429, 429]);
        // Sent at once, they do not slip through together.
        const atOnce = await Promise.all(
          Array.from({ length: 20 }, () => open(reference, wrong(trackingCode), '203.0.113.10')),
        );
        assert.equal(atOnce.filter((status) => status === 404).length, 5);
        // A reference that does not exist is throttled alike.
        const none: number[] = [];
        for (let i = 0; i < 6; i++) none.push(await open(nowhere, trackingCode, '203.0.113.9'));
        assert.deepEqual([none[0], none[5]], [404, 429]);
        // The owner gets in, and the right code costs nothing of the budget.
        for (let i = 0; i < 8; i++) assert.equal(await open(reference, trackingCode, '198.51.100.1'), 200);
      } finally {
        await harness.stop();
      }
    });
  }
});
