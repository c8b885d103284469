/** What both drivers promise, on real databases. Time is the test's own: nothing here waits for a real minute. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { after, afterEach, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { TestClock } from 'pg-boss';
import { createQueue } from './create-queue.js';
import { Hopeless, Postponed, type Job, type JobQueue, type NewJob } from './queue.js';
import type { QueueOptions } from './queue-options.js';
import { connect, postgres, sqlite, type TestDatabase } from './testing/databases.js';

const MINUTE = 60_000;

type MailHandler = (job: Job<'mail'>) => Promise<void>;

function mail(
  requestId: string,
  administrationId = 'favril',
  more: Pick<NewJob, 'runAt'> = {},
): NewJob<'mail'> {
  return { queue: 'mail', administrationId, payload: { kind: 'registration-receipt', requestId }, ...more };
}

for (const database of [sqlite, postgres]) {
  describe(`the queue on ${database.name}`, () => contract(database));
}

function contract(database: TestDatabase): void {
  let clock: TestClock;
  let at: Awaited<ReturnType<TestDatabase['create']>>;
  let nodes: { queue: JobQueue; knex: Knex }[];

  beforeEach(async () => {
    clock = new TestClock();
    nodes = [];
    at = await database.create();
  });
  afterEach(async () => {
    await Promise.all(nodes.map(({ queue }) => queue.stop()));
    await Promise.all(nodes.map(({ knex }) => knex.destroy()));
    await at.drop();
  });
  after(() => database.stop());

  /** One node: its own connections, its own worker. */
  async function node(
    handler: MailHandler,
    more: { concurrency?: number; before?: (queue: JobQueue) => void } & Partial<QueueOptions> = {},
  ): Promise<{ queue: JobQueue; knex: Knex }> {
    const { concurrency = 1, before, ...options } = more;
    const knex = connect(at.config);
    const log = { warn: () => undefined, error: () => undefined };
    const queue = await createQueue({ knex, log, clock, ...options });
    queue.work('mail', handler, { concurrency });
    before?.(queue);
    nodes.push({ queue, knex });
    await queue.start();
    return { queue, knex };
  }

  async function enqueue({ queue, knex }: { queue: JobQueue; knex: Knex }, ...jobs: NewJob[]): Promise<void> {
    await knex.transaction(async (trx) => queue.enqueue(trx, jobs));
  }

  /** Lets time pass, a second a look, until the condition holds. */
  async function until(condition: () => boolean | Promise<boolean>, looks = 2000): Promise<void> {
    for (let i = 0; i < looks; i++) {
      if (await condition()) return;
      await clock.tick(1000);
      await sleep(2);
    }
    assert.fail('it never came');
  }

  /** Lets time pass, in which nothing more should happen. */
  async function pass(ms: number): Promise<void> {
    await clock.setTime(clock.now() + ms);
    for (let i = 0; i < 5; i++) {
      await clock.tick(1000);
      await sleep(5);
    }
  }

  it('runs what a committed transaction enqueued, and nothing of one rolled back', async () => {
    const ran: string[] = [];
    const one = await node(async ({ payload }) => void ran.push(payload.requestId));
    const failing = one.knex.transaction(async (trx) => {
      await one.queue.enqueue(trx, [mail('undone')]);
      throw new Error('rolled back');
    });
    await assert.rejects(failing, /rolled back/);
    await enqueue(one, mail('a'), mail('b'));
    await until(() => ran.length === 2);
    await pass(MINUTE);
    assert.deepEqual(ran.sort(), ['a', 'b']);
  });

  it('enqueues all the jobs of a queue in one statement of the transaction', async () => {
    const one = await node(async () => undefined);
    const statements: string[] = [];
    await one.knex.transaction(async (trx) => {
      trx.on('query', ({ sql }: { sql: string }) => statements.push(sql));
      await one.queue.enqueue(trx, [mail('a'), mail('b', 'trilport'), mail('c')]);
      assert.equal(statements.length, 1);
    });
  });

  it('hands over what was enqueued, unchanged', async () => {
    const got: Job[] = [];
    const one = await node(async (job) => void got.push(job));
    await enqueue(one, mail('a', 'trilport'));
    await until(() => got.length === 1);
    const [{ administrationId, payload }] = got as [Job];
    assert.deepEqual(
      { administrationId, payload },
      {
        administrationId: 'trilport',
        payload: { kind: 'registration-receipt', requestId: 'a' },
      },
    );
  });

  it('tries a failed job again, under the same id', async () => {
    const ids: string[] = [];
    const one = await node(async ({ id }) => {
      ids.push(id);
      if (ids.length < 4) throw new Error('the mail server is down');
    });
    await enqueue(one, mail('a'));
    await until(() => ids.length === 4);
    assert.equal(new Set(ids).size, 1);
    assert.deepEqual(await one.queue.deadLetters({ queue: 'mail', administrationIds: null }), []);
  });

  it('runs again what a killed worker was doing', async () => {
    const options = ['--import', './.config/typescript.mjs', '--conditions=@guichet/source'];
    const doomed = spawn(process.execPath, [
      ...options,
      script('testing/doomed-worker.ts'),
      JSON.stringify(at.config),
    ]);
    const [took] = (await once(doomed.stdout, 'data')) as [Buffer];
    doomed.kill('SIGKILL');
    await once(doomed, 'exit');
    const ids: string[] = [];
    await node(async ({ id }) => void ids.push(id));
    await until(() => ids.length === 1);
    assert.equal(took.toString(), ids[0]);
  });

  it('gives a job up only after the whole time it promises, then keeps it as a dead letter', async () => {
    let tries = 0;
    const retry = { first: 10, longest: { from: 60, to: 70 }, over: 300 };
    const refusal = Object.assign(new Error('550 <angela@example.org> unknown'), { code: 'ECONNECTION' });
    const one = await node(
      async () => {
        tries++;
        throw refusal;
      },
      { retry },
    );
    const began = clock.now();
    await enqueue(one, mail('a', 'trilport'));
    const dead = () => one.queue.deadLetters({ queue: 'mail', administrationIds: ['trilport'] });
    await until(async () => (await dead()).length === 1);
    assert.ok(clock.now() - began >= retry.over * 1000);

    const [letter] = await dead();
    assert.equal(letter?.attempts, tries);
    assert.equal(letter?.error, 'ECONNECTION');
    assert.equal(letter?.administrationId, 'trilport');
    assert.deepEqual(letter?.payload, { kind: 'registration-receipt', requestId: 'a' });
    await pass(24 * 60 * MINUTE);
    assert.equal(tries, letter?.attempts);
    assert.equal((await dead()).length, 1);
  });

  it('replays a dead letter under its old id, for who may see it only', async () => {
    const ids: string[] = [];
    let up = false;
    const one = await node(async ({ id }) => {
      ids.push(id);
      if (!up) throw new Hopeless('no-such-mailbox');
    });
    await enqueue(one, mail('a', 'trilport'));
    await until(
      async () => (await one.queue.deadLetters({ queue: 'mail', administrationIds: null })).length === 1,
    );
    assert.equal(ids.length, 1, 'a hopeless job is not tried again');
    const [letter] = await one.queue.deadLetters({ queue: 'mail', administrationIds: null });
    assert.equal(letter!.error, 'no-such-mailbox');
    assert.deepEqual(await one.queue.deadLetters({ queue: 'mail', administrationIds: ['favril'] }), []);
    assert.deepEqual(await one.queue.deadLetters({ queue: 'mail', administrationIds: [] }), []);

    up = true;
    assert.equal(await one.queue.replay(letter!.id, { queue: 'mail', administrationIds: ['favril'] }), false);
    assert.equal(await one.queue.replay('no such id', { queue: 'mail', administrationIds: null }), false);
    assert.equal(
      await one.queue.replay(letter!.id, { queue: 'mail', administrationIds: ['trilport'] }),
      true,
    );
    await until(() => ids.length === 2);
    assert.equal(ids[0], ids[1]);
    assert.deepEqual(await one.queue.deadLetters({ queue: 'mail', administrationIds: null }), []);
    assert.equal(await one.queue.replay(letter!.id, { queue: 'mail', administrationIds: null }), false);
  });

  it('lets a job put itself off without using up its attempts', async () => {
    const retry = { first: 1, longest: { from: 1, to: 1 }, over: 1 };
    const times: number[] = [];
    const one = await node(
      async () => {
        times.push(clock.now());
        if (times.length < 6) throw new Postponed(new Date(clock.now() + 60 * MINUTE));
      },
      { retry },
    );
    await enqueue(one, mail('a'));
    while (times.length < 6) {
      const before = times.length;
      await pass(59 * MINUTE);
      await until(() => times.length > before);
    }
    await pass(120 * MINUTE);
    assert.equal(times.length, 6);
    for (let i = 1; i < times.length; i++) assert.ok(times[i]! - times[i - 1]! >= 59 * MINUTE);
    assert.deepEqual(await one.queue.deadLetters({ queue: 'mail', administrationIds: null }), []);
  });

  it('runs nothing before its time, and what is brought forward at once', async () => {
    const ran: string[] = [];
    const one = await node(async ({ payload }) => void ran.push(payload.requestId));
    const runAt = new Date(clock.now() + 24 * 60 * MINUTE);
    await enqueue(
      one,
      mail('a', 'favril', { runAt }),
      mail('a', 'favril', { runAt }),
      mail('b', 'favril', { runAt }),
    );
    await pass(23 * 60 * MINUTE);
    assert.deepEqual(ran, []);

    const filter = { queue: 'mail', administrationId: 'favril', requestId: 'a' } as const;
    const forward = (administrationId: string) =>
      one.knex.transaction(async (trx) => one.queue.bringForward(trx, { ...filter, administrationId }));
    assert.equal(await forward('trilport'), 0);
    assert.equal(await forward('favril'), 2);
    await until(() => ran.length === 2);
    assert.deepEqual(ran, ['a', 'a']);
    await pass(2 * 60 * MINUTE);
    await until(() => ran.length === 3);
    assert.equal(ran[2], 'b');
  });

  it('cancels what has not begun', async () => {
    const ran: string[] = [];
    const one = await node(async ({ payload }) => void ran.push(payload.requestId));
    const runAt = new Date(clock.now() + MINUTE);
    await enqueue(one, mail('a', 'favril', { runAt }), mail('b', 'favril', { runAt }));
    const filter = { queue: 'mail', administrationId: 'favril', requestId: 'a' } as const;
    assert.equal(await one.knex.transaction(async (trx) => one.queue.cancel(trx, filter)), 1);
    await until(() => ran.length === 1);
    await pass(5 * MINUTE);
    assert.deepEqual(ran, ['b']);
  });

  it('forgets a request, whatever waits or died of it, and nobody else’s', async () => {
    const ran: string[] = [];
    const one = await node(async ({ payload }) => {
      if (payload.kind === 'tracking-link') throw new Hopeless('invalid-address');
      ran.push(payload.requestId);
    });
    const runAt = new Date(clock.now() + 60 * MINUTE);
    await enqueue(
      one,
      mail('a', 'favril', { runAt }),
      mail('b', 'favril', { runAt }),
      mail('a', 'trilport', { runAt }),
    );
    const link = mail('a', 'favril');
    await enqueue(one, { ...link, payload: { kind: 'tracking-link', requestId: 'a' } });
    const dead = () => one.queue.deadLetters({ queue: 'mail', administrationIds: null });
    await until(async () => (await dead()).length === 1);
    await one.knex.transaction((trx) =>
      one.queue.forget(trx, { requestId: 'a', administrationIds: ['favril'] }),
    );
    assert.deepEqual(await dead(), []);
    await pass(61 * MINUTE);
    await until(() => ran.length === 2);
    assert.deepEqual(ran.sort(), ['a', 'b']);
  });

  it('fires a schedule once a slot among two nodes, and goes on with one', async () => {
    const slots: string[] = [];
    const scheduled = (name: string) => ({
      before: (queue: JobQueue) => queue.schedule('tidy', '*/10 * * * *', async () => void slots.push(name)),
    });
    await clock.setTime(Date.UTC(2026, 10, 23, 10, 1));
    const first = await node(async () => undefined, scheduled('first'));
    await node(async () => undefined, scheduled('second'));
    await pass(2 * MINUTE);
    assert.deepEqual(slots, [], 'a schedule does not fire because a node starts');
    for (let i = 1; i <= 3; i++) {
      await clock.setTime(Date.UTC(2026, 10, 23, 10, i * 10));
      await until(() => slots.length === i);
      await pass(2 * MINUTE);
      assert.equal(slots.length, i);
    }
    await first.queue.stop();
    slots.length = 0;
    await clock.setTime(Date.UTC(2026, 10, 23, 10, 40));
    await until(() => slots.length === 1);
    assert.deepEqual(slots, ['second']);
  });

  it('serves an administration while another has hundreds of jobs waiting', async () => {
    const ran: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const one = await node(
      async ({ administrationId }) => {
        ran.push(administrationId);
        await gate;
      },
      { concurrency: 2 },
    );
    await enqueue(one, ...Array.from({ length: 200 }, (_, i) => mail(`${i}`, 'igny')));
    await until(() => ran.length === 2);
    // One before it in the alphabet, one after.
    await enqueue(one, mail('a', 'favril'), mail('b', 'trilport'));
    open();
    await until(() => ran.length === 202);
    for (const other of ['favril', 'trilport']) {
      assert.ok(ran.indexOf(other) < 10, `${ran.indexOf(other)} jobs went before ${other}’s`);
    }
  });

  it('shares the work among two nodes without doing any twice', async () => {
    const ran: [string, string][] = [];
    // No job ends before both nodes have begun one: neither can have done all before the other looked.
    let both = (): void => undefined;
    const begun = new Promise<void>((resolve) => (both = resolve));
    const worker =
      (name: string): MailHandler =>
      async ({ payload }) => {
        ran.push([name, payload.requestId]);
        if (new Set(ran.map(([who]) => who)).size === 2) both();
        await begun;
      };
    const first = await node(worker('first'), { concurrency: 3 });
    await node(worker('second'), { concurrency: 3 });
    const jobs = Array.from({ length: 120 }, (_, i) => mail(`${i}`, `commune-${i % 20}`));
    for (let i = 0; i < jobs.length; i += 10) await enqueue(first, ...jobs.slice(i, i + 10));
    await until(() => ran.length >= jobs.length);
    await pass(5 * MINUTE);
    assert.equal(ran.length, jobs.length);
    assert.equal(new Set(ran.map(([, id]) => id)).size, jobs.length);
  });

  it('ends what it has begun when it stops, begins nothing more, and leaves the rest to another', async () => {
    const began: string[] = [];
    const ended: string[] = [];
    let finish = (): void => undefined;
    const gate = new Promise<void>((resolve) => (finish = resolve));
    const handler: MailHandler = async ({ payload }) => {
      began.push(payload.requestId);
      await gate;
      ended.push(payload.requestId);
    };
    const first = await node(handler);
    await enqueue(first, mail('a'), mail('b'));
    await until(() => began.length === 1);
    let isStopped = false;
    const stopped = first.queue.stop().then(() => (isStopped = true));
    await sleep(300);
    assert.equal(isStopped, false, 'it waits for the job');
    finish();
    await stopped;
    assert.deepEqual(ended, began);
    assert.equal(began.length, 1);
    await node(handler);
    await until(() => ended.length === 2);
    await pass(5 * MINUTE);
    assert.deepEqual([...ended].sort(), ['a', 'b']);
  });

  it('waits for no job longer than it may: another node runs it', async () => {
    const ids: string[] = [];
    let aborted = false;
    const stuck: MailHandler = async ({ id, signal }) => {
      ids.push(id);
      await once(signal, 'abort');
      aborted = true;
      await new Promise(() => undefined);
    };
    const first = await node(stuck, { drainMs: 1000 });
    await enqueue(first, mail('a'));
    await until(() => ids.length === 1);
    await first.queue.stop();
    assert.ok(aborted);
    await node(async ({ id }) => void ids.push(id));
    await until(() => ids.length === 2);
    assert.equal(ids[0], ids[1]);
  });
}

function script(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
