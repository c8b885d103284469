import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { after, describe, it } from 'node:test';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { aRequest, call, openTracking, seed, send } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');

/** Boots, which must fail; gives the reason. */
async function refusal(config: Record<string, unknown>, folder?: string): Promise<string> {
  let harness: Harness;
  try {
    harness = await startHarness({ config, ...(folder && { folder }) });
  } catch (error) {
    return (error as Error).message;
  }
  await harness.stop();
  return assert.fail('it started');
}

describe('booting', () => {
  it('refuses to start without keys, and on an address that residents’ data would cross in the clear', async () => {
    assert.match(await refusal({ keys: [] }), /guichet\.config\.keys needs at least one encryption key\./);
    assert.match(await refusal({ publicUrl: 'http://guichet.example' }), /publicUrl begins with https:\/\//);
  });

  it('warns on a Strapi with known holes, and on no other', async () => {
    const warned = async (strapiVersion?: string) => {
      const harness = await startHarness(strapiVersion ? { strapiVersion } : {});
      const logs = harness.logs();
      await harness.stop();
      return /warn.*: guichet: (.*)/.exec(logs)?.[1];
    };
    assert.equal(await warned(), undefined);
    assert.equal(await warned('5.45.0'), undefined);
    assert.equal(await warned('5.44.2'), 'Strapi 5.44.2 has known security holes; upgrade to 5.45 or newer.');
  });

  it('refuses to start without a key that something was encrypted with, and reads after a rotation', async () => {
    const old = `old:${key(4)}`;
    const first = await startHarness({ config: { keys: [old] } });
    await seed(first);
    const { body } = await send(first);
    await first.stop({ keep: true });
    const { folder } = first;

    const lacking = await refusal({ keys: [`new:${key(5)}`] }, folder);
    assert.match(lacking, /keys lacks old,/);

    const rotated = await startHarness({ folder, config: { keys: [`new:${key(5)}`, old] } });
    try {
      const opened = await openTracking(rotated, {
        reference: body.reference,
        trackingCode: body.trackingCode,
      });
      assert.equal(opened.body.request.subject, aRequest().subject);
      await send(rotated);
      assert.deepEqual((await getService(rotated.strapi, 'store').keyIds()).sort(), ['new', 'old']);
    } finally {
      await rotated.stop();
    }
  });

  for (const database of databases) {
    it(`keeps every row through a boot with the plugin disabled, on ${database}`, async () => {
      const first = await startHarness({ database });
      const { favril } = await seed(first);
      const managed = {
        user: { id: 0, firstname: null, lastname: null },
        managesAll: true,
        configures: true,
      };
      await getService(first.strapi, 'proceduresAdmin').createReadyMade(managed, favril, 'accessibility');
      const idempotencyKey = randomUUID();
      const { body } = await send(first, aRequest(), { key: idempotencyKey });
      const { folder } = first;
      await first.stop({ keep: true });

      const without = await startHarness({ database, folder, enabled: false });
      const hasPlugin = Boolean(without.strapi.plugin('guichet'));
      await without.stop({ keep: true });
      assert.equal(hasPlugin, false);

      const again = await startHarness({ database, folder });
      try {
        assert.equal((await call(again, 'GET', 'administration', '28148')).status, 200);
        assert.equal((await getService(again.strapi, 'administration').all()).length, 2);
        const [kept] = await getService(again.strapi, 'procedures').of(favril);
        assert.equal(kept?.slug, 'accessibilite');
        const opened = await openTracking(again, {
          reference: body.reference,
          trackingCode: body.trackingCode,
        });
        assert.equal(opened.status, 200);
        assert.deepEqual((await send(again, aRequest(), { key: idempotencyKey })).body, body);
        assert.equal((await send(again, aRequest({ recipient: 'voirie' }))).status, 201);
      } finally {
        await again.stop();
      }
    });
  }

  it('sets what keeps an acknowledged write through a power cut', async () => {
    const harness = await startHarness();
    try {
      const pragma = async (name: string) => Object.values((await harness.knex.raw(`pragma ${name}`))[0])[0];
      assert.deepEqual([await pragma('journal_mode'), await pragma('synchronous')], ['wal', 2]);
      assert.ok(Number(await pragma('busy_timeout')) > 0);
    } finally {
      await harness.stop();
    }
  });

  it('refuses what there is no room for, and says so in its health', async () => {
    const harness = await startHarness({ config: { minimumFreeBytes: Number.MAX_SAFE_INTEGER } });
    try {
      await seed(harness);
      const { status, headers } = await send(harness);
      assert.deepEqual([status, headers.get('retry-after')], [503, '60']);
      assert.equal((await call(harness, 'GET', 'health', '')).status, 503);
      assert.equal((await call(harness, 'GET', 'administration', '28148')).status, 200);
    } finally {
      await harness.stop();
    }
  });

  it('waits for another process’s lock, then says when to come back: never a 500', async () => {
    const harness = await startHarness();
    try {
      await seed(harness);
      const hold = async (ms: number) => {
        const program = `const db = require('better-sqlite3')(process.argv[1]); db.exec('begin immediate'); console.log('held'); setTimeout(() => { db.exec('rollback'); db.close(); }, ${ms});`;
        const holder = spawn(process.execPath, ['-e', program, `${harness.folder}/data.db`], {
          stdio: ['ignore', 'pipe', 'inherit'],
        });
        await new Promise((held) => holder.stdout.once('data', held));
        return new Promise((gone) => holder.once('exit', gone));
      };
      const gone = hold(2500);
      const lock = await Promise.race([
        gone.then(() => 'gone'),
        new Promise((done) => setTimeout(done, 300, 'held')),
      ]);
      assert.equal(lock, 'held');
      const replies = await Promise.all(Array.from({ length: 20 }, () => send(harness)));
      for (const { status, headers } of replies) {
        assert.ok(status === 201 || (status === 503 && headers.get('retry-after')), String(status));
      }
      assert.ok(replies.some(({ status }) => status === 201));
      await gone;
      const rows = Number((await harness.knex('guichet_requests').count({ n: '*' }).first())!['n']);
      assert.equal(rows, replies.filter(({ status }) => status === 201).length);
    } finally {
      await harness.stop();
    }
  });

  it('answers what it has begun before it stops', async () => {
    const harness = await startHarness();
    await seed(harness);
    await call(harness, 'GET', 'administration', '28148');
    const begun = Array.from({ length: 30 }, () => send(harness));
    // Let them arrive.
    await new Promise<void>((arrived) => {
      let seen = 0;
      harness.strapi.server.httpServer.on('request', () => ++seen === 30 && arrived());
    });
    const stopped = harness.stop();
    assert.deepEqual(new Set((await Promise.all(begun)).map(({ status }) => status)), new Set([201]));
    await stopped;
  });
});
