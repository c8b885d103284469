/** What every earlier landing has kept: the present code starts on it, and each request can be read and answered. */
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import type { Landing } from '../fixtures/landing.js';
import { type Account, makeAccount } from './admin-calls.js';
import { aRequest, call, FAVRIL, openTracking, send, TRILPORT } from './calls.js';
import { type Harness, startHarness } from './harness.js';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const versions = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'landing.json')));

it('there is an earlier landing', () => assert.ok(versions.length > 0));

for (const version of versions) {
  describe(`a database of version ${version}`, () => {
    const landing = JSON.parse(readFileSync(join(fixtures, version, 'landing.json'), 'utf8')) as Landing;
    let harness: Harness;
    let marie: Account;

    before(async () => {
      const generous = { points: 100_000, seconds: 60 };
      const rates = { send: generous, sendToAdministration: generous, track: generous };
      const data = brotliDecompressSync(readFileSync(join(fixtures, version, 'data.db.br')));
      harness = await startHarness({ data, config: { ...landing.config, rates } });
      marie = await makeAccount(harness);
      await marie.serves(...landing.administrations.map(({ id }) => id));
    });
    after(() => harness.stop());

    const originOf = (code: string) => (code === '77475' ? TRILPORT : FAVRIL);

    it('has its administrations under their codes', async () => {
      for (const { code, name } of landing.administrations) {
        const { status, body } = await call<{ name: string }>(harness, 'GET', 'administration', code);
        assert.deepEqual([status, body.name], [200, name]);
      }
    });

    for (const kept of landing.requests) {
      it(`shows ${kept.reference} to its resident, its agents and the store`, async () => {
        const { formToken: _, ...sent } = kept.sent;
        const stored = await getService(harness.strapi, 'request').open(kept.id);
        assert.ok(stored);
        assert.deepEqual({ ...stored.content.sender, ...sent.sender }, stored.content.sender);
        assert.deepEqual({ ...stored.content, ...sent, sender: stored.content.sender }, stored.content);
        assert.deepEqual([stored.status, stored.suspicion], [kept.status, kept.suspicion]);

        const { reference, trackingCode, code } = kept;
        const options = { code, origin: originOf(code) };
        // Mailed links and bearers end in time by design: the code does not.
        const { status, body } = await openTracking(harness, { reference, trackingCode }, options);
        assert.equal(status, 200);
        assert.deepEqual([body.request.subject, body.request.status], [sent.subject, kept.status]);
        const path = adminPaths.inboxRequest.replace(':id', kept.id);
        const { body: shown } = await marie.call<InboxRequest>('GET', path);
        assert.deepEqual(
          shown.timeline.map(({ message }) => message),
          kept.messages,
        );
      });
    }

    it('goes on: agents answer what it holds, and residents send more', async () => {
      const open = landing.requests.find(
        ({ status, suspicion }) => status === 'received' && suspicion === 'none',
      )!;
      const path = (template: string) => template.replace(':id', open.id);
      const { body: request } = await marie.call<InboxRequest>('GET', path(adminPaths.inboxRequest));
      const answer = { action: 'answer', seen: request.version, message: 'Bonjour.' };
      const { status } = await marie.call('POST', path(adminPaths.inboxActions), answer);
      assert.equal(status, 200);
      assert.equal((await send(harness, aRequest({ recipient: 'voirie' }))).status, 201);
    });
  });
}
