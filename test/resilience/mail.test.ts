/** Mails when things break: the mail server is away; two nodes share one database. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { angela, aRequest, begun, seed, send } from '../api/calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from '../api/harness.js';
import { freePort } from '../postgres.js';
import { type SmtpCatcher, startSmtp } from '../smtp.js';

const MAIRIE = 'mairie@lefavril.example';
const config = { rates: { send: generous, sendToAdministration: generous } };

after(stopDatabases);

/** Sends requests of as many people. @returns their addresses */
async function sendMany(
  harness: Harness,
  favril: string,
  count: number,
  origins = [harness.origin],
): Promise<string[]> {
  const emails = Array.from({ length: count }, () => `r${randomUUID()}@boite.example`);
  for (const [i, email] of emails.entries()) {
    const node = { ...harness, origin: origins[i % origins.length]! };
    const { status } = await send(node, {
      ...aRequest({ sender: { ...angela, email } }),
      formToken: begun(harness, favril),
    });
    assert.equal(status, 201);
  }
  return emails;
}

async function until(condition: () => boolean, seconds: number): Promise<void> {
  for (let looks = 0; !condition() && looks < seconds * 20; looks++) await sleep(50);
}

for (const database of databases) {
  describe(`mails through breakdowns, on ${database}`, () => {
    it('delivers all once the mail server is back, and each once', async () => {
      const port = await freePort();
      const harness = await startHarness({ database, smtpPort: port, config });
      let smtp: SmtpCatcher | undefined;
      try {
        const { favril } = await seed(harness);
        const emails = await sendMany(harness, favril, 30);
        // Every mail has been tried and refused at least once by now.
        await sleep(2000);
        smtp = await startSmtp(port);
        const all = smtp;
        // The first delays are 10 to 20 seconds, the second 20 to 40.
        await until(() => all.mails.length >= 60, 90);
        for (const email of emails) assert.equal(all.to(email).length, 1, email);
        assert.equal(all.to(MAIRIE).length, 30);
        await sleep(1000);
        assert.equal(all.mails.length, 60);
        assert.ok(!emails.some((email) => harness.logs().includes(email)));
      } finally {
        await harness.stop();
        await smtp?.stop();
      }
    });
  });
}

describe('two nodes on one PostgreSQL', { skip: !databases.includes('postgres') }, () => {
  it('share the mails without sending any twice', async () => {
    const [first, second] = [await startSmtp(), await startSmtp()];
    const harness = await startHarness({ database: 'postgres', smtpPort: first.port, config });
    const script = fileURLToPath(new URL('second-node.ts', import.meta.url));
    const options = ['--import', './.config/typescript.mjs', '--conditions=@guichet/source', script];
    const other = spawn(process.execPath, [...options, harness.folder, String(second.port)], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    try {
      const { favril } = await seed(harness);
      const [origin] = (await once(other.stdout, 'data')) as [Buffer];
      const emails = await sendMany(harness, favril, 60, [harness.origin, origin.toString().trim()]);
      const mails = () => [...first.mails, ...second.mails];
      await until(() => mails().length >= 120, 60);
      await sleep(1500);
      assert.equal(mails().length, 120);
      for (const email of emails) assert.equal(first.to(email).length + second.to(email).length, 1);
      assert.ok(first.mails.length > 0 && second.mails.length > 0, 'both nodes worked');
    } finally {
      // The child ends when nobody holds its input any more.
      other.stdin.end();
      await once(other, 'exit');
      await harness.stop();
      await Promise.all([first.stop(), second.stop()]);
    }
  });
});
