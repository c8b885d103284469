/** A commit that fails is no acknowledgement: whoever got a reference is in the database. */
import type { Problem } from '@guichet/contracts/problem';
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { aRequest, seed, send } from '../api/calls.js';
import { databases, startHarness, stopDatabases } from '../api/harness.js';

after(stopDatabases);

/** In the blocks of 512 bytes that POSIX counts in: less than SQLite's log holds before it is written back. */
const DISK_BLOCKS = 5000;
const IN_FLIGHT = 20;
const MOST_ROUNDS = 60;

describe('SQLite on a disk that fills', { skip: !databases.includes('sqlite') }, () => {
  it('refuses what it could not write, and has all that it acknowledged', async () => {
    const seeded = await startHarness();
    await seed(seeded);
    const { folder } = seeded;
    await seeded.stop({ keep: true });
    const script = fileURLToPath(new URL('doomed-node.ts', import.meta.url));
    const node = [
      process.execPath,
      '--import',
      './.config/typescript.mjs',
      '--conditions=@guichet/source',
      script,
      'sqlite',
      folder,
    ];
    // A process may not write files longer than this: to SQLite, a disk without room that no look at it foretells.
    const child = spawn('sh', ['-c', `ulimit -f ${DISK_BLOCKS}; exec "$@"`, 'sh', ...node], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [origin] = (await once(createInterface(child.stdout), 'line')) as [string];
    const limited = { ...seeded, origin };

    const references: string[] = [];
    const refusals: [number, string | undefined, boolean][] = [];
    const message = 'é'.repeat(5000);
    for (let round = 0; refusals.length < 2 * IN_FLIGHT && round < MOST_ROUNDS; round++) {
      const replies = await Promise.all(
        Array.from({ length: IN_FLIGHT }, () =>
          send<{ reference: string } & Problem>(limited, aRequest({ message })),
        ),
      );
      for (const { status, body, headers } of replies) {
        if (status === 201) references.push(body.reference);
        else refusals.push([status, body.code, headers.has('retry-after')]);
      }
    }
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    assert.ok(references.length > 0);
    assert.ok(refusals.length > 0, 'the disk filled');
    assert.deepEqual(new Set(refusals.map(String)), new Set(['503,unavailable,true']));

    const harness = await startHarness({ folder });
    try {
      const rows: string[] = await harness.knex('guichet_requests').pluck('reference');
      for (const reference of references) assert.ok(rows.includes(reference), reference);
      assert.equal((await send(harness)).status, 201);
    } finally {
      await harness.stop();
    }
  });
});

describe('PostgreSQL that refuses at the commit', { skip: !databases.includes('postgres') }, () => {
  it('makes no acknowledgement, and recovers', async () => {
    const harness = await startHarness({ database: 'postgres' });
    try {
      await seed(harness);
      await harness.knex.raw(`
        create function out_of_disk() returns trigger language plpgsql as
          $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
        create constraint trigger out_of_disk after insert on guichet_requests
          deferrable initially deferred for each row execute function out_of_disk()`);
      const { status, headers, body } = await send<Problem>(harness);
      assert.deepEqual([status, body.code], [503, 'unavailable']);
      assert.ok(headers.has('retry-after'));
      await harness.knex.raw('drop function out_of_disk cascade');
      const { body: created } = await send(harness);
      assert.deepEqual(await harness.knex('guichet_requests').pluck('reference'), [created.reference]);
    } finally {
      await harness.stop();
    }
  });
});
