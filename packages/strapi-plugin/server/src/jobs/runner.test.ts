/** What a commit costs the workers, counted on SQLite, where every statement goes through one connection. */
import assert from 'node:assert/strict';
import { EventEmitter, once } from 'node:events';
import { after, it } from 'node:test';
import { TestClock } from 'pg-boss';
import { createQueue } from './create-queue.js';
import { connect, sqlite } from './testing/databases.js';

const at = await sqlite.create();
const knex = connect(at.config);
const log = { warn: () => undefined, error: () => undefined };
const queue = await createQueue({ knex, log, clock: new TestClock() });
after(async () => {
  await queue.stop();
  await knex.destroy();
  await at.drop();
});

it('looks for work only in the queue that was given some', async () => {
  const digests = new EventEmitter();
  queue.work('mail', async () => assert.fail('no mail was enqueued'), { concurrency: 1 });
  queue.work('digest', async () => void digests.emit('sent'), { concurrency: 1 });
  await queue.start();
  const sendDigest = async () => {
    const sent = once(digests, 'sent');
    await knex.transaction(async (trx) =>
      queue.enqueue(trx, [
        { queue: 'digest', administrationId: 'favril', payload: { agentId: 1, day: '2026-11-23' } },
      ]),
    );
    await sent;
  };
  // At its start it looks at every queue, in their order.
  await sendDigest();
  const looked: unknown[] = [];
  knex.on('query', ({ bindings }: { bindings?: unknown[] }) => looked.push(...(bindings ?? [])));
  await sendDigest();
  assert.ok(looked.includes('digest'));
  assert.ok(!looked.includes('mail'));
});
