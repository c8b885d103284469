/** A file of 100 MB, there and back: the server holds no more of it than a few rows. */
import type { Attachment } from '@guichet/contracts/attachment';
import { IDEMPOTENCY_KEY, pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { request } from 'node:http';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { aRequest, begun, FAVRIL, openTracking, seed, send } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

const MEGABYTE = 1024 * 1024;
/** PostgreSQL writes everything twice, its journal included: the test would take as long as ten others. */
const SIZE = { sqlite: 99 * MEGABYTE, postgres: 30 * MEGABYTE };
/** How many times the node looks at its memory while a file passes: each look costs as much as ten megabytes. */
const LOOKS = 5;

after(stopDatabases);

/** @param passed is called when each part of a file has passed; nobody waits for it, and the file goes on meanwhile */
function atEachLook(bytes: number, passed: () => void): (bytes: number) => void {
  let seen = 0;
  let told = 0;
  return (more) => {
    seen += more;
    if (seen < ((told + 1) * bytes) / LOOKS) return;
    told++;
    passed();
  };
}

/** Sends a file that is made as it leaves. */
async function sendLarge(
  origin: string,
  bytes: number,
  passed: (bytes: number) => void = () => undefined,
): Promise<Attachment & { sent: string }> {
  const hash = createHash('sha256');
  const outgoing = request(origin + pathOf('attachments', '28148'), {
    method: 'POST',
    headers: {
      Origin: FAVRIL,
      [IDEMPOTENCY_KEY]: randomUUID(),
      'Content-Type': 'multipart/form-data; boundary=b',
    },
  });
  outgoing.write('--b\r\nContent-Disposition: form-data; name="file"; filename="plan.pdf"\r\n\r\n');
  const write = async (part: Buffer) => {
    hash.update(part);
    if (!outgoing.write(part)) await once(outgoing, 'drain');
    passed(part.length);
  };
  await write(Buffer.from('%PDF-1.7\n'));
  const block = randomBytes(MEGABYTE);
  for (let at = 0; at < bytes; at += block.length) {
    block.writeUInt32BE(at);
    await write(Buffer.from(block));
  }
  await write(Buffer.from('\nstartxref\n9\n%%EOF\n'));
  outgoing.end('\r\n--b--\r\n');
  const [reply] = await once(outgoing, 'response');
  let text = '';
  for await (const part of reply) text += String(part);
  assert.equal(reply.statusCode, 201, text);
  return { ...(JSON.parse(text) as Attachment), sent: hash.digest('hex') };
}

for (const database of databases) {
  describe(`a large file, on ${database}`, () => {
    let seeded: Harness;
    let node: ChildProcess;
    let origin: string;
    let formToken: string;

    before(async () => {
      seeded = await startHarness({ database });
      const { favril } = await seed(seeded);
      formToken = begun(seeded, favril);
      await seeded.stop({ keep: true });
      const script = fileURLToPath(new URL('attachments-node.ts', import.meta.url));
      const options = [
        '--expose-gc',
        '--import',
        './.config/typescript.mjs',
        '--conditions=@guichet/source',
        script,
        database,
        seeded.folder,
      ];
      node = spawn(process.execPath, options, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
      [origin] = (await once(node, 'message')) as [string];
    });
    after(async () => {
      const gone = once(node, 'exit');
      node.kill('SIGKILL');
      await gone;
      rmSync(seeded.folder, { recursive: true, force: true });
    });

    it('takes less than 50 MB of memory, in and out', async () => {
      const tell = async (word: 'begin' | 'end') => {
        node.send(word);
        return ((await once(node, 'message')) as [unknown])[0];
      };
      const look = () => node.send('look');
      // Code is loaded and compiled once.
      await sendLarge(origin, 5 * MEGABYTE);
      await tell('begin');
      const { id, sha256, sent, size } = await sendLarge(
        origin,
        SIZE[database],
        atEachLook(SIZE[database], look),
      );
      const whileIn = (await tell('end')) as number;
      assert.deepEqual([size > SIZE[database], sha256], [true, sent]);

      const there = { ...seeded, origin };
      const { reference, trackingCode } = (await send(there, aRequest({ formToken, attachments: [id] })))
        .body;
      const { token } = (await openTracking(there, { reference, trackingCode })).body;
      await tell('begin');
      const response = await fetch(origin + pathOf('trackingAttachment', '28148', id), {
        headers: { Origin: FAVRIL, Authorization: `Bearer ${token}` },
      });
      assert.equal(response.status, 200);
      const hash = createHash('sha256');
      const passed = atEachLook(size, look);
      for await (const part of response.body as unknown as AsyncIterable<Uint8Array>) {
        hash.update(part);
        passed(part.length);
      }
      const whileOut = (await tell('end')) as number;
      assert.equal(hash.digest('hex'), sent);
      assert.ok(whileIn < 50 * MEGABYTE, `${whileIn / MEGABYTE} MB while it came in`);
      assert.ok(whileOut < 50 * MEGABYTE, `${whileOut / MEGABYTE} MB while it left`);
    });
  });
}
