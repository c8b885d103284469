import { exportQuery } from '@guichet/contracts/admin/export';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount } from './admin-calls.js';
import { angela, aRequest, begun, seed, send, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

const today = new Intl.DateTimeFormat('fr-FR', { timeZone: 'Europe/Paris', dateStyle: 'short' }).format(
  new Date(),
);

for (const database of databases) {
  describe(`the inbox as a spreadsheet, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let mayor: Account;

    before(async () => {
      harness = await startHarness({
        database,
        config: { rates: { send: generous, sendToAdministration: generous } },
      });
      ids = await seed(harness);
      mayor = await makeAccount(harness, 'guichet-mayor');
      await mayor.serves(ids.favril);
    });
    after(() => harness.stop());

    async function sent(changes: Parameters<typeof aRequest>[0] = {}, trilport = false) {
      const id = trilport ? ids.trilport : ids.favril;
      const body = { ...aRequest(changes), formToken: begun(harness, id) };
      const options = trilport ? { code: '77475', origin: TRILPORT } : {};
      const { reference } = (await send(harness, body, options)).body;
      return {
        reference,
        id: (await harness.knex('guichet_requests').where({ reference }).first('id'))!.id as string,
      };
    }
    const exported = async (query: object = {}, account = mayor) => {
      const reply = await account.call<string>('POST', adminPaths.inboxExport, { box: 'all', ...query });
      assert.equal(reply.status, 200);
      return { headers: reply.headers, lines: reply.body.split('\r\n') };
    };
    async function act(id: string, action: object): Promise<void> {
      const { body } = await mayor.call<InboxRequest>('GET', adminPaths.inboxRequest.replace(':id', id));
      const path = adminPaths.inboxActions.replace(':id', id);
      assert.equal((await mayor.call('POST', path, { ...action, seen: body.version })).status, 200);
    }

    it('tells what each request is, when, and how it was decided, and nothing of who sent it', async () => {
      const { id, reference } = await sent({ recipient: 'voirie', subject: 'Un objet', nature: 'question' });
      await act(id, { action: 'acknowledge', nature: 'request' });
      const decision = {
        outcome: 'refused',
        message: 'Non.',
        reasons: 'not-required',
        author: { givenName: 'Anne', familyName: 'Martin', capacity: 'Maire', service: 'Mairie du Favril' },
      };
      await act(id, { action: 'decide', decision, signature: 'handwritten' });
      const { headers, lines } = await exported();
      assert.match(headers.get('content-type')!, /^text\/csv/);
      assert.match(headers.get('content-disposition')!, /^attachment/);
      assert.equal(headers.get('cache-control'), 'no-store');
      assert.ok(
        lines[0]!.endsWith(
          'Administration;Référence;Arrivée;Reçue le;Nature;Service;État;Échéance;Échéance de;Accusé de réception le;Décision;Décision le',
        ),
      );
      assert.equal(
        lines[1],
        `Mairie du Favril;${reference};En ligne;${today};Demande;Service voirie;Répondue;;;${today};Refusée;${today}`,
      );
      const text = lines.join();
      for (const secret of [angela.email, angela.familyName, 'Un objet'])
        assert.ok(!text.includes(secret), secret);
    });

    it('begins with a byte order mark, which spreadsheets need to read accents', async () => {
      // Whoever reads a reply as text no longer sees it.
      const query = exportQuery.parse({});
      const user = { id: mayor.id, firstname: null, lastname: null };
      const lines = await getService(harness.strapi, 'export').lines(user, query);
      const first = await lines[Symbol.asyncIterator]().next();
      assert.equal(first.value?.codePointAt(0), 0xfeff);
    });

    it('tells names and addresses where they are asked for, and never a formula', async () => {
      await sent({
        sender: { kind: 'association', rna: 'W281234567', name: '=1+1;"oui"', email: 'asso@boite.example' },
      });
      const { lines } = await exported({ withPersonalData: true });
      assert.ok(lines[0]!.endsWith(';Nom;Adresse électronique'));
      assert.ok(lines[1]!.endsWith(`;"'=1+1;""oui""";asso@boite.example`), lines[1]);
      assert.ok(lines[2]!.endsWith(';Angela Dubois;angela.dubois@boite.example'));
    });

    it('takes out what the filters find, all pages of it, newest first, each once', async () => {
      const model = await harness.knex('guichet_requests').first();
      const event = await harness.knex('guichet_events').where({ request_id: model.id, seq: 1 }).first();
      const copies = Array.from({ length: 450 }, (_, i) => `copy-${String(i).padStart(3, '0')}`);
      // Two of each instant, so that a batch ends between equals.
      const at = (i: number) =>
        new Date(Date.parse('2025-01-01T00:00:00Z') + Math.floor(i / 2) * 60_000).toISOString();
      for (let i = 0; i < copies.length; i += 150) {
        const some = copies.slice(i, i + 150);
        await harness
          .knex('guichet_requests')
          .insert(
            some.map((id, j) => ({ ...model, id, reference: id, received_at: at(i + j), recipient: null })),
          );
        await harness
          .knex('guichet_events')
          .insert(some.map((id) => ({ ...event, id: `e-${id}`, request_id: id })));
      }
      const { lines } = await exported({ until: '2025-12-31' });
      const references = lines.slice(1, -1).map((line) => line.split(';')[1]!);
      assert.equal(references.length, copies.length);
      assert.deepEqual(references.toSorted(), copies);
      assert.deepEqual(references.slice(0, 2), ['copy-448', 'copy-449']);
      assert.equal((await exported({ recipient: 'voirie' })).lines.length, 3);
      assert.equal((await exported({ search: references[7]! })).lines.length, 2);
      await harness.knex('guichet_requests').where('id', 'like', 'copy-%').delete();
    });

    it('says in the log who took out what and how many, and no name', async () => {
      await exported({ search: 'Dubois', withPersonalData: true, administrationId: ids.favril });
      const traces = () =>
        harness
          .logs()
          .split('\n')
          .filter((line) => line.includes('"searched":true') && line.includes(ids.favril));
      // Written once the file has left, and by then not yet on the disk.
      while (!traces().length) await sleep(20);
      const [line] = traces();
      assert.match(
        line!,
        new RegExp(`admin user ${mayor.id} exported 1 requests: .*"withPersonalData":true`),
      );
      assert.ok(!line!.includes('Dubois'));
    });

    it('is for mayors and managers, of what they serve', async () => {
      await sent({ subject: 'À Trilport' }, true);
      const { lines } = await exported({ administrationId: ids.trilport });
      assert.equal(lines.length, 2);
      const agent = await makeAccount(harness);
      await agent.serves(ids.favril);
      assert.equal((await agent.call('POST', adminPaths.inboxExport, {})).status, 403);
      const manager = await makeAccount(harness, 'guichet-manager');
      await manager.serves(ids.trilport);
      assert.equal((await exported({}, manager)).lines.length, 3);
    });

    it('takes out only those that were chosen, of what is served, whatever the filters', async () => {
      const [first, , third] = [await sent(), await sent(), await sent()];
      const chosen = [third.id, first.id, '00000000-0000-4000-8000-000000000000'];
      const { lines } = await exported({ box: 'suspects', ids: chosen });
      assert.deepEqual(
        lines.slice(1, -1).map((line) => line.split(';')[1]),
        [third.reference, first.reference],
      );
      const elsewhere = await makeAccount(harness, 'guichet-mayor');
      await elsewhere.serves(ids.trilport);
      assert.equal((await exported({ ids: chosen }, elsewhere)).lines.length, 2, 'nothing but the heads');
      const tooMany = Array.from({ length: 101 }, (_, i) => String(i));
      assert.equal((await mayor.call('POST', adminPaths.inboxExport, { ids: tooMany })).status, 400);
    });
  });
}
