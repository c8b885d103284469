/** Two Strapi nodes on one PostgreSQL, and a key that reaches both at the same moment: a balancer's retry, two tabs. */
import type { Problem } from '@guichet/contracts/problem';
import type { RequestCreated } from '@guichet/contracts/request';
import { receiptRoutes } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { angela, aRequest, begun, seed, send } from '../api/calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from '../api/harness.js';
import { type SmtpCatcher, startSmtp } from '../smtp.js';

const ROUNDS = 12;
const EACH = 3;

after(stopDatabases);

describe('one key at two nodes', { skip: !databases.includes('postgres') }, () => {
  let smtp: SmtpCatcher;
  let harness: Harness;
  let other: ChildProcess;
  let nodes: Harness[];
  let formToken: string;

  before(async () => {
    smtp = await startSmtp();
    const config = { rates: { send: generous, sendToAdministration: generous } };
    harness = await startHarness({ database: 'postgres', smtpPort: smtp.port, config });
    const { favril } = await seed(harness);
    formToken = begun(harness, favril);
    const script = fileURLToPath(new URL('second-node.ts', import.meta.url));
    const options = ['--import', './.config/typescript.mjs', '--conditions=@guichet/source', script];
    other = spawn(process.execPath, [...options, harness.folder, String(smtp.port)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const [origin] = (await once(other.stdout!, 'data')) as [Buffer];
    nodes = [harness, { ...harness, origin: origin.toString().trim() }];
    // Each has been asked before, so that none is late by what it does once.
    for (const node of nodes) assert.equal((await send(node)).status, 201);
  });
  after(async () => {
    // The child ends when nobody holds its input any more.
    other.stdin!.end();
    await once(other, 'exit');
    await harness.stop();
    await smtp.stop();
  });

  const someone = () => `r${randomUUID()}@boite.example`;
  const bodyOf = (email: string, subject: string) =>
    aRequest({ formToken, subject, sender: { ...angela, email } });
  const count = async () => Number((await harness.knex('guichet_requests').count({ n: '*' }).first())!['n']);
  /** Each of the bodies to each of the nodes, some times, all at once. */
  const race = (key: string, bodies: (node: number) => object) =>
    Promise.all(
      Array.from({ length: EACH * nodes.length }, (_, i) => {
        const node = i % nodes.length;
        return send<RequestCreated & Problem>(nodes[node]!, bodies(node), { key });
      }),
    );

  it('makes one request, one answer and one receipt', async () => {
    const before = await count();
    const emails: string[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const email = someone();
      const replies = await race(randomUUID(), () => bodyOf(email, `Tour ${round}`));
      assert.deepEqual(new Set(replies.map(({ status }) => status)), new Set([201]));
      assert.equal(new Set(replies.map(({ body }) => JSON.stringify(body))).size, 1);
      emails.push(email);
    }
    assert.equal((await count()) - before, ROUNDS);
    for (const email of emails) await smtp.until(email, 1);
    // Long enough for a mail that should not leave to have left.
    await sleep(1500);
    for (const email of emails) assert.equal(smtp.to(email).length, 1);
  });

  it('gives receipts that the other node knows for its own', async () => {
    const issued = await Promise.all(nodes.map((node) => send(node)));
    for (const node of nodes) {
      for (const { body } of issued) {
        const answer = await fetch(node.origin + receiptRoutes.receiptVerification, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json', Origin: 'http://127.0.0.1' },
          body: JSON.stringify({ jws: body.receipt.jws }),
        });
        assert.equal(((await answer.json()) as { valid: boolean }).valid, true);
      }
    }
    assert.equal((await harness.knex('guichet_signing_keys')).length, 1);
  });

  it('refuses the body that came second', async (test) => {
    const before = await count();
    const firsts: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      const email = someone();
      const replies = await race(randomUUID(), (node) => bodyOf(email, `Tour ${round}, nœud ${node}`));
      const taken = replies.filter(({ status }) => status === 201);
      assert.ok(taken.length > 0);
      for (const { status, body } of replies) {
        if (status === 201) assert.deepEqual(body, taken[0]!.body);
        else assert.deepEqual([status, body.code], [422, 'idempotency-key-reused']);
      }
      // What the other node was sent, and nothing else.
      assert.equal(taken.length, EACH);
      firsts.push(replies.indexOf(taken[0]!) % nodes.length);
    }
    assert.equal((await count()) - before, ROUNDS);
    test.diagnostic(`the node that came first: ${firsts.join(' ')}`);
  });
});
