/** What residents and agents write is sealed: it is looked for wherever a copy of it could have stayed. */
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import { LINK_FRAGMENT, pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { aPdf } from '../../packages/strapi-plugin/server/src/features/attachments/testing/files.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { everythingIn, type SmtpCatcher, startSmtp } from '../smtp.js';
import { type Account, makeAccount } from './admin-calls.js';
import { upload } from './attachment-calls.js';
import { aRequest, begun, call, openTracking, seed, send } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';
import { openPage } from './plain-page.js';

const OWN = 'http://127.0.0.1';
const MAIRIE = 'mairie@lefavril.example';

after(stopDatabases);

const canary = (name: string) => `Canari${name}${randomUUID().slice(0, 8)}`;

/** How a text may stand in bytes: as it is, in hexadecimal, in base64 wherever it begins. Read as Latin-1. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret);
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes]).toString('base64');
    // Its first and last characters depend on what stands around.
    return text.slice(Math.ceil((before * 8) / 6), -4);
  });
  const base64url = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'));
  return [bytes.toString('latin1'), bytes.toString('hex'), ...new Set([...base64, ...base64url])];
}

/** Every file of a folder as one text. */
const filesOf = (folder: string, isWanted: (name: string) => boolean = () => true): string =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && isWanted(entry.name))
    .map(({ name }) => readFileSync(join(folder, name), 'latin1'))
    .join('\n');

async function filesOfDatabase({ database, folder, knex }: Harness): Promise<Record<string, string>> {
  if (database === 'sqlite') {
    // Copies the journal into the file, and leaves it as it is.
    await knex.raw('pragma wal_checkpoint(passive)');
    return {
      'data.db': filesOf(folder, (name) => name === 'data.db'),
      'data.db-wal': filesOf(folder, (name) => name === 'data.db-wal'),
    };
  }
  // Pages are written to their files now.
  await knex.raw('checkpoint');
  const { rows } = await knex.raw(
    `select oid, current_setting('data_directory') as home from pg_database where datname = current_database()`,
  );
  const [{ oid, home }] = rows as [{ oid: number; home: string }];
  return { base: filesOf(join(home, 'base', String(oid))), pg_wal: filesOf(join(home, 'pg_wal')) };
}

/** Every row of every table as text, decompressed. */
async function rowsOfDatabase({ database, knex }: Harness): Promise<string> {
  const tables: { schema?: string; name: string }[] =
    database === 'sqlite'
      ? await knex('sqlite_master').where({ type: 'table' }).select('name')
      : await knex('information_schema.tables')
          .where({ table_type: 'BASE TABLE' })
          .whereNotIn('table_schema', ['pg_catalog', 'information_schema'])
          .select({ schema: 'table_schema', name: 'table_name' });
  const rows = [];
  for (const { schema, name } of tables) rows.push(await knex(schema ? `${schema}.${name}` : name));
  return Buffer.from(JSON.stringify(rows)).toString('latin1');
}

