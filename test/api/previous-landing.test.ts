/** What every earlier landing has kept: the present code starts on it, and each request can be read and answered. */
import { adminPaths } from '@guichet/contracts/admin/paths';
import { defaultRoles, permissionUid } from '@guichet/contracts/admin/permissions';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import type { Administration } from '@guichet/contracts/administration';
import type { Directory } from '@guichet/contracts/directory';
import { pathOf } from '@guichet/contracts/routes';
import type { Teleprocedure } from '@guichet/contracts/teleprocedure';
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';
import { projectionOf } from '../../packages/strapi-plugin/server/src/domain/projection.js';
import { isClosedForGood } from '../../packages/strapi-plugin/server/src/domain/retention.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import type { LandedRequest, Landing } from '../fixtures/landing.js';
import { type SmtpCatcher, startSmtp } from '../smtp.js';
import { download } from './attachment-calls.js';
import { type Account, makeAccount } from './admin-calls.js';
import { aRequest, call, FAVRIL, openTracking, send, TRILPORT } from './calls.js';
import { type Database, databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
const versions = readdirSync(fixtures).filter((name) => existsSync(join(fixtures, name, 'landing.json')));

after(stopDatabases);

const FILES: Record<Database, string> = { sqlite: 'data.db.br', postgres: 'data.sql.br' };
const databaseOf = (version: string): Database =>
  existsSync(join(fixtures, version, FILES.sqlite)) ? 'sqlite' : 'postgres';

for (const database of databases) {
  it(`there is an earlier landing on ${database}`, () =>
    assert.ok(versions.some((version) => databaseOf(version) === database)));
}

for (const version of versions) {
  const database = databaseOf(version);
  describe(`a database of version ${version}`, { skip: !databases.includes(database) }, () => {
    const landing = JSON.parse(readFileSync(join(fixtures, version, 'landing.json'), 'utf8')) as Landing;
    let smtp: SmtpCatcher;
    let harness: Harness;
    let marie: Account;

    before(async () => {
      const rates = { send: generous, sendToAdministration: generous, track: generous };
      const data = brotliDecompressSync(readFileSync(join(fixtures, version, FILES[database])));
      smtp = await startSmtp();
      harness = await startHarness({
        database,
        data,
        smtpPort: smtp.port,
        config: { ...landing.config, rates },
      });
      marie = await makeAccount(harness);
      await marie.serves(...landing.administrations.map(({ id }) => id));
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    const originOf = (code: string) => (code === '77475' ? TRILPORT : FAVRIL);

    it('has its administrations under their codes', async () => {
      for (const { code, name } of landing.administrations) {
        const { status, body } = await call<{ name: string }>(harness, 'GET', 'administration', code);
        assert.deepEqual([status, body.name], [200, name]);
      }
    });

    it('has the services that residents write to', async () => {
      const { body } = await call<Administration>(harness, 'GET', 'administration', '28148');
      assert.deepEqual(
        body.recipients.filter(({ slug }) => slug === 'voirie').map(({ name }) => name),
        ['Service voirie'],
      );
    });

    if (landing.directory)
      it('has its directory', async () => {
        const { body } = await call<Directory>(harness, 'GET', 'directory', '28148');
        assert.deepEqual(
          body.organisations.map(({ name, description, recipient }) => ({ name, description, recipient })),
          landing.directory,
        );
      });

    const { operated } = landing;
    if (operated)
      it('follows what was made at an operator, whose téléprocédure is there', async () => {
        const { code, reference, trackingCode, operatorReference, label, slug, title } = operated;
        const { body } = await openTracking(harness, { reference, trackingCode }, { code });
        const { operated: shown } = body.request;
        assert.deepEqual([shown?.reference, shown?.steps.at(-1)?.label], [operatorReference, label]);
        const read = await fetch(harness.origin + pathOf('teleprocedure', code, slug));
        assert.deepEqual([read.status, ((await read.json()) as Teleprocedure).title], [200, title]);
      });

    for (const kept of landing.requests) {
      it(`shows ${kept.reference} to its resident, its agents and the store`, async () => {
        // Files are kept by what they are, no more by their ids alone.
        const { formToken: _, attachments: __, ...sent } = kept.sent;
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
        // An answer of before decisions had their own form ended the silence, whatever it said.
        const isOver = kept.isSettled ?? (kept.status === 'answered' || kept.status === 'closed');
        const { silence, acknowledgementDueBy } = body.request;
        const dates = [silence?.date ?? null, acknowledgementDueBy];
        // Since then closing decides nothing: what silence was to decide of it comes back.
        if (kept.isSettled && body.request.timeline.at(-1)?.kind === 'closed') {
          const row = await harness.knex('guichet_requests').where({ id: kept.id }).first();
          assert.deepEqual([row!.silence_on, row!.due_on], dates);
          assert.ok(row!.silence_on && row!.acknowledge_on);
        } else if (isOver) assert.deepEqual(dates, [null, null]);
        // The columns that came since are filled as they would have been.
        const { state } = (await getService(harness.strapi, 'law').dossier(kept.id))!;
        const row = (await harness.knex('guichet_requests').where({ id: kept.id }).first())!;
        assert.equal(row.closed_at !== null, isClosedForGood(state));
        assert.equal(row.items_on, projectionOf(state).itemsOn);
        const path = adminPaths.inboxRequest.replace(':id', kept.id);
        const { body: shown } = await marie.call<InboxRequest>('GET', path);
        // Since then what was sent first is told with its reception: it may have been corrected.
        assert.ok(shown.timeline[0]!.message);
        assert.deepEqual(
          shown.timeline.map(({ kind, message }) => (kind === 'received' ? null : message)),
          kept.messages,
        );
        for (const { id, sha256 } of kept.files ?? []) {
          const file = await download(harness, id, { ...options, bearer: body.token });
          assert.equal(createHash('sha256').update(file.bytes).digest('hex'), sha256);
        }
      });
    }

    it('gives who answered what answering was, and makes the new roles', async () => {
      const roles = (await harness.strapi.db
        .query('admin::role')
        .findMany({ populate: ['permissions'] })) as { code: string; permissions: { action: string }[] }[];
      for (const { code, permissions } of defaultRoles) {
        const held = roles.find((role) => role.code === code)?.permissions.map(({ action }) => action);
        assert.deepEqual(held?.sort(), permissions.map(permissionUid).sort(), code);
      }
    });

    it('sends the notices that waited in it', { timeout: 60_000 }, async () => {
      const noticed = ({ reference, sent }: LandedRequest) =>
        smtp.mails.some(({ to, raw }) => !to.includes(sent.sender.email) && raw.includes(reference));
      // A suspect's leave once the next working day is over: long ago, or not yet.
      const ready = landing.requests.filter(({ suspicion }) => suspicion === 'none');
      while (!ready.every(noticed)) await sleep(50);
    });

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
