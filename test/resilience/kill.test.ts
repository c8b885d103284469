/** `kill -9` while residents send: what was acknowledged is there, and what was sent again is there once. */
import type { RequestCreated } from '@guichet/contracts/request';
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { angela, aRequest, begun, openTracking, seed, send } from '../api/calls.js';
import {
  type Database,
  databases,
  generous,
  type Harness,
  startHarness,
  stopDatabases,
} from '../api/harness.js';

const SUBMISSIONS = 300;
const IN_FLIGHT = 24;
/** On each database. A boot takes seconds of a core, and is most of what this costs. */
const KILLS = 5;

const config = { rates: { send: generous, sendToAdministration: generous, track: generous } };

after(stopDatabases);

interface Submission {
  key: string;
  body: ReturnType<typeof aRequest>;
  /** When the connection last broke before an answer, in milliseconds. */
  cutOffAt?: number;
  reply?: RequestCreated;
}

interface Storm {
  folder: string;
  all: Submission[];
  groups: number[];
}

interface Node {
  origin: string;
  process: ChildProcess;
}

/**
 * Boots a node in a process of its own.
 *
 * @param groups where it puts how many submissions shared a commit, each time that some did
 */
async function boot(database: Database, folder: string, groups: number[]): Promise<Node> {
  const script = fileURLToPath(new URL('doomed-node.ts', import.meta.url));
  const options = [
    '--import',
    './.config/typescript.mjs',
    '--conditions=@guichet/source',
    script,
    database,
    folder,
  ];
  const child = spawn(process.execPath, options, { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface(child.stdout);
  const [origin] = (await Promise.race([once(lines, 'line'), once(child, 'exit')])) as [string | number];
  assert.ok(typeof origin === 'string', `a node ended while booting: ${origin}`);
  lines.on('line', (members) => groups.push(Number(members)));
  return { origin, process: child };
}

async function kill({ process: child }: Node): Promise<void> {
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** Sends everything, each again under its key until it is answered, while the node is killed now and then. */
async function sendThroughKills(database: Database, seeded: Harness, { all, groups }: Storm): Promise<void> {
  let node = boot(database, seeded.folder, groups);
  let acknowledged = 0;
  let isOver = false;
  // One iterator that all of them draw from.
  const waiting = all.values();

  async function sendOnes(): Promise<void> {
    for (const next of waiting) {
      while (!next.reply && !isOver) {
        const { origin } = await node;
        try {
          const { status, body } = await send({ ...seeded, origin }, next.body, { key: next.key });
          assert.equal(status, 201, JSON.stringify(body));
          next.reply = body;
          acknowledged++;
        } catch (error) {
          // What `fetch` throws when the connection breaks; anything else is a failure of the test.
          if (!(error instanceof TypeError)) throw error;
          next.cutOffAt = Date.now();
        }
      }
    }
  }

  async function killNowAndThen(): Promise<void> {
    for (let kills = 1; kills <= KILLS; kills++) {
      const doomed = await node;
      // Somewhere in its share of the work, and anywhere within a submission.
      const until =
        ((kills - 1) * SUBMISSIONS) / KILLS + randomInt(1, Math.floor(SUBMISSIONS / KILLS) - IN_FLIGHT / 2);
      while (acknowledged < until && !isOver) await sleep(1);
      await sleep(randomInt(0, 12));
      const gone = kill(doomed);
      node = gone.then(() => boot(database, seeded.folder, groups));
      await gone;
    }
  }

  try {
    await Promise.all([killNowAndThen(), ...Array.from({ length: IN_FLIGHT }, sendOnes)]);
  } finally {
    isOver = true;
    await kill(await node);
  }
}

/** The kinds of the jobs that each request has, whichever driver holds them. */
async function jobsByRequest({ database, knex }: Harness): Promise<Map<string, string[]>> {
  const { table_schema } =
    database === 'sqlite'
      ? { table_schema: undefined }
      : (await knex('information_schema.tables').where({ table_name: 'job' }).first('table_schema'))!;
  const [table, column] = table_schema ? [`${table_schema}.job`, 'data'] : ['guichet_jobs', 'payload'];
  const rows = await knex(table).select<{ job: string }[]>(knex.raw('cast(?? as text) as job', [column]));
  const found = new Map<string, string[]>();
  for (const { job } of rows) {
    const kind = /registration-receipt|service-notice/.exec(job)?.[0];
    const id = /"requestId": ?"([^"]+)"/.exec(job)?.[1];
    if (kind && id) found.set(id, [...(found.get(id) ?? []), kind].sort());
  }
  return found;
}

describe('a server killed while residents send', () => {
  const storms = new Map<Database, Storm>();

  before(async () => {
    const begins: (() => Promise<void>)[] = [];
    for (const database of databases) {
      const seeded = await startHarness({ database, config });
      const { favril } = await seed(seeded);
      const formToken = begun(seeded, favril);
      await seeded.stop({ keep: true });
      const all = Array.from({ length: SUBMISSIONS }, (_, i): Submission => {
        const sender = { ...angela, email: `r${randomUUID()}@boite.example` };
        return { key: randomUUID(), body: aRequest({ formToken, sender, subject: `Objet ${i}` }) };
      });
      const storm = { folder: seeded.folder, all, groups: [] };
      storms.set(database, storm);
      begins.push(() => sendThroughKills(database, seeded, storm));
    }
    // Booting is most of it, and takes a core each.
    await Promise.all(begins.map((begin) => begin()));
  });

  for (const database of databases) {
    it(`loses nothing it acknowledged, and doubles nothing that was sent again, on ${database}`, async (test) => {
      const { folder, all, groups } = storms.get(database)!;
      const cutOff = all.filter(({ cutOffAt }) => cutOffAt !== undefined);
      const keptUnanswered = cutOff.filter((each) => Date.parse(each.reply!.receivedAt) < each.cutOffAt!);
      test.diagnostic(
        `${cutOff.length} were cut off and sent again; ${keptUnanswered.length} of them were kept already`,
      );
      assert.ok(cutOff.length >= KILLS, 'something was on its way at each kill');
      test.diagnostic(`submissions that shared a commit: ${groups.join(' ') || 'none'}`);
      // PostgreSQL has a connection for each.
      assert.ok(database === 'postgres' || groups.length >= KILLS, 'groups were killed, not only ones alone');

      const harness = await startHarness({ database, folder, config });
      try {
        const rows = await harness
          .knex('guichet_requests')
          .select<{ id: string; reference: string }[]>('id', 'reference');
        assert.equal(rows.length, SUBMISSIONS);
        const references = new Set(all.map(({ reply }) => reply!.reference));
        assert.equal(references.size, SUBMISSIONS);
        assert.deepEqual(new Set(rows.map(({ reference }) => reference)), references);

        const jobs = await jobsByRequest(harness);
        assert.equal(jobs.size, SUBMISSIONS);
        for (const { id, reference } of rows)
          assert.deepEqual(jobs.get(id), ['registration-receipt', 'service-notice'], reference);
        const events = await harness.knex('guichet_events').select('request_id', 'kind');
        assert.deepEqual(events.map((event) => event.request_id).sort(), rows.map(({ id }) => id).sort());
        assert.deepEqual(new Set(events.map(({ kind }) => kind)), new Set(['received']));

        for (const { key, body, reply } of all) {
          const { reference, trackingCode } = reply!;
          const opened = await openTracking(harness, { reference, trackingCode });
          assert.equal(opened.status, 200, reference);
          assert.equal(opened.body.request.subject, body.subject);
          assert.deepEqual((await send(harness, body, { key })).body, reply);
        }
        const { n } = (await harness.knex('guichet_requests').count({ n: '*' }).first())!;
        assert.equal(Number(n), SUBMISSIONS);
      } finally {
        await harness.stop();
      }
    });
  }
});