for (const database of databases) {
  describe(`what was written, on ${database}`, () => {
    let smtp: SmtpCatcher;
    let harness: Harness;
    let marie: Account;
    let formToken: string;
    let reference: string;
    let deadLetters: string;

    const email = `${canary('Boite').toLowerCase()}@boite.example`;
    const of = {
      subject: canary('Objet'),
      message: canary('Message'),
      familyName: canary('Nom'),
      givenName: canary('Prenom'),
      preferredName: canary('Usage'),
      line: canary('Rue'),
      city: canary('Ville'),
      behalf: canary('Mandant'),
      phone: '01 99 00 98 76',
      answer: canary('Reponse'),
      closing: canary('Cloture'),
      byTracker: canary('Suivi'),
      byPage: canary('Page'),
      onThePage: canary('Formulaire'),
      fileName: canary('Piece'),
      fileContent: canary('Contenu'),
      refused: canary('Refuse'),
      failed: canary('Echoue'),
    };
    /** What opens a request. */
    const keys = { trackingCode: '', plainCode: '', link: '', bearer: '' };

    async function act(requestId: string, action: object): Promise<void> {
      const path = (template: string) => template.replace(':id', requestId);
      const { body } = await marie.call<InboxRequest>('GET', path(adminPaths.inboxRequest));
      const done = await marie.call('POST', path(adminPaths.inboxActions), { seen: body.version, ...action });
      assert.equal(done.status, 200);
    }

    /** A statement that fails: database drivers quote its values. */
    async function sendInVain(body: object): Promise<void> {
      const { knex } = harness;
      if (database === 'sqlite') {
        await knex.raw(
          `create trigger vain before insert on guichet_events begin select raise(abort, 'vain'); end`,
        );
      } else {
        await knex.raw(`
          create function vain() returns trigger language plpgsql as $$ begin raise exception 'vain'; end $$;
          create trigger vain before insert on guichet_events for each row execute function vain()`);
      }
      assert.equal((await send(harness, body)).status, 500);
      await knex.raw(database === 'sqlite' ? 'drop trigger vain' : 'drop function vain cascade');
    }

    before(async () => {
      smtp = await startSmtp();
      harness = await startHarness({ database, smtpPort: smtp.port });
      const ids = await seed(harness);
      marie = await makeAccount(harness);
      await marie.serves(ids.favril);
      formToken = begun(harness, ids.favril);

      const file = aPdf(of.fileContent);
      const { id: sent } = (await upload(harness, file, { name: `${of.fileName}.pdf` })).body;
      // Neither one that nothing names, nor one that is refused.
      await upload(harness, file, { name: `${of.fileName}.pdf` });
      await upload(harness, file.subarray(0, -10), { name: `${of.fileName}.pdf` });
      const body = aRequest({
        formToken,
        attachments: [sent],
        subject: of.subject,
        message: of.message,
        sender: {
          kind: 'individual',
          email,
          phone: of.phone,
          familyName: of.familyName,
          givenName: of.givenName,
          preferredName: of.preferredName,
          postalAddress: { lines: [of.line], postalCode: '28190', city: of.city, country: 'FR' },
          onBehalfOf: { name: of.behalf, capacity: 'parent' },
        },
      });
      const key = randomUUID();
      const { body: created } = await send(harness, body, { key });
      await send(harness, body, { key });
      await send(harness, { ...body, subject: of.refused }, { key });
      await send(harness, { ...body, [of.refused]: of.refused });
      await send(harness, `{"message":"${of.refused}`);
      await sendInVain({ ...body, attachments: [], message: of.failed });
      // A suspect's mails wait in the queue.
      await send(harness, { ...body, attachments: [], formToken: '' });
      ({ reference } = created);
      const { trackingCode } = created;
      const { id } = (await harness.knex('guichet_requests').where({ reference }).first('id'))!;

      const [receipt] = await smtp.until(email, 1);
      const link = /#suivi=(\S+)/.exec(receipt!.parsed.text!)![1]!;
      assert.ok(LINK_FRAGMENT.includes('suivi='));
      const { body: opened } = await openTracking(harness, { reference, trackingCode });
      await openTracking(harness, { link, control: of.familyName });
      await openTracking(harness, { reference, trackingCode: of.refused });
      const options = { bearer: opened.token, key: randomUUID() };
      await call(harness, 'POST', 'trackingMessages', '28148', { message: of.byTracker }, options);
      Object.assign(keys, {
        trackingCode,
        plainCode: trackingCode.replaceAll('-', ''),
        link,
        bearer: opened.token,
      });

      const page = (route: 'contactPage' | 'trackingPage') =>
        openPage(harness.origin + pathOf(route, '28148'), { origin: OWN });
      await (await page('contactPage')).press('review', { message: of.onThePage });
      const followed = await (await page('trackingPage')).press('open', { reference, trackingCode });
      const added = await followed.press('message', { message: of.byPage });
      assert.ok(added.text.includes(of.byPage) && added.text.includes(of.byTracker), added.text);

      await act(id, { action: 'answer', message: of.answer });
      await smtp.until(email, 2);
      // The mail about this one becomes a dead letter.
      smtp.refuse = (address) => (address === email ? { code: 550, text: `<${email}>: no such user` } : null);
      await act(id, { action: 'answer', message: of.closing, close: true });
      await smtp.until(MAIRIE, 3);
      const queue = getService(harness.strapi, 'queue');
      const failed = async () =>
        JSON.stringify(await queue.deadLetters({ queue: 'mail', administrationIds: null }));
      while ((deadLetters = await failed()) === '[]') await sleep(20);
    });
    after(async () => {
      await harness.stop();
      await smtp.stop();
    });

    /** @param known something that is no secret and must be there, or the place was not looked into */
    function assertNoneIn(
      places: Record<string, string>,
      secrets: Record<string, string>,
      known: string,
    ): void {
      for (const [place, text] of Object.entries(places)) {
        assert.ok(text.includes(known), `${known} is in ${place}`);
        for (const [name, secret] of Object.entries({ ...secrets, digits: of.phone.replaceAll(' ', '') })) {
          for (const form of formsOf(secret)) {
            assert.ok(!text.includes(form), `${name} (${form}) is in ${place}`);
          }
        }
      }
    }

    it('is in none of the database’s files, nor in its journal', async () => {
      assertNoneIn(await filesOfDatabase(harness), { ...of, ...keys, email }, reference);
    });

    it('is in no row, the queue’s included', async () => {
      assertNoneIn({ rows: await rowsOfDatabase(harness) }, { ...of, ...keys, email }, reference);
    });

    it('is in no dead letter', () => {
      assertNoneIn({ 'dead letters': deadLetters }, { ...of, ...keys, email }, 'requestId');
    });

    it('is in no log, whatever failed', () => {
      assertNoneIn({ 'app.log': harness.logs() }, { ...of, ...keys, email }, 'a public call failed');
    });

    it('is in no mail, links and addresses apart', () => {
      const { trackingCode, plainCode, bearer } = keys;
      const whole = smtp.mails.map((mail) => everythingIn(mail).replaceAll('=\r\n', '')).join('\n');
      assertNoneIn({ mails: whole }, { ...of, trackingCode, plainCode, bearer }, reference);
      for (const mail of smtp.to(MAIRIE)) {
        assertNoneIn({ notice: everythingIn(mail) }, { email, link: keys.link }, reference.slice(0, 6));
      }
    });
  });
}
