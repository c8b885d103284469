/** The shared catalogue: who operates, what is defined once, what each administration makes of it, what residents read. */
import type { Administration } from '@guichet/contracts/administration';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type {
  AdministrationTeleprocedures,
  AdminTeleprocedure,
  Audience,
  NewOperator,
  NewTeleprocedure,
  Operator,
  Operators,
  OperatorSecret,
  TeleprocedureChoice,
  Teleprocedures,
} from '@guichet/contracts/admin/teleprocedures';
import { type Directory, noProcedureFacts } from '@guichet/contracts/directory';
import { noFacts } from '@guichet/contracts/no-facts';
import { pathOf } from '@guichet/contracts/routes';
import { teleprocedure as schema, type Teleprocedure } from '@guichet/contracts/teleprocedure';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { probeDue } from '../../packages/strapi-plugin/server/src/features/teleprocedures/probing.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount, type Refused } from './admin-calls.js';
import { call, favril, FAVRIL, seed, sirenOf, TRILPORT } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

/** The intercommunality that Le Favril is of, and Trilport is not. */
const AGGLO = '200058360';

/** A site whose pages answer as the test says. */
async function startOperator() {
  const pages = new Map<string, [status: number, headers: Record<string, string>]>();
  const asked: string[] = [];
  const server: Server = createServer((request, response) => {
    asked.push(request.url!);
    const [status, headers] = pages.get(request.url!) ?? [200, {}];
    response.writeHead(status, headers).end();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { origin, pages, asked, stop: () => server.close() };
}

for (const database of databases) {
  describe(`téléprocédures, on ${database}`, () => {
    let harness: Harness;
    let site: Awaited<ReturnType<typeof startOperator>>;
    let ids: { favril: string; trilport: string; agglo: string };
    let host: Account;
    /** Of Le Favril, and of the intercommunality. */
    let secretary: Account;
    let agglo: Account;
    let operator: Operator;

    before(async () => {
      site = await startOperator();
      harness = await startHarness({ database, config: { rates: { read: generous } } });
      const both = await seed(harness);
      const administrations = getService(harness.strapi, 'administration');
      const { uid } = await administrations.create({
        ...favril,
        insee: null,
        siren: AGGLO,
        kind: 'intercommunality',
        name: 'Entre Beauce et Perche',
        phone: '01 99 00 28 60',
        email: 'contact@agglo.example',
        address: '2 rue de l’Agglo, 28190 Courville',
        origins: ['https://www.agglo.example'],
      });
      ids = { ...both, agglo: uid };
      host = await makeAccount(harness, 'strapi-super-admin');
      const configures = ['administrations.read', 'administrations.configure'] as const;
      secretary = await makeAccount(harness, configures);
      await secretary.serves(ids.favril);
      agglo = await makeAccount(harness, configures);
      await agglo.serves(ids.agglo);
    });
    after(async () => {
      site.stop();
      await harness.stop();
    });

    const pathTo = (path: keyof typeof adminPaths, id = '') => adminPaths[path].replace(':id', id);
    const anOperator = (changes: Partial<NewOperator> = {}): NewOperator => ({
      name: 'Crèches de l’agglo',
      origin: site.origin,
      phone: '01 99 00 28 61',
      email: 'creches@agglo.example',
      address: '3 rue des Berceaux, 28190 Courville',
      website: 'https://creches.agglo.example/',
      administrationId: ids.agglo,
      ...changes,
    });
    const one = (changes: Partial<NewTeleprocedure> = {}): NewTeleprocedure => ({
      ownerId: null,
      operatorId: operator.id,
      title: 'Inscription en crèche',
      introduction: 'Demander une place.',
      url: `${site.origin}/inscription?commune=toutes`,
      furthest: 'frame',
      facts: { ...noProcedureFacts, documents: ['Livret de famille'], keywords: ['nounou'] },
      offline: 'Au siège, le mardi matin.',
      allow: ['camera'],
      connector: null,
      statuses: [{ word: 'depose', label: 'Demande déposée', status: 'received' }],
      isReserved: false,
      takesPrefill: true,
      offer: { to: 'all' },
      ...changes,
    });
    const ok = async <T>(reply: Promise<{ status: number; body: T }>): Promise<T> => {
      const { status, body } = await reply;
      assert.equal(status, 200, JSON.stringify(body));
      return body;
    };
    const refusal = async (reply: Promise<{ status: number; body: Refused }>) => {
      const { body } = await reply;
      const { code, errors = [] } = body.error.details ?? {};
      return [code, ...errors.map(({ path, code: why }) => `${path} ${why}`)].join(' ');
    };
    const define = (by: Account, changes?: Partial<NewTeleprocedure>) =>
      ok(by.call<AdminTeleprocedure>('POST', pathTo('teleprocedures'), one(changes)));
    const detail = (by: Account, slug: string) =>
      ok(by.call<AdminTeleprocedure>('GET', pathTo('teleprocedure', slug)));
    const formOf = (
      { version, connector, ...rest }: AdminTeleprocedure,
      changes: Partial<NewTeleprocedure> = {},
    ) => {
      const {
        slug: _slug,
        owner: _owner,
        operator: _operator,
        withdrawn: _withdrawn,
        chosen: _chosen,
        probe: _probe,
        offeredTo: _offeredTo,
        reach: _reach,
        framers: _framers,
        link: _link,
        ...settings
      } = rest;
      return { ...settings, connector, ...changes, seen: version };
    };
    const change = (by: Account, before: AdminTeleprocedure, changes: Partial<NewTeleprocedure>) =>
      ok(by.call<AdminTeleprocedure>('PUT', pathTo('teleprocedure', before.slug), formOf(before, changes)));
    const reading = (slug: string, code = '28148', headers: Record<string, string> = {}) =>
      fetch(harness.origin + pathOf('teleprocedure', code, slug), { headers });
    const read = async (slug: string, code?: string): Promise<Teleprocedure> => {
      const reply = await reading(slug, code);
      assert.equal(reply.status, 200);
      return schema.parse(await reply.json());
    };
    const listed = async (code = '28148') =>
      (await call<Directory>(harness, 'GET', 'directory', code)).body.procedures;
    /** The hosting's page, without JavaScript, and its button. */
    const pageUrl = (slug: string) => harness.origin + pathOf('teleprocedurePage', '28148', slug);
    const shown = async (slug: string, query = '') => {
      const reply = await fetch(pageUrl(slug) + query);
      return { status: reply.status, headers: reply.headers, text: await reply.text() };
    };
    const press = (slug: string, origin: string) =>
      fetch(pageUrl(slug), {
        method: 'POST',
        headers: { Origin: origin },
        body: new URLSearchParams({ key: randomUUID() }),
        redirect: 'manual',
      });
    const choices = (by: Account, id: string) =>
      ok(by.call<AdministrationTeleprocedures>('GET', pathTo('administrationTeleprocedures', id)));
    const choice = (slug: string, changes: Partial<TeleprocedureChoice> = {}): TeleprocedureChoice => ({
      slug,
      seen: 0,
      isOn: true,
      title: '',
      introduction: '',
      contact: null,
      ...changes,
    });
    const choose = (by: Account, id: string, chosen: TeleprocedureChoice) =>
      by.call<AdministrationTeleprocedures>('PUT', pathTo('administrationTeleprocedures', id), chosen);

    it('are operated by those that the hosting allows, whose secret is told once and is good for a day more', async () => {
      const { operator: made, secret } = await ok(
        host.call<OperatorSecret>('POST', pathTo('operators'), anOperator()),
      );
      operator = made;
      assert.match(secret, /^whsec_/);
      assert.match(made.eventsUrl, new RegExp(`/api/guichet/operators/${made.id}/events$`));
      assert.equal(made.administration?.id, ids.agglo);
      const dump = JSON.stringify(await harness.knex('guichet_operators'));
      assert.ok(!dump.includes(secret.slice(6)));

      const service = getService(harness.strapi, 'teleprocedures');
      assert.deepEqual((await service.operatorSecrets(made.id))?.secrets, [secret]);
      const rotated = await ok(host.call<OperatorSecret>('POST', pathTo('operatorSecret', made.id)));
      assert.ok(rotated.operator.formerSecretUntil);
      assert.deepEqual((await service.operatorSecrets(made.id))?.secrets, [rotated.secret, secret]);
      assert.equal(await service.operatorSecrets('nobody'), null);
    });

    it('are operated on an exact origin of their own, which agents choose among and do not change', async () => {
      const add = (changes: Partial<NewOperator>) =>
        refusal(host.call('POST', pathTo('operators'), anOperator(changes)));
      assert.equal(await add({}), 'validation-failed origin taken');
      for (const origin of [
        'http://creches.agglo.example',
        'http://127.0.0.1',
        'https://10.0.0.1',
        'ftp://a.example',
      ])
        assert.equal(await add({ origin }), 'validation-failed origin not-allowed', origin);
      for (const origin of ['https://creches.agglo.example/page', 'creches.agglo.example'])
        assert.equal(await add({ origin }), 'validation-failed origin invalid', origin);
      assert.equal(
        await add({ origin: 'https://autre.example', administrationId: 'nobody' }),
        'validation-failed administrationId unknown',
      );

      const { operators, mayManage } = await ok(agglo.call<Operators>('GET', pathTo('operators')));
      assert.deepEqual([operators.map(({ id }) => id), mayManage], [[operator.id], false]);
      assert.equal((await agglo.call('POST', pathTo('operators'), anOperator())).status, 403);
      assert.equal((await agglo.call('POST', pathTo('operatorSecret', operator.id))).status, 403);
      const put = (by: Account, seen: number) =>
        by.call('PUT', pathTo('operator', operator.id), { ...anOperator({ phone: '01 99 00 28 62' }), seen });
      assert.equal((await agglo.call('PUT', pathTo('operator', operator.id), {})).status, 403);
      assert.equal((await put(host, operator.version)).status, 200);
      assert.equal(await refusal(put(host, operator.version)), 'request-changed');
    });

    it('are read in every administration that they are offered to, and asked of their operator when they are made', async () => {
      const made = await define(host);
      assert.equal(made.slug, 'inscription-en-creche');
      assert.deepEqual(made.chosen, { entry: 'frame', reason: 'framable' });
      assert.equal(made.probe?.status, 200);
      assert.deepEqual(site.asked, ['/inscription?commune=toutes']);
      assert.deepEqual(made.reach, { offered: 3, on: 3, framed: 3 });
      for (const code of ['28148', '77475', AGGLO]) {
        const told = await read(made.slug, code);
        assert.equal(told.entry, 'frame');
        assert.deepEqual([told.origin, told.url], [site.origin, `${site.origin}/inscription?commune=toutes`]);
        assert.equal(told.competent.name, 'Entre Beauce et Perche');
        assert.deepEqual(told.contact, {
          name: 'Crèches de l’agglo',
          phone: '01 99 00 28 62',
          email: 'creches@agglo.example',
        });
        assert.match(told.link, new RegExp(`/guichet/administrations/${code}/teleprocedures/${made.slug}$`));
      }
      const first = await reading(made.slug);
      const headers = { 'If-None-Match': first.headers.get('etag')! };
      assert.equal((await reading(made.slug, '28148', headers)).status, 304);
      assert.match(first.headers.get('cache-control')!, /^public, max-age=10/);
      const missing = await reading('nothing');
      assert.deepEqual(
        [missing.status, ((await missing.json()) as { code: string }).code],
        [404, 'teleprocedure-not-found'],
      );
      assert.equal((await reading(made.slug, '99999')).status, 404);
    });

    it('are changed once for all, by nobody who has an older one on screen', async () => {
      const before = await detail(host, 'inscription-en-creche');
      const changed = await change(host, before, { title: 'Place en crèche' });
      assert.equal(changed.version, before.version + 1);
      for (const code of ['28148', '77475'])
        assert.equal((await read('inscription-en-creche', code)).title, 'Place en crèche');
      const late = host.call('PUT', pathTo('teleprocedure', before.slug), formOf(before));
      assert.equal(await refusal(late), 'request-changed');
      const elsewhere = formOf(changed, { url: 'https://ailleurs.example/' });
      assert.equal(
        await refusal(host.call('PUT', pathTo('teleprocedure', before.slug), elsewhere)),
        'validation-failed url not-allowed',
      );
    });

    it('are the hosting’s to define for all, and an intercommunality’s for its own communes', async () => {
      const post = (by: Account, changes: Partial<NewTeleprocedure>) =>
        refusal(by.call('POST', pathTo('teleprocedures'), one(changes)));
      assert.equal(await post(agglo, {}), 'validation-failed ownerId not-allowed');
      assert.equal(await post(agglo, { ownerId: ids.favril }), 'validation-failed ownerId unknown');
      const ownerId = ids.agglo;
      assert.equal(await post(agglo, { ownerId }), 'validation-failed offer not-allowed');
      const offers: NewTeleprocedure['offer'][] = [
        { to: 'territories', codes: [AGGLO, '77'] },
        { to: 'administrations', ids: [ids.trilport] },
      ];
      for (const offer of offers)
        assert.equal(await post(agglo, { ownerId, offer }), 'validation-failed offer not-allowed');
      const unknown: NewTeleprocedure['offer'] = { to: 'administrations', ids: ['nobody'] };
      assert.equal(await post(agglo, { ownerId, offer: unknown }), 'validation-failed offer.ids unknown');

      const made = await define(agglo, {
        ownerId,
        title: 'Transport scolaire',
        offer: { to: 'territories', codes: [AGGLO] },
      });
      // The commune of its territory, and itself.
      assert.deepEqual(made.reach, { offered: 2, on: 2, framed: 2 });
      assert.deepEqual(
        made.offeredTo.territories.map(({ code }) => code),
        [AGGLO],
      );
      await read(made.slug);
      assert.equal((await reading(made.slug, '77475')).status, 404);
      assert.equal((await secretary.call('GET', pathTo('teleprocedure', made.slug))).status, 404);
      assert.equal((await secretary.call('POST', pathTo('teleprocedureProbe', made.slug))).status, 404);
      const put = secretary.call('PUT', pathTo('teleprocedure', made.slug), formOf(made));
      assert.equal((await put).status, 404);
      const { teleprocedures, owners, mayManage } = await ok(
        secretary.call<Teleprocedures>('GET', pathTo('teleprocedures')),
      );
      assert.deepEqual(
        teleprocedures.map(({ slug, mayEdit }) => [slug, mayEdit]),
        [['inscription-en-creche', false]],
      );
      assert.deepEqual([owners.map(({ id }) => id), mayManage], [[ids.favril], false]);
      const hosts = await ok(host.call<Teleprocedures>('GET', pathTo('teleprocedures')));
      // They search among thousands instead.
      assert.deepEqual([hosts.owners, hosts.mayManage], [[], true]);
      // How many have it is told to who may edit it.
      assert.deepEqual(
        hosts.teleprocedures.map(({ slug, reach }) => [slug, reach]),
        [
          ['inscription-en-creche', { offered: 3, on: 3 }],
          [made.slug, { offered: 2, on: 2 }],
        ],
      );
      assert.deepEqual(
        teleprocedures.map(({ reach }) => reach),
        [null],
      );
      const own = await ok(agglo.call<Teleprocedures>('GET', pathTo('teleprocedures')));
      assert.deepEqual(
        own.teleprocedures.map(({ reach }) => reach),
        [null, { offered: 2, on: 2 }],
      );

      // By name it is offered to itself and to its communes, which the agent does not serve.
      const audience = (by: Account, query: object) =>
        by.call<Audience>('POST', pathTo('teleprocedureAudience'), query);
      const named = async (search: string) =>
        (await ok(audience(agglo, { ownerId, search }))).rows.map(({ id }) => id);
      assert.deepEqual(new Set(await named('')), new Set([ids.favril, ids.agglo]));
      assert.deepEqual(await named('FAVRÎL'), [ids.favril]);
      assert.deepEqual(await named('2814'), [ids.favril]);
      assert.deepEqual(await named('trilport'), []);
      assert.equal((await audience(secretary, { ownerId, search: '' })).status, 404);
      assert.equal((await audience(agglo, { ownerId: ids.favril, search: '' })).status, 404);
      assert.equal((await audience(host, { ownerId: 'nobody', search: '' })).status, 404);

      // Offered by its list to whoever the agent serves as well.
      const listed = await change(agglo, made, { offer: { to: 'administrations', ids: [ids.favril] } });
      assert.deepEqual(
        listed.offeredTo.administrations.map(({ id }) => id),
        [ids.favril],
      );
      assert.equal((await reading(made.slug, AGGLO)).status, 404);
      await read(made.slug);
      // What the hosting has granted beyond its territory stays, as a whole or in part, and is not taken again.
      const offerTo = (...to: string[]) => ({ offer: { to: 'administrations' as const, ids: to } });
      const granted = await change(host, listed, offerTo(ids.favril, ids.trilport));
      const less = await change(agglo, granted, offerTo(ids.trilport));
      const none = await change(agglo, less, offerTo(ids.favril));
      const again = agglo.call(
        'PUT',
        pathTo('teleprocedure', made.slug),
        formOf(none, offerTo(ids.trilport)),
      );
      assert.equal(await refusal(again), 'validation-failed offer not-allowed');
    });

    it('are switched off, renamed and answered for by each administration, for itself alone', async () => {
      const slug = 'inscription-en-creche';
      const [, other] = (await choices(secretary, ids.favril)).teleprocedures;
      assert.deepEqual([other?.slug, other?.version, other?.isOn], ['transport-scolaire', 0, true]);
      const contact = { name: 'Mairie', phone: '01 99 00 28 14', email: null };
      const own = choice(slug, { title: 'La crèche', introduction: 'Au Favril.', contact });
      await ok(choose(secretary, ids.favril, own));
      const told = await read(slug);
      assert.deepEqual([told.title, told.introduction, told.contact], ['La crèche', 'Au Favril.', contact]);
      assert.equal((await read(slug, '77475')).title, 'Place en crèche');

      assert.equal(await refusal(choose(secretary, ids.favril, own) as never), 'request-changed');
      await ok(choose(secretary, ids.favril, { ...own, seen: 1, isOn: false }));
      assert.equal((await reading(slug)).status, 404);
      assert.ok(!(await listed()).some((each) => each.slug === slug));
      assert.deepEqual((await detail(host, slug)).reach, { offered: 3, on: 2, framed: 2 });
      await read(slug, '77475');

      assert.equal((await choose(secretary, ids.trilport, choice(slug))).status, 404);
      assert.equal(
        (await secretary.call('GET', pathTo('administrationTeleprocedures', ids.trilport))).status,
        404,
      );
      assert.equal((await choose(secretary, ids.favril, choice('nothing'))).status, 404);
      const reader = await makeAccount(harness, ['administrations.read']);
      await reader.serves(ids.favril);
      assert.equal((await choices(reader, ids.favril)).mayConfigure, false);
      assert.equal((await choose(reader, ids.favril, choice(slug))).status, 403);
      await ok(choose(secretary, ids.favril, { ...own, seen: 2, isOn: true }));
    });

    it('are found in the directory among its procedures, under who is competent where that one is shown', async () => {
      const found = (await listed()).find(({ slug }) => slug === 'inscription-en-creche');
      assert.deepEqual(
        [found?.title, found?.operator, found?.organisation, found?.keywords],
        ['La crèche', 'Crèches de l’agglo', '', ['nounou']],
      );
      assert.match(found!.link, /\/28148\/teleprocedures\/inscription-en-creche$/);
      const { organisations } = (await call<Directory>(harness, 'GET', 'directory', AGGLO)).body;
      const there = (await listed(AGGLO)).find(({ slug }) => slug === 'inscription-en-creche');
      assert.equal(there?.organisation, organisations[0]?.id);

      const id = await getService(harness.strapi, 'directory').add({
        facts: { ...noFacts, name: 'Entre Beauce et Perche' },
        level: 'intercommunality',
        kind: 'epci',
        places: [`intercommunality:${AGGLO}`],
      });
      await harness.knex('guichet_directory').where({ id }).update({ siren: AGGLO });
      getService(harness.strapi, 'administration').refresh();
      const again = (await listed()).find(({ slug }) => slug === 'inscription-en-creche');
      assert.equal(again?.organisation, id);
    });

    it('are asked of their operators again when they are due: what refuses frames is handed over, what is gone a link', async () => {
      const slug = 'inscription-en-creche';
      const due = async () => {
        await harness.knex('guichet_teleprocedure_probes').update({ next_at: '2026-01-01T00:00:00.000Z' });
        getService(harness.strapi, 'teleprocedures').refresh();
        return probeDue(harness.strapi, new Date(), new AbortController().signal);
      };
      const page = '/inscription?commune=toutes';
      site.pages.set(page, [
        200,
        { 'Content-Security-Policy': `frame-ancestors ${FAVRIL} http://127.0.0.1` },
      ]);
      assert.equal(await due(), 2);
      const idle = await probeDue(harness.strapi, new Date(), new AbortController().signal);
      assert.equal(idle, 0);
      assert.equal((await read(slug)).entry, 'frame');
      // Another commune's pages are not among those that the operator names.
      assert.equal((await read(slug, '77475')).entry, 'hand-off');
      const [row] = (await choices(host, ids.trilport)).teleprocedures;
      assert.deepEqual(
        [row?.chosen, row?.refusedOrigins],
        [{ entry: 'hand-off', reason: 'frame-ancestors' }, ['https://trilport.example']],
      );
      assert.deepEqual((await detail(host, slug)).reach, { offered: 3, on: 3, framed: 1 });

      site.pages.set(page, [302, { Location: 'http://localhost:9/login' }]);
      const asked = await ok(host.call<AdminTeleprocedure>('POST', pathTo('teleprocedureProbe', slug)));
      assert.ok(asked.probe?.failingSince);
      // For a day it counts as what it was.
      assert.equal((await read(slug)).entry, 'frame');
      const long = { failing_since: '2026-01-01T00:00:00.000Z' };
      await harness.knex('guichet_teleprocedure_probes').whereNotNull('failing_since').update(long);
      getService(harness.strapi, 'teleprocedures').refresh();
      assert.equal((await read(slug)).entry, 'link');
      site.pages.delete(page);
      await due();
      assert.equal((await read(slug)).entry, 'frame');
    });

    it('that alone seise validly are told of where one would write', async () => {
      const about = async (code: string) =>
        (await call<Administration>(harness, 'GET', 'administration', code)).body.reserved;
      assert.equal(await about('28148'), undefined);
      await change(host, await detail(host, 'inscription-en-creche'), { isReserved: true });
      const [reserved] = (await about('28148'))!;
      assert.deepEqual([reserved?.slug, reserved?.title], ['inscription-en-creche', 'La crèche']);
      assert.equal(reserved?.link, (await read('inscription-en-creche')).link);
      assert.equal((await read('inscription-en-creche')).isReserved, true);
      const contact = harness.origin + pathOf('contactPage', '28148');
      for (const address of [contact, `${contact}?procedure=inscription-en-creche`]) {
        const page = await (await fetch(address)).text();
        assert.match(page, /ne compterait pas comme une demande/);
        assert.ok(page.includes(`<a href="${reserved?.link}" lang="fr">La crèche</a>`), page);
      }
    });

    it('leave a clear page when they are withdrawn, with what there is instead, and come back', async () => {
      const slug = 'inscription-en-creche';
      const { version } = await detail(host, slug);
      const withdraw = (replacement: string | null, seen = version) =>
        host.call('POST', pathTo('teleprocedureWithdrawal', slug), { seen, message: 'Fermée.', replacement });
      assert.equal(await refusal(withdraw(slug)), 'validation-failed replacement unknown');
      assert.equal((await withdraw('transport-scolaire')).status, 200);
      assert.equal(await refusal(withdraw(null)), 'request-changed');
      const told = await read(slug);
      assert.deepEqual([told.entry, told.withdrawn?.message], [null, 'Fermée.']);
      assert.equal(told.withdrawn?.replacement?.title, 'Transport scolaire');
      // What is not offered there is no replacement there.
      assert.equal((await read(slug, '77475')).withdrawn?.replacement, null);
      assert.ok(!(await listed()).some((each) => each.slug === slug));
      const about = (await call<Administration>(harness, 'GET', 'administration', '28148')).body;
      assert.equal(about.reserved, undefined);
      const page = await shown(slug);
      assert.equal(page.status, 200);
      assert.match(page.text, /n’est plus proposée en ligne/);
      assert.match(page.text, /Fermée\./);
      assert.match(page.text, /28148\/teleprocedures\/transport-scolaire">Transport scolaire</);
      assert.ok(!page.text.includes('<form'));
      const late = await press(slug, 'http://127.0.0.1');
      assert.equal(late.status, 303);
      assert.match(late.headers.get('location')!, /^\/guichet\/administrations\/28148\/teleprocedures\//);
      const back = host.call('POST', pathTo('teleprocedureReinstatement', slug), { seen: version + 1 });
      assert.equal((await back).status, 200);
      assert.equal((await read(slug)).entry, 'frame');
    });

    it('are shown without JavaScript, begun by a button, and lead back to a page that says how to follow', async () => {
      const slug = 'inscription-en-creche';
      const { status, text, headers } = await shown(slug);
      assert.equal(status, 200);
      for (const said of [
        'La crèche',
        'Livret de famille',
        'Au siège, le mardi matin.',
        'Entre Beauce et Perche',
      ])
        assert.ok(text.includes(said), said);
      assert.match(text, /<form method="post"/);
      // Browsers ask the policy again where the form is redirected to.
      const policy = headers.get('content-security-policy')!;
      assert.ok(policy.includes(`form-action 'self' ${site.origin};`), policy);

      assert.equal((await press(slug, FAVRIL)).status, 403);
      const begun = await press(slug, 'http://127.0.0.1');
      assert.equal(begun.status, 303);
      const to = new URL(begun.headers.get('location')!);
      assert.equal(to.origin + to.pathname, `${site.origin}/inscription`);
      assert.equal(to.searchParams.get('commune'), 'toutes');
      const start = to.searchParams.get('guichet-start')!;
      const returned = new URL(to.searchParams.get('guichet-return')!);
      assert.ok(!returned.href.includes(start), 'no log and no history has it there');
      assert.equal(returned.pathname, `${pathOf('teleprocedurePage', '28148', slug)}/return`);
      assert.equal(to.searchParams.get('guichet-return-method'), 'post');
      const after = await fetch(harness.origin + returned.pathname + returned.search);
      assert.equal(after.status, 200);
      const told = await after.text();
      assert.match(told, /gardez la référence/);
      assert.match(told, /28148\/tracking\?lang=fr">Suivre ma demande/);

      const none = await shown('nothing');
      assert.equal(none.status, 404);
      assert.match(none.text, /n’est pas proposée ici/);
      const services = await fetch(
        `${harness.origin}${pathOf('servicesPage', '28148')}?demarche=${slug}`,
      ).then((reply) => reply.text());
      assert.ok(
        services.includes(`${pathOf('teleprocedurePage', '28148', slug)}?lang=fr">Commencer la démarche`),
      );
    });

    it('have a slug that no procedure of an administration has, nor gets', async () => {
      const procedure = { title: 'Composteur', description: '', nature: 'request' };
      await ok(secretary.call('POST', pathTo('procedures', ids.favril), procedure) as never);
      assert.equal((await define(host, { title: 'Composteur' })).slug, 'composteur-2');
      const taken = { ...procedure, title: 'Inscription en crèche' };
      await ok(secretary.call('POST', pathTo('procedures', ids.favril), taken) as never);
      assert.ok((await listed()).some(({ slug, operator: by }) => slug === 'inscription-en-creche-2' && !by));
    });

    it('keep what an operator’s system knows us by sealed, and never tell it again', async () => {
      const settings = {
        endpoint: 'https://voirie.example/open311/v2/',
        service: '001',
        jurisdiction: 'voirie.example',
      };
      const bad = host.call(
        'POST',
        pathTo('teleprocedures'),
        one({ connector: { name: 'nothing', settings } }),
      );
      assert.equal(await refusal(bad), 'validation-failed connector.name unknown');
      const made = await define(host, {
        title: 'Avec un lien',
        connector: { name: 'demo', settings: { origin: site.origin }, secret: 'cle-de-l-operateur' },
      });
      assert.deepEqual(made.connector, { name: 'demo', settings: { origin: site.origin }, hasSecret: true });
      const dump = JSON.stringify(await harness.knex('guichet_teleprocedures'));
      assert.ok(!dump.includes('cle-de-l-operateur'));
      const service = getService(harness.strapi, 'teleprocedures');
      const known = async () => service.connectorSecret((await service.catalogue()).bySlug.get(made.slug)!);
      assert.equal(await known(), 'cle-de-l-operateur');
      const connector = { name: 'demo', settings: { origin: site.origin } };
      const kept = await change(host, made, { connector });
      assert.equal(await known(), 'cle-de-l-operateur');
      await change(host, kept, { connector: { ...connector, secret: null } });
      assert.equal(await known(), null);
    });

    it('go with an administration that merges, and with the intercommunality that offered them', async () => {
      const administrations = getService(harness.strapi, 'administration');
      const made = await define(host, {
        title: 'Pour la nouvelle commune',
        offer: { to: 'administrations', ids: [ids.favril] },
      });
      const old = await administrations.create({
        ...favril,
        insee: null,
        siren: sirenOf(7),
        kind: 'intercommunality',
        name: 'Ancienne communauté',
        origins: [],
        successorUid: ids.agglo,
        successorFrom: '2026-01-01',
      });
      const territorial = await define(host, {
        title: 'De l’ancienne communauté',
        offer: { to: 'territories', codes: [old.siren] },
      });
      await read(territorial.slug);
      assert.equal((await reading(territorial.slug, '77475')).status, 404);

      const record = await administrations.record(ids.favril);
      const { uid: _uid, ...input } = { ...favril, uid: record!.uid };
      await administrations.update(ids.favril, {
        ...input,
        successorUid: ids.trilport,
        successorFrom: '2026-01-01',
      });
      administrations.refresh();
      assert.equal((await read(made.slug, '77475')).title, 'Pour la nouvelle commune');
      assert.equal((await read(made.slug, '28148')).title, 'Pour la nouvelle commune');
      const { succeededBy, mayConfigure } = await choices(host, ids.favril);
      assert.deepEqual([succeededBy?.id, mayConfigure], [ids.trilport, false]);
      assert.equal((await choose(host, ids.favril, choice(made.slug))).status, 403);
      assert.equal((await choices(host, ids.trilport)).succeededBy, null);
      const merged = await detail(host, made.slug);
      assert.deepEqual(merged.reach, { offered: 1, on: 1, framed: 1 });
      assert.ok([FAVRIL, TRILPORT].every((origin) => merged.framers.origins.includes(origin)));

      // The pages of a commune that has merged stand, and are to show it too.
      const only = `frame-ancestors ${TRILPORT} http://127.0.0.1`;
      site.pages.set('/inscription?commune=toutes', [200, { 'Content-Security-Policy': only }]);
      await ok(host.call('POST', pathTo('teleprocedureProbe', made.slug)) as never);
      assert.equal((await read(made.slug, '77475')).entry, 'hand-off');
      assert.deepEqual((await detail(host, made.slug)).reach, { offered: 1, on: 1, framed: 0 });
    });
  });
}
