/** What the antivirus says, and what becomes of files while it says nothing. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { aPdf } from '../../packages/strapi-plugin/server/src/features/attachments/testing/files.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Clamd, startClamd, VIRUS } from '../clamd.js';
import { download, refusal, upload } from './attachment-calls.js';
import { aRequest, begun, call, openTracking, seed, send } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

for (const database of databases) {
  describe(`the antivirus, on ${database}`, () => {
    let clamd: Clamd;
    let harness: Harness;
    let formToken: string;

    before(async () => {
      clamd = await startClamd();
      const config = { attachments: { clamd: { host: '127.0.0.1', port: clamd.port } } };
      harness = await startHarness({ database, config });
      formToken = begun(harness, (await seed(harness)).favril);
    });
    after(async () => {
      await harness.stop();
      await clamd.stop();
    });

    const rescan = () => getService(harness.strapi, 'attachments').readWaiting(new AbortController().signal);
    const away = () => clamd.stop();
    const back = async () => (clamd = await startClamd(clamd.port));

    /** Sends a request with a file, and opens it. */
    async function sendFile(file: Buffer) {
      const { id } = (await upload(harness, file)).body;
      const { reference, trackingCode } = (await send(harness, aRequest({ formToken, attachments: [id] })))
        .body;
      const open = async () => (await openTracking(harness, { reference, trackingCode })).body;
      const { token: bearer } = await open();
      const state = async () => (await open()).request.timeline[0]!.attachments[0]!.state;
      return { id, bearer, state };
    }

    it('reads each file whole while it comes in, and lets what is clean be downloaded', async () => {
      const file = aPdf('x'.repeat(600_000));
      const { id, bearer, state } = await sendFile(file);
      assert.ok(clamd.read.at(-1)!.equals(file));
      assert.equal(await state(), 'available');
      assert.ok((await download(harness, id, { bearer })).bytes.equals(file));
    });

    it('has what it knows refused, and nothing left of it', async () => {
      const before = await harness.knex('guichet_attachments');
      assert.deepEqual(await refusal(harness, aPdf(VIRUS)), { status: 422, code: 'file-infected' });
      assert.deepEqual(await harness.knex('guichet_attachments'), before);
      const owners = before.map(({ id }: { id: string }) => id);
      assert.deepEqual(
        await harness.knex('guichet_attachment_chunks').whereNotIn('attachment_id', owners),
        [],
      );
    });

    it('keeps nobody from sending while it is away: what came then waits, and is read when it is back', async () => {
      await away();
      const file = aPdf('en attendant');
      const { id, bearer, state } = await sendFile(file);
      assert.equal(await state(), 'waiting');
      const refused = await call(harness, 'GET', 'trackedRequest', '28148', undefined, { bearer });
      assert.equal(refused.status, 200);
      const early = await download(harness, id, { bearer });
      assert.deepEqual([early.status, JSON.parse(String(early.bytes)).code], [409, 'attachment-waiting']);
      await rescan();
      assert.equal(await state(), 'waiting');
      await back();
      await rescan();
      assert.equal(await state(), 'available');
      assert.ok(clamd.read.at(-1)!.equals(file));
      assert.ok((await download(harness, id, { bearer })).bytes.equals(file));
    });

    it('has what it finds later deleted, and marked', async () => {
      await away();
      const { id, bearer, state } = await sendFile(aPdf(VIRUS));
      await back();
      await rescan();
      assert.equal(await state(), 'infected');
      assert.equal((await download(harness, id, { bearer })).status, 404);
      assert.deepEqual(await harness.knex('guichet_attachment_chunks').where({ attachment_id: id }), []);
      const row = await harness.knex('guichet_attachments').where({ id }).first();
      assert.deepEqual([row.wrapped_key, row.content], [null, null]);
    });

    it('has a file that it does not want wait, and goes on to the next', async () => {
      await away();
      const files = [aPdf('x'.repeat(300_000)), aPdf('petit'), aPdf('y'.repeat(300_000))];
      const sent = [];
      for (const file of files) sent.push(await sendFile(file));
      await back();
      clamd.most = 200_000;
      await rescan();
      const states = await Promise.all(sent.map(({ state }) => state()));
      assert.deepEqual(states, ['waiting', 'available', 'waiting']);
      // As it comes in, as well.
      assert.equal(await (await sendFile(aPdf('z'.repeat(3_000_000)))).state(), 'waiting');
      clamd.most = Infinity;
      await rescan();
      assert.deepEqual(await Promise.all(sent.map(({ state }) => state())), Array(3).fill('available'));
    });
  });
}
