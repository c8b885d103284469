import { adminPaths } from '@guichet/contracts/admin/paths';
import type { Deadlines } from '@guichet/contracts/admin/deadlines';
import type { InboxRequest } from '@guichet/contracts/admin/inbox';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { up } from '../../packages/strapi-plugin/server/src/store/obstacles-column.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount } from './admin-calls.js';
import { aRequest, begun, favril, seed, send, sirenOf, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

/** A civil date so many days from today, in Paris. */
function inDays(days: number): string {
  const today = new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Paris' }).format(new Date());
  return new Date(Date.parse(`${today}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

for (const database of databases) {
  describe(`the list of deadlines, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    /** In no département that anybody has said: the court is not known. */
    let syndicate: { id: string; code: string };
    let marie: Account;

    before(async () => {
      harness = await startHarness({
        database,
        config: { rates: { send: generous, sendToAdministration: generous } },
      });
      ids = await seed(harness);
      marie = await makeAccount(harness);
      const siren = sirenOf(3);
      const { uid } = await getService(harness.strapi, 'administration').create({
        ...favril,
        siren,
        insee: null,
        name: 'Syndicat des eaux',
        kind: 'syndicate',
      });
      syndicate = { id: uid, code: siren };
      await marie.serves(ids.favril, uid);
    });
    after(() => harness.stop());

    const requests = () => harness.knex('guichet_requests');

    async function sent(
      subject: string,
      to: 'favril' | 'trilport' | 'syndicate' = 'favril',
    ): Promise<string> {
      const [id, options] = {
        favril: [ids.favril, {}] as const,
        trilport: [ids.trilport, { code: '77475', origin: TRILPORT }] as const,
        syndicate: [syndicate.id, { code: syndicate.code }] as const,
      }[to];
      const body = { ...aRequest({ subject }), formToken: begun(harness, id) };
      const { reference } = (await send(harness, body, options)).body;
      return (await requests().where({ reference }).first('id'))!.id as string;
    }

    const list = async (account: Account, query: object = {}) =>
      (await account.call<Deadlines>('POST', adminPaths.inboxDeadlines, query)).body;
    const subjects = async (account = marie, query: object = {}) => {
      const { groups } = await list(account, query);
      return Object.fromEntries(
        Object.entries(groups).map(([group, { rows }]) => [group, rows.map(({ subject }) => subject)]),
      );
    };
    async function act(id: string, action: object): Promise<void> {
      const { body } = await marie.call<InboxRequest>('GET', adminPaths.inboxRequest.replace(':id', id));
      const path = adminPaths.inboxActions.replace(':id', id);
      const { status } = await marie.call('POST', path, { ...action, seen: body.version });
      assert.equal(status, 200);
    }

    it('groups what is past, due today and within seven days, the nearest first, and leaves out the rest', async () => {
      for (const [subject, days] of [
        ['Hier', -1],
        ['Il y a longtemps', -40],
        ['Ce jour', 0],
        ['Dans une semaine', 7],
        ['Demain', 1],
        ['Plus tard', 8],
      ] as const) {
        await requests()
          .where({ id: await sent(subject) })
          .update({ due_on: inDays(days) });
      }
      // Whoever's turn it is: what was asked for may not have come.
      await requests()
        .where({ due_on: inDays(1) })
        .update({ awaits_agent: false });
      assert.deepEqual(await subjects(), {
        late: ['Il y a longtemps', 'Hier'],
        today: ['Ce jour'],
        soon: ['Demain', 'Dans une semaine'],
        unopposable: [],
      });
      const { groups } = await list(marie);
      assert.equal(groups.late.rows[0]!.due!.daysLeft, -40);
      assert.deepEqual(
        Object.values(groups).map(({ total }) => total),
        [2, 1, 2, 0],
      );
    });

    it('says why the appeal times would not run, from the acknowledgement that lacks a mention to its end', async () => {
      const id = await sent('Sans tribunal', 'syndicate');
      const why = async () =>
        (await list(marie)).groups.unopposable.rows
          .filter((row) => row.id === id)
          .map((row) => row.obstacles);
      assert.deepEqual(await why(), []);
      await act(id, { action: 'acknowledge', nature: 'request' });
      assert.deepEqual(await why(), [['mentions-missing']]);
      await act(id, { action: 'close' });
      assert.deepEqual(await why(), [['mentions-missing']], 'silence may still refuse');
    });

    it('finds what hinders in requests from before it was kept', async () => {
      const read = () => requests().orderBy('id').select('id', 'obstacles');
      const kept = await read();
      assert.ok(kept.some(({ obstacles }) => obstacles === 'mentions-missing'));
      await harness.knex.schema.alterTable('guichet_requests', (table) => {
        table.dropIndex([], 'guichet_requests_obstacles');
      });
      await harness.knex.schema.alterTable('guichet_requests', (table) => table.dropColumn('obstacles'));
      await up(harness.knex);
      assert.deepEqual(await read(), kept);
    });

    it('shows what the agent serves and nothing else, one administration of it where asked', async () => {
      const id = await sent('À Trilport', 'trilport');
      await requests()
        .where({ id })
        .update({ due_on: inDays(0), obstacles: 'not-acknowledged' });
      assert.deepEqual((await subjects()).today, ['Ce jour']);
      const claire = await makeAccount(harness);
      assert.deepEqual((await subjects(claire)).today, []);
      await claire.serves(ids.trilport, ids.favril);
      assert.deepEqual((await subjects(claire)).today!.toSorted(), ['Ce jour', 'À Trilport']);
      assert.deepEqual(await subjects(claire, { administrationId: ids.trilport }), {
        late: [],
        today: ['À Trilport'],
        soon: [],
        unopposable: ['À Trilport'],
      });
      assert.deepEqual((await subjects(marie, { administrationId: ids.trilport })).today, []);
    });

    it('counts each administration’s days where it is', async () => {
      const anne = await makeAccount(harness);
      await anne.serves(ids.favril, ids.trilport);
      // Thirteen hours before Paris at the least, fourteen after: one of them has another day.
      const zones = ['Pacific/Kiritimati', 'Pacific/Pago_Pago'];
      const days = new Set<string | undefined>();
      for (const timeZone of zones) {
        await harness.strapi.db
          .query('plugin::guichet.administration')
          .update({ where: { uid: ids.trilport }, data: { timeZone } });
        const { groups } = await list(anne);
        const row = Object.values(groups)
          .flatMap(({ rows }) => rows)
          .find(({ subject }) => subject === 'À Trilport');
        days.add(row && `${row.due!.daysLeft}`);
        const listed = Object.entries(groups).find(([, { rows }]) => rows.includes(row!))![0];
        assert.equal(listed, row!.due!.daysLeft < 0 ? 'late' : row!.due!.daysLeft === 0 ? 'today' : 'soon');
      }
      assert.equal(days.size, 2);
    });

    it('goes through a long group page by page, the others staying where they are', async () => {
      const [model] = await requests().where({ due_on: inDays(-1) });
      const copies = Array.from({ length: 25 }, (_, i) => ({
        ...model,
        id: `${model!.id}-${i}`,
        reference: `${model!.reference}-${i}`,
        due_on: inDays(-2),
      }));
      await requests().insert(copies.map((copy) => ({ ...copy, obstacles: null })));
      // Sealed under another id, they cannot be opened: none of them is on this page.
      const { groups, pageSize } = await list(marie, { pages: { late: 3 } });
      assert.equal(pageSize, 20);
      assert.equal(groups.late.total, 27);
      assert.deepEqual(groups.late.rows, []);
      assert.equal(groups.today.page, 1);
      await requests()
        .where({ due_on: inDays(-2) })
        .delete();
    });

    it('asks for the permission to read', async () => {
      const account = await makeAccount(harness, ['agents.manage']);
      assert.equal((await account.call('POST', adminPaths.inboxDeadlines, {})).status, 403);
    });
  });
}
