/** The directory of services: what residents read of it, what its agents write, and what sources bring in under both. */
import type { AdminDirectory, AdminOrganisation, NewOrganisation } from '@guichet/contracts/admin/directory';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { AdminProcedures } from '@guichet/contracts/admin/procedures';
import type { Administration } from '@guichet/contracts/administration';
import { type Directory, directory as schema, noProcedureFacts } from '@guichet/contracts/directory';
import { noFacts } from '@guichet/contracts/no-facts';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { tryLinks } from '../../packages/strapi-plugin/server/src/features/directory/links.js';
import { transaction } from '../../packages/strapi-plugin/server/src/store/transaction.js';
import {
  bringInOrganisations,
  markGone,
  type SourcedOrganisation,
} from '../../packages/strapi-plugin/server/src/store/organisations.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount, type Refused } from './admin-calls.js';
import { call, favril, seed, sirenOf } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

const facts = { ...noFacts, name: 'Bibliothèque', phones: [{ number: '01 99 00 28 20', label: '' }] };
const library: NewOrganisation = {
  facts: { ...facts, hoursNote: 'Le mercredi après-midi', address: '2 place de l’Église' },
  level: 'commune',
  isRecipient: false,
  isDraft: false,
  isShared: false,
};

/** As a source has it: an office of the département. */
const office = (
  id: string,
  name: string,
  changes: Partial<SourcedOrganisation> = {},
): SourcedOrganisation => ({
  id,
  url: `https://annuaire.example/${id}`,
  updatedOn: '2026-11-02',
  digest: `${id} ${name}`,
  level: 'state',
  kind: 'prefecture',
  siren: null,
  commune: '28085',
  places: ['department:28'],
  ...changes,
  facts: { ...noFacts, name, phones: [{ number: '01 99 00 28 00', label: '' }], ...changes.facts },
});

