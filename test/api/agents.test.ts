import type { Agent, AgentInvited, AgentPage } from '@guichet/contracts/admin/agents';
import type { Anonymities } from '@guichet/contracts/admin/anonymity';
import type { EntryCreated } from '@guichet/contracts/admin/entries';
import type { InboxPage, InboxRequest, InboxScope } from '@guichet/contracts/admin/inbox';
import { adminPaths } from '@guichet/contracts/admin/paths';
import {
  defaultRoles,
  type Permission,
  permissions,
  permissionUid,
} from '@guichet/contracts/admin/permissions';
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { settleRoles } from '../../packages/strapi-plugin/server/src/features/agents/role.js';
import { adminRoutes } from '../../packages/strapi-plugin/server/src/index.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount, type Refused } from './admin-calls.js';
import { aRequest, begun, favril, seed, send, sirenOf, TRILPORT } from './calls.js';
import { inboxOf, receivedAt, residentOf } from './examined.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';
import { openPage } from './plain-page.js';

after(stopDatabases);

for (const database of databases) {
  describe(`agents, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let host: Account;

    before(async () => {
      harness = await startHarness({ database });
      ids = await seed(harness);
      host = await makeAccount(harness, 'strapi-super-admin', { firstname: 'Camille', lastname: 'Amarre' });
    });
    after(() => harness.stop());

    const path = (template: string, id: number | string) => template.replace(':id', String(id));
    const serve = <T = Agent>(by: Account, id: number, services: object[]) =>
      by.call<T>('PUT', path(adminPaths.agentServices, id), { services });

    it('finds Strapi’s own roles beside the agents’, which has the inbox and no Content Manager', async () => {
      const roles = (await harness.strapi.db
        .query('admin::role')
        .findMany({ populate: ['permissions'] })) as { code: string; permissions: { action: string }[] }[];
      const codes = roles.map(({ code }) => code);
      for (const code of ['strapi-super-admin', 'strapi-editor', 'strapi-author']) {
        assert.ok(codes.includes(code), code);
      }
      for (const { code, permissions: given } of defaultRoles) {
        const role = roles.find((one) => one.code === code)!;
        assert.deepEqual(
          role.permissions.map(({ action }) => action).sort(),
          given.map(permissionUid).sort(),
          code,
        );
      }
    });

    it('gives every permission that it names, and names every permission that a route asks for', () => {
      const known = (
        harness.strapi.service('admin::permission') as unknown as {
          actionProvider: { values(): { actionId: string }[] };
        }
      ).actionProvider
        .values()
        .map(({ actionId }) => actionId)
        .filter((id) => id.startsWith('plugin::guichet.'));
      assert.deepEqual(known.sort(), permissions.map(permissionUid).sort());
      const asked = adminRoutes.flatMap(({ config }) =>
        config.policies.flatMap((policy) => (typeof policy === 'string' ? [] : policy.config.actions)),
      );
      for (const action of asked) assert.ok(known.includes(action), action);
    });

    it('is told what it serves, in which capacity, and reads nothing more', async () => {
      const marie = await makeAccount(harness);
      const none = await marie.call<InboxScope>('GET', adminPaths.inboxScope);
      assert.deepEqual(none.body.administrations, []);
      const empty = await marie.call<InboxPage>('POST', adminPaths.inboxSearch, { box: 'all' });
      assert.equal(empty.body.total, 0);

      const { status, body } = await serve(host, marie.id, [
        { administrationId: ids.trilport, capacity: 'adjointe' },
        { administrationId: ids.favril, capacity: ' secrétaire de mairie ' },
      ]);
      assert.equal(status, 200);
      assert.deepEqual(
        body.services.map(({ administration, capacity }) => [administration.code, capacity]),
        [
          ['77475', 'adjointe'],
          ['28148', 'secrétaire de mairie'],
        ],
      );
      const both = await marie.call<InboxScope>('GET', adminPaths.inboxScope);
      assert.equal(both.body.administrations.length, 2);

      await serve(host, marie.id, [{ administrationId: ids.favril, capacity: 'maire' }]);
      const one = await marie.call<InboxScope>('GET', adminPaths.inboxScope);
      assert.deepEqual(
        one.body.administrations.map(({ id, signature }) => [id, signature]),
        [[ids.favril, 'Marie Lenoir, maire']],
      );
    });

    it('loses what it read as soon as it serves it no more', async () => {
      const marie = await makeAccount(harness);
      await marie.serves(ids.favril);
      const { body } = await send(harness, { ...aRequest(), formToken: begun(harness, ids.favril) });
      const { id } = (await harness
        .knex('guichet_requests')
        .where({ reference: body.reference })
        .first('id'))!;
      assert.equal((await marie.call('GET', path(adminPaths.inboxRequest, id))).status, 200);
      await serve(host, marie.id, []);
      assert.equal((await marie.call('GET', path(adminPaths.inboxRequest, id))).status, 404);
    });

    it('leaves a trace of who let whom read', async () => {
      const marie = await makeAccount(harness);
      await serve(host, marie.id, [{ administrationId: ids.favril, capacity: 'maire' }]);
      assert.match(
        harness.logs(),
        new RegExp(
          `admin user ${host.id} changed what admin user ${marie.id} serves \\(from nothing to ${ids.favril}\\)`,
        ),
      );
    });

    it('refuses an administration that does not exist, a capacity left empty, and anything unknown', async () => {
      const marie = await makeAccount(harness);
      const wrong = async (services: object[]) => {
        const { status, body } = await serve<Refused>(host, marie.id, services);
        assert.equal(status, 400);
        return body.error.details?.errors;
      };
      assert.deepEqual(await wrong([{ administrationId: 'nowhere', capacity: 'maire' }]), [
        { path: 'services.0.administrationId', code: 'unknown' },
      ]);
      assert.deepEqual(await wrong([{ administrationId: ids.favril, capacity: ' ' }]), [
        { path: 'services.0.capacity', code: 'required' },
      ]);
      assert.ok(await wrong([{ administrationId: ids.favril, capacity: 'maire', role: 1 }]));
      for (const id of ['0', '999999', 'me', '1;drop']) {
        const { status } = await host.call('GET', path(adminPaths.agent, encodeURIComponent(id)));
        assert.equal(status, 404, id);
      }
    });

    it('cannot give itself anything: only who manages agents does', async () => {
      const marie = await makeAccount(harness);
      const { status } = await serve<Refused>(marie, marie.id, [
        { administrationId: ids.favril, capacity: 'maire' },
      ]);
      assert.equal(status, 403);
      assert.deepEqual((await host.call<Agent>('GET', path(adminPaths.agent, marie.id))).body.services, []);
    });

    it('gains what later versions add to the roles, and not again what an administrator took away', async () => {
      const query = () => harness.strapi.db.query('admin::role');
      const held = async (code: string) => {
        const role = (await query().findOne({ where: { code }, populate: ['permissions'] })) as {
          id: number;
          permissions: { id: number; action: string }[];
        };
        return role;
      };
      const actions = async (code: string) =>
        (await held(code)).permissions.map(({ action }) => action).sort();
      const take = async (code: string, permission: Permission) => {
        const action = permissionUid(permission);
        const { id } = (await held(code)).permissions.find((one) => one.action === action)!;
        await harness.strapi.db.query('admin::permission').delete({ where: { id } });
      };
      const store = harness.strapi.store({ type: 'plugin', name: 'guichet', key: 'roles' });
      const whole = await actions('guichet-manager');
      const kept = (await store.get({})) as { version: number; given: Record<string, Permission[]> };

      // Taken away by an administrator, it stays away, also where what was given was not yet written down.
      await take('guichet-manager', 'inbox.export');
      await take('guichet-manager', 'deliveries.replay');
      await settleRoles(harness.strapi);
      await store.set({ value: { version: 1 } });
      await settleRoles(harness.strapi);
      const taken = ['inbox.export', 'deliveries.replay'].map((name) => `plugin::guichet.${name}`);
      assert.deepEqual(
        await actions('guichet-manager'),
        whole.filter((action) => !taken.includes(action)),
      );
      assert.deepEqual(await store.get({}), kept);

      // As if a later version gave one of them for the first time.
      const given = { ...kept.given };
      given['guichet-manager'] = given['guichet-manager']!.filter((one) => one !== 'deliveries.replay');
      await store.set({ value: { version: 2, given } });
      await settleRoles(harness.strapi);
      assert.deepEqual(
        await actions('guichet-manager'),
        whole.filter((action) => action !== taken[0]),
      );
    });

    it('is invited with the agents’ role, and chooses its own password', async () => {
      const person = { firstname: 'Ninon', lastname: 'Passerelle', email: 'Ninon@Trilport.example' };
      const { status, body } = await host.call<AgentInvited>('POST', adminPaths.agents, person);
      assert.equal(status, 200);
      assert.equal(body.agent.email, 'ninon@trilport.example');
      assert.deepEqual(body.agent.roles, ['Agent']);
      assert.equal(body.agent.isActive, false);
      assert.equal(body.agent.mayRead, true);
      assert.match(body.invitationUrl!, /\/admin\/auth\/register\?registrationToken=.{20,}/);
      const account = await harness.knex('admin_users').where({ email: body.agent.email }).first();
      assert.equal(account.prefered_language, 'fr');
      const again = await host.call('POST', adminPaths.agents, person);
      assert.deepEqual(again.body.error.details?.errors, [{ path: 'email', code: 'taken' }]);
      const wrong = await host.call('POST', adminPaths.agents, { ...person, email: 'a@b', lastname: '' });
      assert.equal(wrong.status, 400);
      const roles = await host.call('POST', adminPaths.agents, {
        ...person,
        email: 'x@y.example',
        roles: [1],
      });
      assert.equal(roles.status, 400);
    });

    it('is found by a part of its name or address, and by what it serves', async () => {
      const zoe = await makeAccount(harness, undefined, { firstname: 'Zoé', lastname: 'Quillivéré' });
      await zoe.serves(ids.trilport);
      const find = async (query: object) =>
        (await host.call<AgentPage>('POST', adminPaths.agentSearch, query)).body.rows.map(({ id }) => id);
      assert.deepEqual(await find({ search: 'quilliv' }), [zoe.id]);
      assert.ok((await find({ administrationId: ids.trilport })).includes(zoe.id));
      assert.ok(!(await find({ administrationId: ids.favril })).includes(zoe.id));
    });

    it('serves nobody once its account is gone', async () => {
      const gone = await makeAccount(harness);
      await gone.serves(ids.favril);
      await (harness.strapi.service('admin::user') as any).deleteById(gone.id);
      assert.deepEqual(await harness.knex('guichet_agents').where({ admin_user_id: gone.id }), []);
    });

    it('reads, after a merger, what came before it, and the others keep only their own', async () => {
      const administrations = getService(harness.strapi, 'administration');
      const old = await administrations.create({
        ...favril,
        siren: sirenOf(11),
        insee: '28001',
        name: 'Ancienne',
      });
      const fresh = await administrations.create({
        ...favril,
        siren: sirenOf(12),
        insee: '28002',
        name: 'Nouvelle',
      });
      const before = await send(
        harness,
        { ...aRequest(), formToken: begun(harness, old.uid) },
        { code: '28001' },
      );
      const { id: oldId } = (await harness
        .knex('guichet_requests')
        .where({ reference: before.body.reference })
        .first('id'))!;
      const { id: _, documentId: __, uid: ___, ...record } = (await administrations.record(old.uid)) as any;
      const { createdAt: ____, updatedAt: _____, publishedAt: ______, locale: _______, ...held } = record;
      const { imported: ________, ...input } = held;
      await administrations.update(old.uid, {
        ...input,
        successorUid: fresh.uid,
        successorFrom: '2020-01-01',
      });

      const formerAgent = await makeAccount(harness);
      await formerAgent.serves(old.uid);
      const newAgent = await makeAccount(harness);
      await newAgent.serves(fresh.uid);
      const after = await send(
        harness,
        { ...aRequest(), formToken: begun(harness, fresh.uid) },
        { code: '28001' },
      );
      const { id: newId } = (await harness
        .knex('guichet_requests')
        .where({ reference: after.body.reference })
        .first('id'))!;

      const status = async (account: Account, id: string) =>
        (await account.call<InboxRequest>('GET', path(adminPaths.inboxRequest, id))).status;
      assert.equal(await status(newAgent, oldId), 200);
      assert.equal(await status(newAgent, newId), 200);
      assert.equal(await status(formerAgent, oldId), 200);
      assert.equal(await status(formerAgent, newId), 404);
    });

    describe('whom safety wants to be anonymous', () => {
      const SECRET = 'Menaces de mort reçues le 3 mai';
      let paule: Account;
      let ninon: Account;
      const anonymities = (by: Account, id = ids.favril) =>
        by.call<Anonymities>('GET', path(adminPaths.anonymities, id));
      const begin = <T = Refused>(by: Account, body: object, id = ids.favril) =>
        by.call<T>('POST', path(adminPaths.anonymities, id), body);
      const end = <T = Anonymities>(by: Account, agentId: number) =>
        by.call<T>('POST', path(adminPaths.anonymityEnd, ids.favril), { agentId });
      const writes = async (id: string, message: string) =>
        inboxOf(ninon).does(id, { action: 'answer', message });
      /** Who wrote what, as its resident reads it. */
      const told = async (request: Awaited<ReturnType<typeof receivedAt>>) =>
        (await residentOf(harness, request).sees()).timeline.flatMap(({ by, message }) =>
          by.kind === 'agent' ? [[message, by.name]] : [],
        );
      const signature = async (administrationId = ids.favril) =>
        (await ninon.call<InboxScope>('GET', adminPaths.inboxScope)).body.administrations.find(
          ({ id }) => id === administrationId,
        )!.signature;
      const NAMED = 'Ninon Passerelle, instructrice';

      before(async () => {
        paule = await makeAccount(harness, 'guichet-manager', { firstname: 'Paule', lastname: 'Rivet' });
        await paule.serves(ids.favril);
        ninon = await makeAccount(harness, undefined, { firstname: 'Ninon', lastname: 'Passerelle' });
        const capacity = 'instructrice';
        await serve(host, ninon.id, [
          { administrationId: ids.favril, capacity },
          { administrationId: ids.trilport, capacity },
        ]);
      });

      it('is said by who configures the mairie, of who works there, with a reason', async () => {
        const rene = await makeAccount(harness, 'guichet-manager');
        await rene.serves(ids.trilport);
        const stranger = await makeAccount(harness);
        await stranger.serves(ids.trilport);
        const right = { agentId: ninon.id, reason: SECRET };
        for (const one of [begin(ninon, right), anonymities(ninon), end(ninon, ninon.id)])
          assert.equal((await one).status, 403);
        for (const one of [begin(rene, right), anonymities(rene), end(rene, ninon.id)])
          assert.equal((await one).status, 404);
        for (const [wrong, field, code] of [
          [{ ...right, reason: '  ' }, 'reason', 'required'],
          [{ ...right, agentId: stranger.id }, 'agentId', 'unknown'],
        ] as const) {
          const { status, body } = await begin(paule, wrong);
          assert.deepEqual([status, body.error.details?.errors], [400, [{ path: field, code }]]);
        }
        const { body } = await anonymities(paule);
        assert.deepEqual(body.anonymities, []);
        assert.ok(body.agents.some(({ id, name }) => id === ninon.id && name === 'Ninon Passerelle'));
        assert.ok(!body.agents.some(({ id }) => id === stranger.id));
      });

      it('is no more named to residents, whatever was signed before, and goes on being to colleagues', async () => {
        const request = await receivedAt(harness, new Date());
        const elsewhere = await receivedAt(harness, new Date(), {}, '77475');
        await writes(request.id, 'Avant');
        assert.deepEqual(await told(request), [['Avant', NAMED]]);

        const begun = await begin<Anonymities>(paule, { agentId: ninon.id, reason: SECRET });
        assert.equal(begun.status, 200);
        const [{ at, ...recorded }] = begun.body.anonymities as [Anonymities['anonymities'][number]];
        assert.deepEqual(recorded, {
          agent: { id: ninon.id, name: 'Ninon Passerelle' },
          reason: SECRET,
          by: 'Paule Rivet',
          ended: null,
        });
        assert.ok(Math.abs(Date.parse(at) - Date.now()) < 60_000);
        const [row] = await harness.knex('guichet_anonymities');
        assert.ok(!JSON.stringify(row).includes('Menaces'), 'the reason is sealed');
        assert.match(
          harness.logs(),
          new RegExp(`admin user ${paule.id} made admin user ${ninon.id} anonymous`),
        );
        assert.ok(!harness.logs().includes('Menaces'));
        const again = await begin(paule, { agentId: ninon.id, reason: SECRET });
        assert.deepEqual([again.status, again.body.error.details?.code], [409, 'request-changed']);

        await writes(request.id, 'Pendant');
        await inboxOf(ninon).does(elsewhere.id, { action: 'answer', message: 'Ailleurs' });
        assert.deepEqual(await told(request), [
          ['Avant', null],
          ['Pendant', null],
        ]);
        const { reference, trackingCode } = request;
        const page = await openPage(harness.origin + pathOf('trackingPage', '28148'), {
          origin: 'http://127.0.0.1',
        });
        const opened = await page.press('open', { reference, trackingCode });
        assert.match(opened.text, /Pendant/);
        assert.doesNotMatch(opened.source, /Ninon|Passerelle|instructrice/);
        const { timeline } = await inboxOf(paule).open(request.id);
        assert.deepEqual(
          timeline.slice(1).map(({ agentName, shownAs }) => [agentName, shownAs]),
          [
            [NAMED, null],
            [NAMED, null],
          ],
        );
        // Each mairie decides for itself.
        const there = await residentOf(harness, elsewhere, { code: '77475', origin: TRILPORT }).sees();
        assert.equal(there.timeline.at(-1)!.by.name, NAMED);
        assert.deepEqual([await signature(), await signature(ids.trilport)], ['Mairie du Favril', NAMED]);
      });

      it('is not named by what it enters, nor once it was forwarded', async () => {
        const { body: entered } = await ninon.call<EntryCreated>('POST', adminPaths.inboxEntries, {
          key: randomUUID(),
          administrationId: ids.favril,
          channel: 'counter',
          receivedOn: new Date().toISOString().slice(0, 10),
          nature: 'request',
          sender: { kind: 'individual', familyName: 'Dupont' },
          subject: 'Permission de voirie',
          message: 'Un échafaudage.',
        });
        const { timeline } = await residentOf(harness, entered).sees();
        assert.equal(timeline.at(-1)!.kind, 'acknowledged');
        assert.doesNotMatch(JSON.stringify(timeline), /Ninon/);

        await end(paule, ninon.id);
        const request = await receivedAt(harness, new Date());
        await writes(request.id, 'Transmis');
        const to = { kind: 'here', administrationId: ids.trilport };
        await inboxOf(ninon).does(request.id, { action: 'forward', to, message: 'Chez vous.' });
        assert.match(JSON.stringify(await told(request)), /Ninon/);
        await begin(paule, { agentId: ninon.id, reason: SECRET });
        assert.doesNotMatch(JSON.stringify(await told(request)), /Ninon/);
      });

      it('always names who decides (CRPA L212-1), the anonymous agent too', async () => {
        const request = await receivedAt(harness, new Date());
        const author = {
          givenName: 'Ninon',
          familyName: 'Passerelle',
          capacity: 'Instructrice',
          service: 'Urbanisme',
        };
        const decision = { outcome: 'granted', message: 'Accordé.', author };
        await inboxOf(ninon).does(request.id, { action: 'decide', decision, signature: 'handwritten' });
        const seen = await residentOf(harness, request).sees();
        assert.deepEqual(seen.decision?.kind === 'granted' && seen.decision.author, author);
        assert.equal(seen.timeline.at(-1)!.by.name, null);
      });

      it('is told by a capacity that others have too', async () => {
        const other = await makeAccount(harness);
        await serve(host, other.id, [{ administrationId: ids.favril, capacity: 'Instructrice' }]);
        const request = await receivedAt(harness, new Date());
        await writes(request.id, 'À deux');
        assert.deepEqual(await told(request), [['À deux', 'instructrice']]);
        assert.equal(await signature(), 'instructrice');
        await serve(host, other.id, []);
        await writes(request.id, 'Seule');
        assert.deepEqual((await told(request)).at(-1), ['Seule', null]);
      });

      it('is named again once it has ended, but not where it wrote without its name', async () => {
        const request = await receivedAt(harness, new Date());
        await writes(request.id, 'Pendant');
        const ended = await end(paule, ninon.id);
        assert.equal(ended.status, 200);
        assert.deepEqual(
          ended.body.anonymities.map(({ agent, by, ended: last }) => [agent.id, by, last?.by]),
          Array.from({ length: 2 }, () => [ninon.id, 'Paule Rivet', 'Paule Rivet']),
        );
        await writes(request.id, 'Après');
        assert.deepEqual(await told(request), [
          ['Pendant', null],
          ['Après', NAMED],
        ]);
        assert.equal((await end<Refused>(paule, ninon.id)).status, 409);
        const atOnce = await Promise.all(
          Array.from({ length: 4 }, () => begin(paule, { agentId: ninon.id, reason: SECRET })),
        );
        assert.deepEqual(atOnce.map(({ status }) => status).sort(), [200, 409, 409, 409]);
      });
    });
  });
}
