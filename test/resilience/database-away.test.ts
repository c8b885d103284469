/** PostgreSQL goes away under a running hosting, and comes back: nobody is left hanging, nothing acknowledged is lost. */
import type { Health } from '@guichet/contracts/health';
import type { Problem } from '@guichet/contracts/problem';
import type { RequestCreated } from '@guichet/contracts/request';
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { angela, aRequest, begun, call, openTracking, type Reply, seed, send } from '../api/calls.js';
import { databases, generous, type Harness, startHarness } from '../api/harness.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Postgres, startPostgres } from '../postgres.js';
import { type SmtpCatcher, startSmtp } from '../smtp.js';

const SENDERS = 12;
const SUBMISSIONS = 120;
/** Longer than an administration is fresh in memory. */
const AWAY_MS = 12_000;

interface Submission {
  key: string;
  email: string;
  body: ReturnType<typeof aRequest>;
  reply?: RequestCreated;
}

function assertUnavailable({ status, headers, body }: Reply<unknown>): void {
  const { code } = body as Problem;
  assert.deepEqual([status, code], [503, 'unavailable']);
  assert.ok(Number(headers.get('retry-after')) > 0);
}

describe('PostgreSQL away', { skip: !databases.includes('postgres'), timeout: 300_000 }, () => {
  let postgres: Postgres;
  let smtp: SmtpCatcher;
  let harness: Harness;
  let all: Submission[];

  before(async () => {
    postgres = await startPostgres();
    smtp = await startSmtp();
    const rates = { send: generous, sendToAdministration: generous, track: generous };
    const connection = await postgres.createDatabase();
    harness = await startHarness({
      database: 'postgres',
      connection,
      smtpPort: smtp.port,
      config: { rates },
    });
    const { favril } = await seed(harness);
    const formToken = begun(harness, favril);
    all = Array.from({ length: SUBMISSIONS }, () => {
      const email = `r${randomUUID()}@boite.example`;
      return { key: randomUUID(), email, body: aRequest({ formToken, sender: { ...angela, email } }) };
    });
  });
  after(async () => {
    await harness.stop();
    await smtp.stop();
    await postgres.stop();
  });

  const health = () => call<Health>(harness, 'GET', 'health', '');

  it('is said at once, with when to come back; what is kept in memory is still read', async (test) => {
    const waiting = all.values();
    let refusals = 0;
    async function sendOnes(): Promise<void> {
      for (const next of waiting) {
        while (!next.reply) {
          const reply = await send(harness, next.body, { key: next.key });
          if (reply.status === 201) next.reply = reply.body;
          else {
            assertUnavailable(reply);
            refusals++;
            await sleep(250);
          }
        }
      }
    }
    assert.equal((await health()).status, 200);
    // Both administrations are kept; the directory of one of them only.
    const directory = (code: string) => call(harness, 'GET', 'directory', code);
    const { headers: read, body: whole } = await directory('28148');
    const guides = await call(harness, 'GET', 'guides', '28148');
    assert.equal((await call(harness, 'GET', 'administration', '77475')).status, 200);
    const sent = Promise.all(Array.from({ length: SENDERS }, sendOnes));
    // In the middle of it.
    while (all.filter(({ reply }) => reply).length < SUBMISSIONS / 3) await sleep(1);
    // As if its ten seconds were over: the administration is read again, its directory is not yet.
    getService(harness.strapi, 'administration').refresh();
    for (const code of ['28148', '77475'])
      assert.equal((await call(harness, 'GET', 'administration', code)).status, 200);
    await postgres.goAway();

    const { reference, trackingCode } = all.find(({ reply }) => reply)!.reply!;
    const codes = { reference, trackingCode };
    try {
      const since = performance.now();
      do {
        const { status, body } = await health();
        assert.deepEqual([status, body.status, body.checks['database']], [503, 'down', 'down']);
        assertUnavailable(await send<unknown>(harness, aRequest()));
        assertUnavailable(await openTracking<unknown>(harness, codes));
        assert.equal((await call(harness, 'GET', 'administration', '28148')).status, 200);
        for (const page of ['contactPage', 'servicesPage'] as const)
          assert.equal((await fetch(harness.origin + pathOf(page, '28148'))).status, 200);
        const kept = await directory('28148');
        assert.deepEqual([kept.status, kept.headers.get('etag')], [200, read.get('etag')]);
        assert.deepEqual(kept.body, whole);
        assert.deepEqual((await call(harness, 'GET', 'guides', '28148')).body, guides.body);
        // What nobody had asked for is not known: said as it is, and never as an empty directory.
        assertUnavailable(await directory('77475'));
        const page = await fetch(harness.origin + pathOf('servicesPage', '77475'));
        assert.equal(page.status, 503);
        assert.ok(Number(page.headers.get('retry-after')) > 0);
        await sleep(500);
      } while (performance.now() - since < AWAY_MS);
    } finally {
      await postgres.comeBack();
    }
    await sent;
    test.diagnostic(`${refusals} refusals`);
    assert.ok(refusals > 0);
    assert.equal((await health()).status, 200);
    assert.equal((await directory('77475')).status, 200);
  });

  it('loses nothing that was acknowledged, and doubles nothing that was sent again', async () => {
    const references = all.map(({ reply }) => reply!.reference);
    const rows: string[] = await harness.knex('guichet_requests').pluck('reference');
    assert.deepEqual(rows.sort(), references.sort());
    for (const { key, body, reply } of all)
      assert.deepEqual((await send(harness, body, { key })).body, reply);
  });

  it('goes on with the mails, those of before and those of after', async () => {
    const mairie = () =>
      new Set(smtp.to('mairie@lefavril.example').map(({ parsed }) => parsed.messageId)).size;
    // A job that was claimed as the database went is another's once its lease has lapsed: the suite's own limit counts.
    while (mairie() < SUBMISSIONS || all.some(({ email }) => !smtp.to(email).length)) await sleep(100);
    assert.equal(mairie(), SUBMISSIONS);
    for (const { email } of all) {
      // What had left when the database went may leave again: the resident's mailbox knows it by its id.
      assert.equal(new Set(smtp.to(email).map(({ parsed }) => parsed.messageId)).size, 1, email);
    }
  });
});
