import { adminPaths } from '@guichet/contracts/admin/paths';
import { type Template, type Templates, TEMPLATES_MAX } from '@guichet/contracts/admin/templates';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Account, makeAccount, type Refused } from './admin-calls.js';
import { seed } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

for (const database of databases) {
  describe(`answer templates, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    /** Writes them, and uses them. */
    let manager: Account;
    let marie: Account;

    before(async () => {
      harness = await startHarness({ database });
      ids = await seed(harness);
      manager = await makeAccount(harness, 'guichet-manager');
      await manager.serves(ids.favril);
      marie = await makeAccount(harness);
      await marie.serves(ids.favril, ids.trilport);
    });
    after(() => harness.stop());

    const template = (name: string, body = 'Bonjour {{nom}},\n\nvotre demande {{référence}} est reçue.') => ({
      administrationId: ids.favril,
      name,
      body,
    });
    const add = <T = Template>(body: object, account = manager) =>
      account.call<T>('POST', adminPaths.inboxTemplates, body);
    const one = (id: string) => adminPaths.inboxTemplate.replace(':id', id);
    const names = async (account: Account) =>
      (await account.call<Templates>('GET', adminPaths.inboxTemplates)).body.templates.map(
        ({ name }) => name,
      );

    it('are written once, and used by all who serve the administration', async () => {
      const added = await add(template('  Éclairage signalé '));
      assert.equal(added.status, 200);
      await add(template('Accusé simple'));
      assert.deepEqual(await names(marie), ['Accusé simple', 'Éclairage signalé']);
      const { body } = await marie.call<Templates>('GET', adminPaths.inboxTemplates);
      assert.deepEqual(body.templates[1], added.body);
      assert.equal(body.templates[1].administration.name, 'Mairie du Favril');
      assert.match(body.templates[1].body, /\{\{nom\}\}/);
    });

    it('are changed by who saw them as they are, and removed', async () => {
      const { body: added } = await add(template('À changer'));
      const change = { name: 'Changé', body: 'Bonjour.', seen: added.version };
      const changed = await manager.call<Template>('PUT', one(added.id), change);
      assert.deepEqual([changed.body.name, changed.body.version], ['Changé', added.version + 1]);
      assert.equal((await manager.call('PUT', one(added.id), change)).status, 409);
      assert.ok((await names(marie)).includes('Changé'));
      assert.ok((await manager.call('DELETE', one(added.id))).status < 300);
      assert.ok(!(await names(marie)).includes('Changé'));
      assert.equal((await manager.call('DELETE', one(added.id))).status, 404);
    });

    it('are refused where a variable is none, a name is taken, or a text is missing', async () => {
      const problems = async (body: object) =>
        (await add<Refused>(body)).body.error.details?.errors?.map(({ path, code }) => `${path} ${code}`);
      assert.deepEqual(await problems(template('Inconnue', 'Bonjour {{prénom}}')), ['body unknown']);
      assert.deepEqual(await problems(template('Accolades', 'Bonjour {{nom}')), ['body unknown']);
      assert.deepEqual(await problems(template('', ' ')), ['name required', 'body required']);
      const { body: tooLong } = await add<Refused>(template(`${'x'.repeat(101)} `));
      assert.deepEqual(tooLong.error.details?.errors, [
        { path: 'name', code: 'too-long', length: { most: 100, is: 101 } },
      ]);
      await add(template('Pris'));
      assert.deepEqual(await problems(template('Pris')), ['name taken']);
      const { body: other } = await add(template('Autre'));
      const renamed = await manager.call('PUT', one(other.id), { name: 'Pris', body: 'x', seen: 1 });
      assert.deepEqual(renamed.body.error.details?.errors, [{ path: 'name', code: 'taken' }]);
    });

    it('are the administration’s own: nobody reads, writes or removes another’s', async () => {
      const { body: mine } = await add(template('Du Favril'));
      const stranger = await makeAccount(harness, 'guichet-manager');
      await stranger.serves(ids.trilport);
      assert.deepEqual(await names(stranger), []);
      assert.equal((await stranger.call('PUT', one(mine.id), { name: 'x', body: 'y', seen: 1 })).status, 404);
      assert.equal((await stranger.call('DELETE', one(mine.id))).status, 404);
      assert.equal((await add(template('Ailleurs'), stranger)).status, 400);
      // The same name serves each.
      assert.equal(
        (await add({ ...template('Du Favril'), administrationId: ids.trilport }, stranger)).status,
        200,
      );
    });

    it('are written by who may configure, read by who may answer', async () => {
      assert.equal((await add(template('Par Marie'), marie)).status, 403);
      const { body: mine } = await add(template('Pour tous'));
      assert.equal((await marie.call('PUT', one(mine.id), { name: 'x', body: 'y', seen: 1 })).status, 403);
      assert.equal((await marie.call('DELETE', one(mine.id))).status, 403);
      const reader = await makeAccount(harness, ['inbox.read']);
      await reader.serves(ids.favril);
      assert.equal((await reader.call('GET', adminPaths.inboxTemplates)).status, 403);
    });

    it('are no more than can be found again', async () => {
      const rows = Array.from({ length: TEMPLATES_MAX }, (_, i) => ({
        id: `t${i}`,
        administration_id: ids.favril,
        name: `N° ${i}`,
        body: 'x',
        version: 1,
        updated_at: 'x',
      }));
      await harness.knex('guichet_templates').insert(rows);
      assert.equal((await add(template('Une de trop'))).status, 409);
    });
  });
}
