import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Action } from '@guichet/contracts/admin/inbox-actions';
import type { BulkDone, Colleagues } from '@guichet/contracts/admin/bulk';
import type { InboxPage, InboxRequest, InboxScope } from '@guichet/contracts/admin/inbox';
import type { TrackedRequest } from '@guichet/contracts/tracking';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { adminRoutes } from '../../packages/strapi-plugin/server/src/index.js';
import { type Account, callAdmin, makeAccount, type Refused } from './admin-calls.js';
import { aRequest, angela, begun, call, openTracking, seed, send, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

/** What an agent, who does not approve, can do with an open request. */
const examined: Action[] = [
  'acknowledge',
  'answer',
  'ask-items',
  'forward',
  'draft',
  'decide',
  'assign',
  'note',
  'close',
];

for (const database of databases) {
  describe(`the inbox, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let marie: Account;
    let stranger: Account;

    before(async () => {
      harness = await startHarness({
        database,
        config: { rates: { send: generous, sendToAdministration: generous, track: generous } },
      });
      ids = await seed(harness);
      marie = await makeAccount(harness);
      await marie.serves(ids.favril);
      stranger = await makeAccount(harness, undefined, { firstname: 'Jean', lastname: 'Autre' });
      await stranger.serves(ids.trilport);
    });
    after(() => harness.stop());

    const path = (template: string, id: string) => template.replace(':id', id);
    const search = async (account: Account, query: object = {}) =>
      (await account.call<InboxPage>('POST', adminPaths.inboxSearch, query)).body;
    const open = async (account: Account, id: string) =>
      (await account.call<InboxRequest>('GET', path(adminPaths.inboxRequest, id))).body;
    const act = <T = InboxRequest>(account: Account, id: string, action: object) =>
      account.call<T>('POST', path(adminPaths.inboxActions, id), action);
    const eventsOf = (id: string) => harness.knex('guichet_events').where({ request_id: id }).orderBy('seq');
    /** Mails that wait for a request, whichever driver holds them. */
    const mailsOf = async (id: string): Promise<string[]> => {
      const kinds =
        /registration-receipt|acknowledgement|service-notice|answer-notice|message-notice|assignment-notice/;
      if (database === 'sqlite') {
        const rows = await harness.knex('guichet_jobs').where({ request_id: id });
        return rows.map((row) => kinds.exec(row.payload)![0]).sort();
      }
      const schema = await harness
        .knex('information_schema.tables')
        .where({ table_name: 'job' })
        .first('table_schema');
      const { rows } = await harness.knex.raw(
        `select data::text as data from ??.job where data::text like ? and state in ('created', 'retry', 'active')`,
        [schema!.table_schema, `%${id}%`],
      );
      return rows.map((row: { data: string }) => kinds.exec(row.data)![0]).sort();
    };
    const sent = async (changes: Parameters<typeof aRequest>[0] = {}, trilport = false) => {
      const id = trilport ? ids.trilport : ids.favril;
      const reply = await send(
        harness,
        { ...aRequest(changes), formToken: begun(harness, id) },
        trilport ? { code: '77475', origin: TRILPORT } : {},
      );
      assert.equal(reply.status, 201);
      const row = await harness
        .knex('guichet_requests')
        .where({ reference: reply.body.reference })
        .first('id');
      return { ...reply.body, id: row!.id as string };
    };

    it('lists what waits for the agent’s administrations, what came first foremost, and nothing else', async () => {
      const old = await sent({ subject: 'La première' });
      const recent = await sent({ subject: 'La deuxième', recipient: 'voirie' });
      await sent({ subject: 'À Trilport' }, true);
      const page = await search(marie);
      assert.deepEqual(
        page.rows.slice(0, 2).map(({ id }) => id),
        [old.id, recent.id],
      );
      const all = await search(marie, { box: 'all' });
      assert.deepEqual(
        all.rows.slice(0, 2).map(({ id }) => id),
        [recent.id, old.id],
      );
      assert.ok(page.rows.every(({ administrationId }) => administrationId === ids.favril));
      assert.equal(page.total, page.counts.waiting);
      const [row] = all.rows;
      assert.equal(row!.subject, 'La deuxième');
      assert.equal(row!.sender, 'Angela Dubois');
      assert.equal(row!.recipient, 'Service voirie');
      assert.equal(row!.reference, recent.reference);
    });

    it('says what the agent serves, and how answers will be signed', async () => {
      const { body, headers } = await marie.call<InboxScope>('GET', adminPaths.inboxScope);
      assert.deepEqual(
        body.administrations.map(({ id, code, name, signature }) => ({ id, code, name, signature })),
        [
          {
            id: ids.favril,
            code: '28148',
            name: 'Mairie du Favril',
            signature: 'Marie Lenoir, secrétaire de mairie',
          },
        ],
      );
      assert.equal(headers.get('cache-control'), 'no-store');
    });

    it('filters by status, service and civil dates of the administration', async () => {
      const { id } = await sent({ subject: 'À filtrer', recipient: 'voirie' });
      const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(new Date());
      const has = async (query: object) =>
        (await search(marie, { box: 'all', ...query })).rows.some((row) => row.id === id);
      assert.equal(await has({ status: 'received' }), true);
      assert.equal(await has({ status: 'closed' }), false);
      assert.equal(await has({ recipient: 'voirie', administrationId: ids.favril }), true);
      assert.equal(await has({ recipient: 'ailleurs' }), false);
      assert.equal(await has({ from: today, until: today }), true);
      assert.equal(await has({ until: '2020-01-01' }), false);
      assert.equal(await has({ administrationId: ids.trilport }), false);
    });

    it('finds by reference as it is typed, and exactly by address, family name or name of a body', async () => {
      const person = await sent({
        sender: { ...angela, familyName: 'L’Hôpital-Œuf', email: 'Rare.Personne@boite.example' },
      });
      const body = await sent({
        sender: {
          kind: 'association',
          rna: 'W281234567',
          name: 'Les Amis du Lavoir',
          email: 'lavoir@asso.example',
        },
      });
      const found = async (text: string, account = marie) =>
        (await search(account, { search: text })).rows.map(({ id }) => id);
      assert.deepEqual(await found(` ${person.reference.toLowerCase().replaceAll('-', ' ')} `), [person.id]);
      assert.deepEqual(await found('rare.personne@BOITE.example'), [person.id]);
      assert.deepEqual(await found('l hopital oeuf'), [person.id]);
      assert.deepEqual(await found('les amis du lavoir'), [body.id]);
      // Exact: what is encrypted can be looked up, not browsed.
      assert.deepEqual(await found('hopital'), []);
      assert.deepEqual(await found('personne@boite.example'), []);
      assert.deepEqual(await found('rare.personne@boite.example', stranger), []);
    });

    it('shows what was written and the way it came, and takes every character as text', async () => {
      const message = '<script>alert(1)</script>\n\nÀ bientôt & merci';
      const { id } = await sent({ message, subject: '<b>Gras</b>' });
      const request = await open(marie, id);
      assert.equal(request.content.message, message);
      assert.equal(request.content.subject, '<b>Gras</b>');
      assert.equal(request.content.sender.email, angela.email);
      assert.equal(request.version, 1);
      assert.deepEqual(request.actions, examined);
      assert.deepEqual(
        request.timeline.map(({ kind, by }) => ({ kind, by })),
        [{ kind: 'received', by: 'resident' }],
      );
    });

    it('keeps an answer with one notice, signed as the law asks, for the resident to read', async () => {
      const { id, reference, trackingCode } = await sent();
      const mails = await mailsOf(id);
      const { status, body } = await act(marie, id, { action: 'answer', seen: 1, message: 'Réparé mardi.' });
      assert.equal(status, 200);
      assert.equal(body.status, 'answered');
      // It decides nothing: the request is still to decide, and silence goes on.
      assert.equal(body.awaitsAgent, true);
      assert.equal(body.legal.silence?.effect, 'rejection');
      assert.equal(body.version, 2);
      const events = await eventsOf(id);
      assert.deepEqual(
        events.map(({ kind }) => kind),
        ['received', 'answered'],
      );
      assert.ok(!JSON.stringify(events).includes('mardi'), 'sealed');
      assert.equal((await mailsOf(id)).length - mails.length, 1);
      assert.ok((await mailsOf(id)).includes('answer-notice'));

      const { body: opened } = await openTracking(harness, { reference, trackingCode });
      const answer = opened.request.timeline.at(-1)!;
      assert.equal(answer.kind, 'answered');
      assert.equal(answer.message, 'Réparé mardi.');
      assert.deepEqual(answer.by, { kind: 'agent', name: 'Marie Lenoir, secrétaire de mairie' });
      const question = await sent({ nature: 'question' });
      await act(marie, question.id, { action: 'answer', seen: 1, message: 'À 9 h.' });
      const waiting = (await search(marie)).rows.map((row) => row.id);
      assert.ok(waiting.includes(id) && !waiting.includes(question.id), 'a question waits no more');
    });

    it('shows what the resident adds, and puts it back among what waits', async () => {
      const { id, reference, trackingCode } = await sent();
      await act(marie, id, { action: 'answer', seen: 1, message: 'Quelle rue ?' });
      const { body: opened } = await openTracking(harness, { reference, trackingCode });
      const { status } = await call<TrackedRequest>(
        harness,
        'POST',
        'trackingMessages',
        '28148',
        { message: 'Rue Haute.' },
        { bearer: opened.token, key: '7a0c1c4e-7b6f-4a53-9d5f-1f6b1c1f0a01' },
      );
      assert.equal(status, 201);
      const request = await open(marie, id);
      assert.equal(request.timeline.at(-1)!.message, 'Rue Haute.');
      assert.equal(request.awaitsAgent, true);
      assert.ok((await search(marie)).rows.some((row) => row.id === id));
    });

    it('answers and closes in one go, then reopens', async () => {
      const { id } = await sent();
      const { body } = await act(marie, id, { action: 'answer', seen: 1, message: 'Fait.', close: true });
      assert.equal(body.status, 'closed');
      assert.deepEqual(
        body.timeline.map(({ kind }) => kind),
        ['received', 'answered', 'closed'],
      );
      assert.deepEqual(body.actions, ['note', 'reopen']);
      assert.equal((await mailsOf(id)).filter((kind) => kind === 'answer-notice').length, 1);
      const refused = await act<Refused>(marie, id, { action: 'answer', seen: 3, message: 'Encore.' });
      assert.equal(refused.status, 409);
      assert.equal(refused.body.error.details?.code, 'not-possible');
      assert.equal((await eventsOf(id)).length, 3);
      const reopened = await act(marie, id, { action: 'reopen', seen: 3 });
      assert.equal(reopened.body.status, 'in-progress');
      assert.deepEqual(reopened.body.actions, examined);
    });

    it('loses nothing when two agents answer at once: one is kept, the other told', async () => {
      const { id } = await sent();
      const second = await makeAccount(harness, undefined, { firstname: 'Paul', lastname: 'Mercier' });
      await second.serves(ids.favril);
      const replies = await Promise.all([
        act<Refused & InboxRequest>(marie, id, { action: 'answer', seen: 1, message: 'De Marie.' }),
        act<Refused & InboxRequest>(second, id, { action: 'answer', seen: 1, message: 'De Paul.' }),
      ]);
      assert.deepEqual(replies.map(({ status }) => status).sort(), [200, 409]);
      const loser = replies.findIndex(({ status }) => status === 409);
      assert.equal(replies[loser]!.body.error.details?.code, 'request-changed');
      const now = await open(marie, id);
      assert.equal(now.version, 2);
      assert.equal(now.timeline.filter(({ kind }) => kind === 'answered').length, 1);
      // Having read the other's, the second agent sends hers: both are there.
      const again = await act([marie, second][loser]!, id, {
        action: 'answer',
        seen: 2,
        message: 'Puis la mienne.',
      });
      assert.equal(again.status, 200);
      assert.equal(again.body.timeline.filter(({ kind }) => kind === 'answered').length, 2);
    });

    it('sorts suspects apart, and lets their mails go or withdraws them', async () => {
      const suspect = async () => {
        const { body } = await send(harness, aRequest({ subject: 'Suspecte' }));
        return (await harness.knex('guichet_requests').where({ reference: body.reference }).first('id'))!
          .id as string;
      };
      const [released, rejected, answered] = [await suspect(), await suspect(), await suspect()];
      const ordinary = (await search(marie, { box: 'all' })).rows.map(({ id }) => id);
      const suspects = (await search(marie, { box: 'suspects' })).rows.map(({ id }) => id);
      for (const id of [released, rejected, answered]) {
        assert.ok(suspects.includes(id));
        assert.ok(!ordinary.includes(id));
      }
      assert.deepEqual((await open(marie, released)).actions, [...examined, 'release', 'reject']);

      assert.equal((await act(marie, released, { action: 'release', seen: 1 })).body.suspicion, 'released');
      assert.ok((await search(marie)).rows.some(({ id }) => id === released));

      assert.deepEqual(await mailsOf(rejected), ['registration-receipt', 'service-notice']);
      const after = await act(marie, rejected, { action: 'reject', seen: 1 });
      assert.equal(after.body.status, 'closed');
      assert.deepEqual(await mailsOf(rejected), []);

      const reply = await act(marie, answered, { action: 'answer', seen: 1, message: 'Bonjour.' });
      assert.deepEqual(
        reply.body.timeline.map(({ kind }) => kind),
        ['received', 'released', 'answered'],
      );
    });

    describe('several requests at once', () => {
      const all = (account: Account, act: object, requests: { id: string; seen?: number }[], more = {}) =>
        account.call<BulkDone & Refused>('POST', adminPaths.inboxBulk, {
          act,
          requests: requests.map(({ id, seen = 1 }) => ({ id, seen })),
          ...more,
        });
      const told = ({ outcomes }: BulkDone) => outcomes.map(({ result, reason }) => reason ?? result);

      it('rehearses, acknowledges what is as it was declared, says what it leaves out and why, and does it once', async () => {
        const [first, second, changed, elsewise] = [
          await sent(),
          await sent({ nature: 'question' }),
          await sent(),
          await sent(),
        ];
        await act(marie, changed.id, { action: 'acknowledge', seen: 1, nature: 'complaint' });
        const elsewhere = await sent({}, true);
        const asked = [first, second, changed, { ...elsewise, seen: 2 }, elsewhere, { id: 'none' }];
        const rehearsed = await all(marie, { action: 'acknowledge' }, asked, { rehearses: true });
        assert.equal(rehearsed.status, 200);
        const expected = ['done', 'done', 'already', 'request-changed', 'not-found', 'not-found'];
        assert.deepEqual(told(rehearsed.body), expected);
        assert.equal((await eventsOf(first.id)).length, 1, 'rehearsed only');

        const { body } = await all(marie, { action: 'acknowledge' }, asked);
        assert.deepEqual(body, rehearsed.body);
        assert.equal(body.outcomes[0]!.reference, first.reference);
        assert.deepEqual([body.outcomes[4]!.reference, body.outcomes[4]!.nature], [null, null]);
        for (const { id } of [first, second]) {
          assert.deepEqual(
            (await eventsOf(id)).map(({ kind }) => kind),
            ['received', 'acknowledged'],
          );
          assert.ok((await mailsOf(id)).includes('acknowledgement'));
        }
        assert.equal((await eventsOf(elsewhere.id)).length, 1);
        const again = await all(marie, { action: 'acknowledge' }, [first, first, second]);
        assert.deepEqual(told(again.body), ['already', 'already']);
        assert.equal((await eventsOf(first.id)).length, 2);
      });

      it('closes what nothing is owed for, and never what silence has still to decide', async () => {
        const [undecided, settled] = [await sent(), await sent({ nature: 'question' })];
        await act(marie, settled.id, { action: 'answer', seen: 1, message: 'À 9 h.' });
        const asked = [undecided, { ...settled, seen: 2 }];
        assert.deepEqual(told((await all(marie, { action: 'close' }, asked)).body), ['undecided', 'done']);
        assert.deepEqual(told((await all(marie, { action: 'close' }, asked)).body), ['undecided', 'already']);
        assert.equal((await open(marie, settled.id)).status, 'closed');
      });

      it('gives them to a colleague of each mairie, who is told once', async () => {
        const paul = await makeAccount(harness, undefined, { firstname: 'Paul', lastname: 'Avril' });
        await paul.serves(ids.favril);
        const ask = (...administrationIds: string[]) =>
          marie.call<Colleagues & Refused>('POST', adminPaths.inboxColleagues, { administrationIds });
        assert.ok((await ask(ids.favril)).body.colleagues.some(({ id }) => id === paul.id));
        assert.equal((await ask(ids.trilport)).status, 404);
        const asked = [await sent(), await sent()];
        const { body } = await all(marie, { action: 'assign', to: paul.id }, asked);
        assert.deepEqual(told(body), ['done', 'done']);
        const notices = await Promise.all(asked.map(({ id }) => mailsOf(id)));
        assert.equal(notices.flat().filter((kind) => kind === 'assignment-notice').length, 1);
        const foreign = await all(marie, { action: 'assign', to: stranger.id }, [await sent()]);
        assert.deepEqual(told(foreign.body), ['not-served']);
      });

      it('sorts suspects together, each once', async () => {
        const suspects: { id: string }[] = [];
        for (let i = 0; i < 2; i++) {
          const { body } = await send(harness, aRequest({ subject: 'En nombre' }));
          const row = await harness.knex('guichet_requests').where({ reference: body.reference }).first('id');
          suspects.push({ id: row!.id as string });
        }
        const [first, second] = suspects as [{ id: string }, { id: string }];
        const sound = await sent();
        assert.deepEqual(told((await all(marie, { action: 'acknowledge' }, [first])).body), ['suspect']);
        const rejected = await all(marie, { action: 'reject' }, [first, sound]);
        assert.deepEqual(told(rejected.body), ['done', 'not-possible']);
        assert.deepEqual(await mailsOf(first.id), []);
        assert.deepEqual(told((await all(marie, { action: 'release' }, [second])).body), ['done']);
        assert.equal((await open(marie, second.id)).suspicion, 'released');
      });

      it('two agents who act on the same at once: each request is done once, nothing is half done', async () => {
        const second = await makeAccount(harness, undefined, { firstname: 'Ana', lastname: 'Deux' });
        await second.serves(ids.favril);
        const asked: { id: string }[] = [];
        for (let i = 0; i < 5; i++) asked.push(await sent());
        const replies = await Promise.all(
          [marie, second].map((account) => all(account, { action: 'acknowledge' }, asked)),
        );
        const results = replies.map(({ body }) => told(body));
        for (let i = 0; i < asked.length; i++) {
          const mine = results.map((list) => list[i]!);
          assert.equal(mine.filter((result) => result === 'done').length, 1, mine.join());
          assert.ok(mine.every((result) => ['done', 'already', 'request-changed'].includes(result)));
          assert.equal((await eventsOf(asked[i]!.id)).length, 2);
        }
      });

      it('takes no decision and no answer, no more than a hundred, and nothing that a role forbids', async () => {
        const one = await sent();
        const many = Array.from({ length: 101 }, (_, i) => ({ id: `r${i}` }));
        for (const action of ['decide', 'answer', 'approve', 'draft', 'give-reasons'])
          assert.equal((await all(marie, { action }, [one])).status, 400, action);
        assert.equal((await all(marie, { action: 'close' }, many)).status, 400);
        const reader = await makeAccount(harness, ['inbox.read']);
        await reader.serves(ids.favril);
        for (const action of [{ action: 'close' }, { action: 'assign', to: null }])
          assert.equal((await all(reader, action, [one])).status, 403);
        assert.equal((await eventsOf(one.id)).length, 1);
      });
    });

    it('refuses what it does not know: members, parameters, empty and endless answers', async () => {
      const { id } = await sent();
      for (const action of [
        { action: 'answer', seen: 1, message: '  ' },
        { action: 'answer', seen: 1, message: 'x'.repeat(8001) },
        { action: 'answer', seen: 1, message: 'Oui', administrationId: ids.trilport },
        { action: 'delete', seen: 1 },
        { action: 'close' },
      ]) {
        const { status, body } = await act<Refused>(marie, id, action);
        assert.equal(status, 400, JSON.stringify(action));
        assert.equal(body.error.details?.code, 'validation-failed');
      }
      for (const query of [{ where: {} }, { page: 0 }, { box: 'others' }, { populate: '*' }]) {
        assert.equal((await marie.call('POST', adminPaths.inboxSearch, query)).status, 400);
      }
      const withQuery = await marie.call('GET', `${path(adminPaths.inboxRequest, id)}?populate=*`);
      assert.equal(withQuery.status, 400);
      assert.equal((await eventsOf(id)).length, 1);
    });

    it('never shows an agent another administration’s request, by any route', async () => {
      const { id } = await sent();
      const nowhere = '00000000-0000-4000-8000-000000000000';
      const host = await makeAccount(harness, 'strapi-super-admin');
      // May all that there is to do, elsewhere.
      const mayor = await makeAccount(harness, 'guichet-mayor');
      await mayor.serves(ids.trilport);
      // Whoever adds a route to one tenant's things adds it to the tests that ask for another's.
      const asked = [
        '/inbox/requests/:id',
        '/inbox/templates/:id',
        '/administrations/:id',
        '/agents/:id',
        '/deliveries/:id',
        // `retention.test.ts`, `webhooks.test.ts`, `directory.test.ts` and `teleprocedures.test.ts` ask them.
        '/retention/',
        '/webhooks/',
        '/directory/',
        '/operators/',
        '/teleprocedures/',
        // Of a commune, whether it is a tenant or not.
        '/territory/',
      ];
      for (const route of adminRoutes.filter((one) => one.path.includes(':'))) {
        assert.ok(
          asked.some((prefix) => route.path.startsWith(prefix)),
          route.path,
        );
      }
      const routes = adminRoutes.filter((route) => route.path.startsWith('/inbox/requests/:id'));
      assert.ok(routes.length >= 2);
      const message = 'Lu ?';
      const author = { givenName: 'Léa', familyName: 'Martin', capacity: 'Maire', service: 'Mairie' };
      const decision = { outcome: 'granted', message, author };
      const signature = 'handwritten';
      /** What each takes besides its name. */
      const taken: Record<Action, object> = {
        acknowledge: { nature: 'request' },
        answer: { message },
        'ask-items': { items: [{ name: 'Plan' }] },
        complete: {},
        forward: { to: { kind: 'here', administrationId: ids.trilport } },
        draft: { decision },
        approve: {},
        'send-back': {},
        notify: { signature },
        decide: { decision, signature },
        'give-reasons': { reasons: { law: 'CGCT', facts: 'Pris.' }, author },
        attest: { author, noRefusal: true },
        assign: { to: null },
        note: { message },
        close: {},
        reopen: {},
        release: {},
        reject: {},
      };
      const acts = Object.entries(taken).map(([action, more]) => ({ action, seen: 1, ...more }));
      for (const account of [mayor, host]) {
        for (const { method, path: template } of routes) {
          for (const body of template === adminPaths.inboxActions ? acts : [undefined]) {
            const other = await account.call(method, path(template, id), body);
            const none = await account.call(method, path(template, nowhere), body);
            assert.equal(other.status, 404, `${method} ${template} ${body?.action}`);
            assert.deepEqual(other.body, none.body, 'what another has looks like nothing');
          }
        }
        const listed = await search(account, { box: 'all' });
        assert.ok(!JSON.stringify(listed).includes(ids.favril));
        const chosen = await search(account, { box: 'all', administrationId: ids.favril });
        assert.equal(chosen.total, 0);
      }
      assert.equal((await eventsOf(id)).length, 1);
      // The hosting's own administrator may serve a mairie, which then shows.
      await host.serves(ids.favril);
      assert.equal((await open(host, id)).id, id);
    });

    it('lets nobody in without a session, or without the permission', async () => {
      const { id } = await sent();
      const powerless = await makeAccount(harness, []);
      await powerless.serves(ids.favril);
      const reader = await makeAccount(harness, ['inbox.read']);
      await reader.serves(ids.favril);
      assert.ok(adminRoutes.length > 0);
      for (const { method, path: template } of adminRoutes) {
        const target = path(template, id);
        const body = method === 'GET' ? undefined : {};
        assert.equal(
          (await callAdmin(harness, null, method, target, body)).status,
          401,
          `${method} ${target}`,
        );
        assert.equal((await powerless.call(method, target, body)).status, 403, `${method} ${target}`);
      }
      assert.equal((await open(reader, id)).id, id);
      assert.equal((await act(reader, id, { action: 'close', seen: 1 })).status, 403);
    });
  });
}