for (const database of databases) {
  describe(`the directory on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let host: Account;
    let secretary: Account;

    before(async () => {
      harness = await startHarness({ database, config: { webhooks: { allowPrivate: ['127.0.0.1'] } } });
      ids = await seed(harness);
      host = await makeAccount(harness, 'strapi-super-admin');
      secretary = await makeAccount(harness, ['administrations.read', 'administrations.configure']);
      await secretary.serves(ids.favril);
    });
    after(() => harness.stop());

    const read = async (code = '28148') => {
      const { status, body } = await call<Directory>(harness, 'GET', 'directory', code);
      assert.equal(status, 200);
      return schema.parse(body);
    };
    const names = async (code?: string) => (await read(code)).organisations.map(({ name }) => name);
    const listPath = (id: string) => adminPaths.directory.replace(':id', id);
    const onePath = (id: string) => adminPaths.directoryOrganisation.replace(':id', id);
    const list = async (by: Account, id: string) => {
      const { status, body } = await by.call<AdminDirectory>('GET', listPath(id));
      assert.equal(status, 200);
      return body;
    };
    const add = async (by: Account, id: string, organisation: NewOrganisation) => {
      const { status, body } = await by.call<AdminOrganisation>('POST', listPath(id), organisation);
      assert.equal(status, 200, JSON.stringify(body));
      return body;
    };
    const formOf = ({ facts: now, level, slug, isDraft, isShared, version }: AdminOrganisation) => ({
      facts: now,
      level,
      isRecipient: slug !== null,
      isDraft,
      isShared,
      seen: version,
    });
    const bringIn = async (...batch: SourcedOrganisation[]) => {
      await transaction(harness.strapi, (trx) => bringInOrganisations(trx, 'annuaire', batch));
      getService(harness.strapi, 'administration').refresh();
    };
    const errorsOf = ({ status, body }: { status: number; body: Refused }) => {
      assert.equal(status, 400, JSON.stringify(body));
      return body.error.details?.errors;
    };

    it('begins with the administration itself, then its services', async () => {
      const { organisations, procedures, link } = await read();
      const [itself, roads] = organisations;
      assert.deepEqual(
        [itself?.id, itself?.name, itself?.level, itself?.phones, itself?.hoursNote],
        ['28148', favril.name, 'commune', [{ number: favril.phone, label: '' }], favril.hours?.join('\n')],
      );
      assert.deepEqual([roads?.name, roads?.recipient, roads?.source], ['Service voirie', 'voirie', null]);
      assert.deepEqual(procedures, []);
      assert.match(link, /\/guichet\/administrations\/28148\/services$/);
    });

    it('is not sent again to who has it', async () => {
      const { headers } = await call(harness, 'GET', 'directory', '28148');
      const again = await call(harness, 'GET', 'directory', '28148', undefined, {
        headers: { 'If-None-Match': headers.get('etag')! },
      });
      assert.equal(again.status, 304);
      assert.equal((await call(harness, 'GET', 'directory', '99999')).status, 404);
    });

    it('takes what an agent adds, hides drafts, and is written by nobody who does not serve it', async () => {
      const made = await add(secretary, ids.favril, { ...library, isDraft: true });
      assert.ok(!(await names()).includes('Bibliothèque'));
      const finished = await secretary.call<AdminOrganisation>('PUT', onePath(made.id), {
        ...formOf(made),
        isDraft: false,
      });
      assert.equal(finished.status, 200);
      assert.ok((await names()).includes('Bibliothèque'));
      assert.ok(!(await names('77475')).includes('Bibliothèque'));

      const late = await secretary.call('PUT', onePath(made.id), formOf(made));
      assert.equal(late.body.error.details?.code, 'request-changed');
      assert.equal((await secretary.call('POST', listPath(ids.trilport), library)).status, 404);
      const reader = await makeAccount(harness, ['administrations.read']);
      await reader.serves(ids.favril);
      assert.equal((await reader.call('POST', listPath(ids.favril), library)).status, 403);
      const stranger = await makeAccount(harness, ['administrations.read', 'administrations.configure']);
      await stranger.serves(ids.trilport);
      for (const method of ['GET', 'DELETE']) {
        assert.equal((await stranger.call(method, onePath(made.id))).status, 404);
      }
      assert.equal((await stranger.call('PUT', onePath(made.id), formOf(finished.body))).status, 404);
    });

    it('says field by field what is wrong, and what a service one writes to must have', async () => {
      const wrong = await secretary.call('POST', listPath(ids.favril), {
        ...library,
        facts: {
          ...library.facts,
          name: '',
          phones: [{ number: 'x', label: '' }],
          website: 'javascript:alert(1)',
          openingHours: {
            week: [[{ from: '12:00', until: '09:00', note: '' }], [], [], [], [], [], []],
            closedOnHolidays: true,
            closings: [],
            openings: [],
          },
        },
      });
      assert.deepEqual(
        errorsOf(wrong)?.map(({ path, code }) => [path, code]),
        [
          ['facts.name', 'required'],
          ['facts.phones.0.number', 'invalid'],
          ['facts.website', 'invalid'],
          ['facts.openingHours.week.0.0.until', 'ends-before-it-begins'],
        ],
      );
      const bare = { ...library, isRecipient: true, facts: { ...facts, phones: [] } };
      assert.deepEqual(errorsOf(await secretary.call('POST', listPath(ids.favril), bare)), [
        { path: 'facts.email', code: 'required' },
        { path: 'facts.phones', code: 'required' },
        { path: 'facts.address', code: 'required' },
      ]);
      assert.deepEqual(
        errorsOf(await secretary.call('POST', listPath(ids.favril), { ...library, isShared: true })),
        [{ path: 'isShared', code: 'not-allowed' }],
      );
    });

    it('makes a service that residents write to; what names a request never changes', async () => {
      const school = { ...library.facts, name: 'École', email: 'ecole@lefavril.example' };
      const made = await add(secretary, ids.favril, { ...library, facts: school, isRecipient: true });
      assert.equal(made.slug, 'ecole');
      const renamed = await secretary.call<AdminOrganisation>('PUT', onePath(made.id), {
        ...formOf(made),
        facts: { ...school, name: 'École des Tilleuls' },
      });
      assert.equal(renamed.body.slug, 'ecole');
      const { body } = await call<Administration>(harness, 'GET', 'administration', '28148');
      assert.deepEqual(
        body.recipients.find(({ slug }) => slug === 'ecole'),
        { slug: 'ecole', name: 'École des Tilleuls', phone: '01 99 00 28 20' },
      );
      assert.equal((await secretary.call('DELETE', onePath(made.id))).status, 200);
      const { body: after } = await call<Administration>(harness, 'GET', 'administration', '28148');
      assert.ok(!after.recipients.some(({ slug }) => slug === 'ecole'));
    });

    it('tells what is told of a procedure, and who is competent', async () => {
      const procedures = adminPaths.procedures.replace(':id', ids.favril);
      const told = {
        audience: 'Pour les habitants',
        documents: ['Une pièce d’identité'],
        cost: 'Gratuit',
        delay: 'Une semaine',
        ways: ['online', 'counter'],
        keywords: ['fête'],
        guide: 'F1341',
      };
      const { status, body } = await secretary.call<AdminProcedures>('POST', procedures, {
        title: 'Fermer une rue',
        nature: 'request',
        recipient: 'voirie',
        facts: told,
      });
      assert.equal(status, 200, JSON.stringify(body));
      assert.deepEqual(body.procedures[0]?.facts, told);
      const { procedures: shown, organisations } = await read();
      const roads = organisations.find(({ recipient }) => recipient === 'voirie');
      const { audience, documents, organisation, guide, link } = shown[0]!;
      // This hosting has no guides to lead to.
      assert.equal(guide, null);
      assert.deepEqual([audience, documents, organisation], [told.audience, told.documents, roads?.id]);
      assert.match(link, /\/28148\/contact\?procedure=fermer-une-rue$/);
      const plain = await secretary.call<AdminProcedures>('POST', procedures, { title: 'Autre chose' });
      assert.deepEqual(
        plain.body.procedures.find(({ slug }) => slug === 'autre-chose')?.facts,
        noProcedureFacts,
      );
    });

    it('shows what sources know of its territory, whose it is, and nothing of another', async () => {
      await bringIn(
        office('p28', 'Préfecture d’Eure-et-Loir'),
        office('p77', 'Préfecture de Seine-et-Marne', { places: ['department:77'] }),
        office('m28148', 'Mairie - Le Favril', {
          kind: 'mairie',
          commune: '28148',
          places: ['commune:28148'],
        }),
      );
      const { organisations } = await read();
      const found = organisations.find(({ name }) => name === 'Préfecture d’Eure-et-Loir');
      assert.equal(found?.kind, 'prefecture');
      assert.deepEqual(found?.source, {
        name: 'annuaire',
        url: 'https://annuaire.example/p28',
        updatedOn: '2026-11-02',
      });
      const all = organisations.map(({ name }) => name);
      assert.ok(!all.includes('Préfecture de Seine-et-Marne'));
      // It is the administration itself, which says itself how it is reached.
      assert.ok(!all.includes('Mairie - Le Favril'));
      assert.ok((await names('77475')).includes('Préfecture de Seine-et-Marne'));
    });

    it('takes what a program of the hosting adds, for its administrators to edit', async () => {
      const added = {
        facts: { ...facts, name: 'Mission locale' },
        level: 'association' as const,
        places: ['department:28' as const],
      };
      const id = await getService(harness.strapi, 'directory').add(added);
      assert.ok((await names()).includes('Mission locale'));
      assert.ok(!(await names('77475')).includes('Mission locale'));
      assert.equal((await host.call<AdminOrganisation>('GET', onePath(id))).body.mayEdit, true);
      const nowhere = { ...added, places: ['nowhere:28'] as never };
      await assert.rejects(getService(harness.strapi, 'directory').add(nowhere), { name: 'ZodError' });
    });

    it('keeps what the hosting wrote over a source, field by field, and says which is which', async () => {
      const id = (await read()).organisations.find(({ kind }) => kind === 'prefecture')!.id;
      const before = (await host.call<AdminOrganisation>('GET', onePath(id))).body;
      assert.deepEqual([before.mayEdit, before.owner, before.writtenHere], [true, null, []]);
      const { body } = await host.call<AdminOrganisation>('PUT', onePath(id), {
        ...formOf(before),
        facts: { ...before.facts, description: 'Sur rendez-vous seulement.' },
      });
      assert.deepEqual(body.writtenHere, ['description']);
      assert.equal(body.source?.facts.description, '');
      const phones = [{ number: '01 99 00 28 99', label: '' }];
      await bringIn(
        office('p28', 'Préfecture', {
          facts: { ...noFacts, name: 'Préfecture', phones, description: 'Autre chose' },
        }),
      );
      const now = (await read()).organisations.find((one) => one.id === id)!;
      assert.deepEqual([now.name, now.phones], ['Préfecture', phones]);
      assert.equal(now.description, 'Sur rendez-vous seulement.');

      const theirs = (await secretary.call<AdminOrganisation>('GET', onePath(id))).body;
      assert.equal(theirs.mayEdit, false);
      assert.equal((await secretary.call('PUT', onePath(id), formOf(theirs))).status, 403);
      assert.equal((await host.call('DELETE', onePath(id))).status, 403);
    });

    it('shows no more what its source has no more', async () => {
      await transaction(harness.strapi, (trx) => markGone(trx, 'annuaire', ['p77'], '2026-11-20'));
      getService(harness.strapi, 'administration').refresh();
      assert.ok(!(await names('77475')).includes('Préfecture de Seine-et-Marne'));
      const { organisations } = await list(host, ids.trilport);
      assert.equal(organisations.find(({ kind }) => kind === 'prefecture')?.goneOn, '2026-11-20');
      await bringIn(office('p77', 'Préfecture de Seine-et-Marne', { places: ['department:77'] }));
      assert.ok((await names('77475')).includes('Préfecture de Seine-et-Marne'));
    });

    it('lets an administration order, hide and word its directory, and nobody else’s', async () => {
      const { organisations, isOrdered } = await list(secretary, ids.favril);
      assert.equal(isOrdered, false);
      assert.deepEqual(
        organisations.map(({ name, whose, mayEdit }) => [name, whose, mayEdit]),
        [
          ['Bibliothèque', 'own', true],
          ['Service voirie', 'own', true],
          ['Préfecture', 'hosting', false],
          ['Mission locale', 'hosting', false],
        ],
      );
      assert.deepEqual(organisations[0]?.lacks, []);
      assert.deepEqual(organisations[2]?.lacks, ['hours', 'address']);
      const choices = [...organisations].reverse().map(({ id, name }) => ({
        id,
        isHidden: name === 'Service voirie',
        description: name === 'Préfecture' ? 'Pour les cartes grises, passez à la mairie.' : '',
      }));
      const { status } = await secretary.call('PUT', listPath(ids.favril), { choices, isOrdered: true });
      assert.equal(status, 200);
      const shown = (await read()).organisations;
      assert.deepEqual(
        shown.map(({ name }) => name),
        ['Mairie du Favril', 'Mission locale', 'Préfecture', 'Bibliothèque'],
      );
      assert.equal(shown[2]?.description, 'Pour les cartes grises, passez à la mairie.');
      // What is hidden can be written to all the same: a form may name it.
      const { body } = await call<Administration>(harness, 'GET', 'administration', '28148');
      assert.ok(body.recipients.some(({ slug }) => slug === 'voirie'));
      const other = await secretary.call('PUT', listPath(ids.trilport), { choices: [], isOrdered: false });
      assert.equal(other.status, 404);
      await secretary.call('PUT', listPath(ids.favril), { choices: [], isOrdered: false });
      assert.ok((await names()).includes('Service voirie'));
    });

    it('tells agents of links that lead nowhere, not residents, and only once they did twice', async () => {
      const site = createServer((request, response) => {
        response.writeHead(request.url === '/ici' ? 200 : request.url === '/suit' ? 302 : 404, {
          Location: '/ici',
        });
        response.end();
      });
      site.listen(0, '127.0.0.1');
      await once(site, 'listening');
      const base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
      const made = await add(secretary, ids.favril, {
        ...library,
        facts: { ...library.facts, name: 'Musée', website: `${base}/perdu`, contactForm: `${base}/suit` },
      });
      const { signal } = new AbortController();
      const told = async () => {
        const { organisations } = await list(secretary, ids.favril);
        return organisations.find(({ id }) => id === made.id)?.lacks.includes('link');
      };
      const now = Date.now();
      assert.ok((await tryLinks(harness.strapi, new Date(now - 2 * 86_400_000), signal)) > 0);
      assert.equal(await told(), false);
      // Not before a day is over, and then a second time.
      assert.equal(await tryLinks(harness.strapi, new Date(now - 1.5 * 86_400_000), signal), 0);
      assert.ok((await tryLinks(harness.strapi, new Date(now - 0.5 * 86_400_000), signal)) > 0);
      const dead = (await secretary.call<AdminOrganisation>('GET', onePath(made.id))).body.deadLinks;
      assert.deepEqual(
        dead.map(({ url, fault }) => [url, fault]),
        [[`${base}/perdu`, 'gone']],
      );
      assert.equal(await told(), true);
      // The same site, mended.
      await secretary.call('PUT', onePath(made.id), {
        ...formOf(made),
        facts: { ...made.facts, website: `${base}/ici` },
      });
      assert.equal(await told(), false);
      site.close();
    });

    it('shares what an intercommunality has with its communes, edited once, by itself', async () => {
      const places = await getService(harness.strapi, 'territory').placesFor({
        siren: sirenOf(1),
        insee: '28148',
        kind: 'commune',
      });
      const siren = places.find((one) => one.startsWith('intercommunality:'))!.split(':')[1]!;
      const { status, body: epci } = await host.call<{ id: string }>('POST', adminPaths.administrations, {
        ...favril,
        insee: null,
        siren,
        name: 'Communauté de communes',
        kind: 'intercommunality',
        phone: '01 99 00 20 00',
        origins: [],
      });
      assert.equal(status, 200, JSON.stringify(epci));
      const dump = { ...library, level: 'intercommunality' as const, isShared: true };
      const made = await add(host, epci.id, { ...dump, facts: { ...library.facts, name: 'Déchetterie' } });
      assert.ok((await names()).includes('Déchetterie'));
      const row = (await list(secretary, ids.favril)).organisations.find(({ id }) => id === made.id);
      assert.deepEqual([row?.whose, row?.from, row?.mayEdit], ['other', 'Communauté de communes', false]);
      const { body: theirs } = await secretary.call<AdminOrganisation>('GET', onePath(made.id));
      assert.deepEqual([theirs.owner?.name, theirs.mayEdit], ['Communauté de communes', false]);
      assert.equal((await secretary.call('PUT', onePath(made.id), formOf(made))).status, 404);

      // What a source says of it gives way to what it says itself.
      await bringIn(
        office('e1', 'CC selon l’annuaire', {
          kind: 'epci',
          level: 'intercommunality',
          siren,
          places: [`intercommunality:${siren}`],
        }),
      );
      const [itself] = (await read()).organisations.filter(({ kind }) => kind === 'epci');
      assert.deepEqual(
        [itself?.name, itself?.phones[0]?.number],
        ['Communauté de communes', '01 99 00 20 00'],
      );
    });
  });
}
