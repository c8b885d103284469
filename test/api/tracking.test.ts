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
import { aRequest, angela, call, openTracking, seed, send, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

/** The same code with its first symbol changed. */
const wrong = (code: string) => (code.startsWith('A') ? 'B' : 'A') + code.slice(1);

/** A well-formed reference of no request. */
const nowhere = makeReference('28148', 2026, new Uint8Array(7));

for (const database of databases) {
  describe(`following a request, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    before(async () => {
      harness = await startHarness({ database, config: { rates: { send: generous, track: generous } } });
      ids = await seed(harness);
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
