import { readReference } from '@guichet/contracts/reference';
import type { Problem } from '@guichet/contracts/problem';
import type { RequestCreated } from '@guichet/contracts/request';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { aRequest, angela, begun, call, FAVRIL, seed, send, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

for (const database of databases) {
  describe(`sending a request, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };

    before(async () => {
      harness = await startHarness({
        database,
        config: { rates: { send: generous, sendToAdministration: generous } },
      });
      ids = await seed(harness);
    });
    after(() => harness.stop());

    const count = async (table: string, where: object = {}) =>
      Number((await harness.knex(table).where(where).count({ n: '*' }).first())!['n']);
    /** Jobs of a request that wait, whichever driver holds them. */
    const jobs = async (requestId: string): Promise<{ kind: string; runAt: Date }[]> => {
      if (database === 'sqlite') {
        const rows = await harness.knex('guichet_jobs').where({ request_id: requestId });
        return rows.map((row) => ({
          kind: JSON.parse(row.payload).kind,
          runAt: new Date(Number(row.run_at)),
        }));
      }
      const { rows } = await harness.knex.raw(
        `select table_schema from information_schema.tables where table_name = 'job' limit 1`,
      );
      const { rows: found } = await harness.knex.raw(
        `select data, start_after from ??.job where data::text like ?`,
        [rows[0].table_schema, `%${requestId}%`],
      );
      return found.map((row: { data: unknown; start_after: Date }) => ({
        kind: /(registration-receipt|service-notice)/.exec(JSON.stringify(row.data))![1]!,
        runAt: row.start_after,
      }));
    };
    const idOf = async (reference: string) =>
      (await harness.knex('guichet_requests').where({ reference }).first('id'))!.id as string;

    it('gives a reference, a code shown once, the date, and who handles it', async () => {
      const { status, headers, body } = await send(harness, aRequest({ recipient: 'voirie' }));
      assert.equal(status, 201);
      assert.equal(readReference(body.reference), body.reference);
      assert.match(body.reference, /^28148-\d{4}-/);
      assert.match(body.trackingCode, /^(?:[0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
      assert.match(body.receivedAt, /[+-]\d\d:\d\d$/);
      const { jws, ...receipt } = body.receipt;
      assert.match(jws ?? '', /^eyJ/);
      assert.deepEqual(receipt, {
        kind: 'registration',
        service: {
          name: 'Mairie du Favril, Service voirie',
          address: '1 place de l’Église, 28190 Le Favril',
          email: 'voirie@lefavril.example',
          phone: '01 99 00 28 15',
        },
      });
      assert.equal(headers.get('access-control-allow-origin'), FAVRIL);
      assert.equal(headers.get('cache-control'), 'no-store');
    });

    it('makes one request and one set of jobs of a hundred posts with one key', async () => {
      const before = await count('guichet_requests');
      const key = randomUUID();
      // Connections that stand: the posts then arrive together, not as each is connected.
      await Promise.all(Array.from({ length: 100 }, () => call(harness, 'GET', 'administration', '28148')));
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      harness.knex.on('query', listen);
      const replies = await Promise.all(
        Array.from({ length: 100 }, () => send(harness, aRequest(), { key })),
      );
      harness.knex.off('query', listen);
      const inGroups = statements.filter((sql) => /^savepoint/i.test(sql)).length;
      // On SQLite they are written many together, which must not change what each is told.
      if (database === 'sqlite') assert.ok(inGroups > 50, `${inGroups} of them shared a commit`);
      assert.deepEqual([...new Set(replies.map(({ status }) => status))], [201]);
      assert.equal(new Set(replies.map(({ body }) => JSON.stringify(body))).size, 1);
      assert.equal((await count('guichet_requests')) - before, 1);
      const kinds = (await jobs(await idOf(replies[0]!.body.reference))).map(({ kind }) => kind);
      assert.deepEqual(kinds.sort(), ['registration-receipt', 'service-notice']);
    });

    it('gives the same reply to a retry whose form token and trap differ, and refuses another body', async () => {
      const key = randomUUID();
      const first = await send(harness, aRequest({ formToken: 'a' }), { key });
      const again = await send(harness, aRequest({ formToken: 'b', trap: 'c' }), { key: key.toUpperCase() });
      assert.deepEqual(again.body, first.body);
      const other = await send<Problem>(harness, aRequest({ subject: 'Autre' }), { key });
      assert.equal(other.status, 422);
      assert.equal(other.body.code, 'idempotency-key-reused');
    });

    it('shows nothing of another administration’s reply to the same key', async () => {
      const key = randomUUID();
      const first = await send(harness, aRequest(), { key });
      const second = await send(harness, aRequest(), { key, code: '77475', origin: TRILPORT });
      assert.equal(second.status, 201);
      assert.match(second.body.reference, /^77475-/);
      assert.notEqual(second.body.trackingCode, first.body.trackingCode);
      const other = await send(harness, aRequest({ subject: 'Autre' }), {
        key,
        code: '77475',
        origin: TRILPORT,
      });
      assert.equal(other.status, 422);
    });

    it('asks for an Idempotency-Key that is a UUID', async () => {
      for (const key of ['', 'not-a-uuid']) {
        const { status, body } = await send<Problem>(harness, aRequest(), { key });
        assert.equal(status, 400);
        assert.equal(body.code, 'idempotency-key-missing');
      }
    });

    it('takes one transaction of six statements, BEGIN and COMMIT included', async (t) => {
      // What is kept in memory for a while is not read again in between.
      const now = performance.now();
      t.mock.method(performance, 'now', () => now);
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      await send(harness);
      harness.knex.on('query', listen);
      await send(harness, aRequest({ formToken: begun(harness, ids.favril) }));
      harness.knex.off('query', listen);
      // The limiter is apart, and so are the queue's own looks for work, which do not wait for anyone.
      const start = statements.findIndex((sql) => /^begin/i.test(sql));
      const end = statements.findIndex((sql) => /^commit/i.test(sql));
      const own = statements.slice(start, end + 1);
      assert.match(own[1]!, /^insert into .guichet_idempotency/);
      assert.equal(own.length, 6, own.join('\n'));
      assert.equal(own.filter((sql) => /^(?:begin|commit)/i.test(sql)).length, 2);
      const before = statements.slice(0, start).filter((sql) => /guichet_(?!jobs|schedules|rates)/.test(sql));
      assert.deepEqual(before, []);
    });

    it('gives a suspect its reference, its code and its receipt, and holds its mails', async () => {
      const person = await send(harness, aRequest({ formToken: begun(harness, ids.favril) }));
      const suspects = {
        'trap filled': aRequest({ formToken: begun(harness, ids.favril), trap: 'https://spam.example' }),
        'token missing': aRequest(),
        'token forged': aRequest({ formToken: `${Date.now().toString(36)}.AAAA` }),
        'token of another administration': aRequest({ formToken: begun(harness, ids.trilport) }),
      };
      const rowOf = (reply: { body: RequestCreated }) =>
        harness.knex('guichet_requests').where({ reference: reply.body.reference }).first();
      assert.equal((await rowOf(person)).suspicion, 'none');
      for (const [why, body] of Object.entries(suspects)) {
        const reply = await send(harness, body);
        assert.equal(reply.status, 201, why);
        // Each is signed with its own reference.
        const unsigned = ({ body }: typeof reply) => ({ ...body.receipt, jws: typeof body.receipt.jws });
        assert.deepEqual(unsigned(reply), unsigned(person), why);
        const row = await rowOf(reply);
        assert.equal(row.suspicion, 'suspect', why);
        const held = await jobs(row.id);
        assert.equal(held.length, 2, why);
        for (const { runAt } of held) assert.ok(runAt.getTime() > Date.now() + 3_600_000, why);
      }
    });

    it('refuses unknown members at every depth, and says nothing of what was sent', async () => {
      const canary = 'c4n4ry-value';
      const bodies: [string, object][] = [
        ['', { ...aRequest(), [canary]: canary }],
        ['sender', aRequest({ sender: { ...angela, [canary]: canary } as never })],
        [
          'sender.postalAddress',
          aRequest({
            sender: { ...angela, postalAddress: { ...angela.postalAddress, [canary]: 1 } as never },
          }),
        ],
      ];
      for (const [path, body] of bodies) {
        const { status, body: problem } = await send<Problem>(harness, body);
        assert.equal(status, 400);
        assert.deepEqual(problem.errors, [{ path, code: 'not-allowed' }]);
        assert.ok(!JSON.stringify(problem).includes(canary));
      }
      const polluting = JSON.parse(
        JSON.stringify(aRequest({ sender: { ...angela, familyName: '?' } })).replace(
          '"familyName":"?"',
          `"familyName":"Dubois","__proto__":{"${canary}":1}`,
        ),
      ) as object;
      const { status, body: problem } = await send<Problem>(harness, polluting);
      assert.deepEqual([status, problem.code], [400, 'malformed-request']);
      assert.ok(!JSON.stringify(problem).includes(canary));
    });

    it('names each member that is wrong, with its code', async () => {
      const { status, body } = await send<Problem>(harness, aRequest({ recipient: 'nowhere' }));
      assert.deepEqual([status, body.errors], [400, [{ path: 'recipient', code: 'invalid' }]]);
      const wrong = await send<Problem>(
        harness,
        aRequest({ sender: { ...angela, email: 'x', familyName: ' ' }, subject: 'a'.repeat(151) }),
      );
      assert.deepEqual(wrong.body.errors, [
        { path: 'sender.familyName', code: 'required' },
        { path: 'sender.email', code: 'invalid' },
        { path: 'subject', code: 'too-long' },
      ]);
      const { procedure: _, ...missing } = aRequest();
      assert.deepEqual((await send<Problem>(harness, missing)).body.errors, [
        { path: 'procedure', code: 'required' },
      ]);
    });
  });
}
