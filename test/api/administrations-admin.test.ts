import type {
  AdminAdministration,
  AdministrationForm,
  AdministrationPage,
} from '@guichet/contracts/admin/administrations';
import type { Administration } from '@guichet/contracts/administration';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { noRetention } from '@guichet/contracts/admin/retention';
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type Account, makeAccount, type Refused } from './admin-calls.js';
import { call, FAVRIL, seed, sirenOf, TRILPORT } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

const igny: AdministrationForm = {
  name: 'Mairie d’Igny',
  kind: 'commune',
  siren: sirenOf(3),
  insee: '91312',
  timeZone: 'Europe/Paris',
  departement: '91',
  phone: '01 99 00 91 31',
  email: 'mairie@igny.example',
  address: '23 avenue de la Division-Leclerc, 91430 Igny',
  hours: ['Lundi : 9 h – 12 h'],
  accent: '#1d5fa8',
  origins: ['https://www.igny.example'],
  securityAttestation: null,
  retention: noRetention,
  languages: ['fr', 'en'],
  organisations: [
    {
      slug: 'voirie',
      name: 'Voirie',
      email: 'voirie@igny.example',
      phone: '01 99 00 91 32',
      address: '23 avenue de la Division-Leclerc, 91430 Igny',
    },
  ],
  successorUid: null,
  successorFrom: null,
};

for (const database of databases) {
  describe(`administrations in the panel, on ${database}`, () => {
    let harness: Harness;
    let ids: { favril: string; trilport: string };
    let host: Account;
    let secretary: Account;
    let agent: Account;

    before(async () => {
      harness = await startHarness({ database });
      ids = await seed(harness);
      host = await makeAccount(harness, 'strapi-super-admin');
      secretary = await makeAccount(harness, ['administrations.read', 'administrations.configure']);
      await secretary.serves(ids.favril);
      agent = await makeAccount(harness);
      await agent.serves(ids.favril);
    });
    after(() => harness.stop());

    const path = (id: string) => adminPaths.administration.replace(':id', id);
    const read = async (account: Account, id: string) =>
      (await account.call<AdminAdministration>('GET', path(id))).body;
    const formOf = (administration: AdminAdministration) => {
      const {
        id: _,
        version,
        successor: __,
        readers: ___,
        mayManage: ____,
        mayConfigure: _____,
        ...rest
      } = administration;
      const { integration: ______, lacks: _______, ...form } = rest;
      return { ...form, seen: version };
    };
    const change = <T = AdminAdministration>(account: Account, id: string, body: object) =>
      account.call<T>('PUT', path(id), body);
    const errorsOf = ({ status, body }: { status: number; body: Refused }) => {
      assert.equal(status, 400, JSON.stringify(body));
      return body.error.details?.errors;
    };

    it('says what is missing to be in order, and what follows from it', async () => {
      const { body } = await host.call<AdminAdministration>('POST', adminPaths.administrations, {
        ...igny,
        kind: 'syndicate',
        name: 'Syndicat des eaux',
        siren: sirenOf(40),
        insee: null,
        departement: null,
      });
      assert.deepEqual(
        body.lacks.map(({ what, entails }) => [what, entails]),
        [
          // Which court it would be is unknown.
          ['appeal', 'appeal-times-without-effect'],
          ['security-attestation', 'not-attested'],
          // Nobody invents it: the archives agree to it.
          ['retention', 'never-eliminated'],
        ],
      );
      const securityAttestation = 'https://www.eaux.example/rgs';
      const complete = await change(host, body.id, {
        ...formOf(body),
        departement: '91',
        securityAttestation,
        retention: {
          here: {
            period: { count: 5, unit: 'years' },
            finalAction: 'destroy',
            agreement: { reference: '2024/17', date: '2024-05-02' },
          },
        },
      });
      assert.deepEqual(complete.body.lacks, []);
      const terms = await fetch(harness.origin + pathOf('termsPage', sirenOf(40)));
      assert.match(await terms.text(), new RegExp(`<a href="${securityAttestation}">attestation</a>`));
      const wrong = await change<Refused>(host, body.id, {
        ...formOf(complete.body),
        securityAttestation: 'javascript:alert(1)',
      });
      assert.deepEqual(
        errorsOf(wrong)?.map(({ path }) => path),
        ['securityAttestation'],
      );
    });

    it('adds one, that answers to its codes at once', async () => {
      const { status, body } = await host.call<AdminAdministration>('POST', adminPaths.administrations, igny);
      assert.equal(status, 200);
      assert.equal(body.name, igny.name);
      assert.deepEqual(body.organisations, igny.organisations);
      assert.deepEqual(body.readers, []);
      assert.equal(body.integration.code, '91312');
      assert.match(body.integration.loader, /\/guichet\/v1\/loader\.js$/);
      for (const code of ['91312', igny.siren]) {
        const { body: shown } = await call<Administration>(harness, 'GET', 'administration', code);
        assert.equal(shown.name, igny.name);
        assert.equal(shown.theme.accent, '#1d5fa8');
        assert.deepEqual(shown.recipients, [{ slug: 'voirie', name: 'Voirie', phone: '01 99 00 91 32' }]);
        assert.ok(shown.origins.includes('https://www.igny.example'));
      }
    });

    it('says field by field what is wrong', async () => {
      const wrong = await host.call('POST', adminPaths.administrations, {
        ...igny,
        siren: '123456789',
        insee: '9131',
        phone: 'x',
        email: 'a@b',
        name: ' ',
        accent: 'red; background: url(x)',
        origins: ['https://ok.example', 'https://chemin.example/page'],
        timeZone: 'Mars/Olympus',
        unknown: true,
      });
      const paths = new Set(errorsOf(wrong)!.map(({ path }) => path));
      for (const field of ['siren', 'insee', 'phone', 'email', 'name', 'accent', 'origins.1', 'timeZone']) {
        assert.ok(paths.has(field), field);
      }
      assert.deepEqual(errorsOf(await host.call('POST', adminPaths.administrations, { ...igny, extra: 1 })), [
        { path: '', code: 'not-allowed' },
      ]);
    });

    it('refuses a code that another one bears, and two services of one name', async () => {
      const taken = await host.call('POST', adminPaths.administrations, {
        ...igny,
        siren: sirenOf(1),
        insee: '28148',
      });
      assert.deepEqual(errorsOf(taken), [
        { path: 'siren', code: 'taken' },
        { path: 'insee', code: 'taken' },
      ]);
      const twice = await host.call('POST', adminPaths.administrations, {
        ...igny,
        siren: sirenOf(4),
        insee: '91999',
        organisations: [igny.organisations[0], igny.organisations[0]],
      });
      assert.deepEqual(errorsOf(twice), [{ path: 'organisations.1.name', code: 'taken' }]);
      const together = await Promise.all(
        [1, 2].map(() =>
          host.call('POST', adminPaths.administrations, { ...igny, siren: sirenOf(5), insee: '91998' }),
        ),
      );
      assert.deepEqual(together.map(({ status }) => status).sort(), [200, 400]);
    });

    it('lets whoever serves it configure it, but not say who it is', async () => {
      const form = formOf(await read(secretary, ids.favril));
      const { status, body } = await change(secretary, ids.favril, {
        ...form,
        phone: '01 99 00 00 01',
        accent: '#005500',
        origins: [FAVRIL, 'https://nouveau.lefavril.example'],
      });
      assert.equal(status, 200);
      assert.equal(body.phone, '01 99 00 00 01');
      const { body: shown } = await call<Administration>(harness, 'GET', 'administration', '28148');
      assert.equal(shown.human.phone, '01 99 00 00 01');
      assert.ok(shown.origins.includes('https://nouveau.lefavril.example'));

      const identity = await change<Refused>(secretary, ids.favril, {
        ...formOf(body),
        name: 'Mairie de Paris',
        siren: sirenOf(9),
      });
      assert.deepEqual(errorsOf(identity), [
        { path: 'name', code: 'not-allowed' },
        { path: 'siren', code: 'not-allowed' },
      ]);
      assert.equal(
        (await change(host, ids.favril, { ...formOf(body), name: 'Mairie du Favril' })).status,
        200,
      );
    });

    it('tells whoever saves over another’s change, and loses neither', async () => {
      const form = formOf(await read(host, ids.trilport));
      assert.equal((await change(host, ids.trilport, { ...form, phone: '01 99 00 00 02' })).status, 200);
      const { status, body } = await change<Refused>(host, ids.trilport, {
        ...form,
        phone: '01 99 00 00 03',
      });
      assert.equal(status, 409);
      assert.equal(body.error.details?.code, 'request-changed');
      assert.equal((await read(host, ids.trilport)).phone, '01 99 00 00 02');
    });

    it('adds, changes and removes services; what names a request never changes', async () => {
      const [roads] = (await read(host, ids.favril)).organisations;
      const school = { ...roads!, slug: 'ecole', name: 'École' };
      const renamed = { ...roads!, name: 'Routes et chemins' };
      const { body } = await change(host, ids.favril, {
        ...formOf(await read(host, ids.favril)),
        organisations: [renamed, school],
      });
      assert.deepEqual(
        body.organisations.map(({ slug, name }) => [slug, name]),
        [
          ['ecole', 'École'],
          ['voirie', 'Routes et chemins'],
        ],
      );
      const { body: less } = await change(host, ids.favril, { ...formOf(body), organisations: [school] });
      assert.deepEqual(
        less.organisations.map(({ slug }) => slug),
        ['ecole'],
      );
    });

    it('names who reads its requests, for those who work there to see', async () => {
      const { readers } = await read(agent, ids.favril);
      assert.ok(
        readers.some(({ name, capacity }) => name === 'Marie Lenoir' && capacity === 'secrétaire de mairie'),
      );
      const { body } = await host.call<AdministrationPage>('POST', adminPaths.administrationSearch, {
        search: '28148',
      });
      assert.deepEqual(
        body.rows.map(({ id, readers: count }) => [id, count]),
        [[ids.favril, 2]],
      );
    });

    it('shows an agent its own, and makes of another’s nothing at all', async () => {
      const { body } = await agent.call<AdministrationPage>('POST', adminPaths.administrationSearch, {});
      assert.deepEqual(
        body.rows.map(({ id }) => id),
        [ids.favril],
      );
      const trilport = formOf(await read(host, ids.trilport));
      for (const account of [agent, secretary]) {
        const other = await account.call('GET', path(ids.trilport));
        const none = await account.call('GET', path('nowhere'));
        assert.equal(other.status, 404);
        assert.deepEqual(other.body, none.body);
      }
      const other = await change<Refused>(secretary, ids.trilport, {
        ...trilport,
        origins: [TRILPORT, FAVRIL],
      });
      assert.equal(other.status, 404);
      assert.equal(
        (await change<Refused>(agent, ids.favril, formOf(await read(agent, ids.favril)))).status,
        403,
      );
      assert.equal((await secretary.call('POST', adminPaths.administrations, igny)).status, 403);
      assert.deepEqual((await read(host, ids.trilport)).origins, [TRILPORT]);
    });

    it('merges: the old code answers for the successor; no circle, no date without one', async () => {
      const make = async (n: number, insee: string, name: string) =>
        (
          await host.call<AdminAdministration>('POST', adminPaths.administrations, {
            ...igny,
            siren: sirenOf(n),
            insee,
            name,
          })
        ).body;
      const [old, fresh] = [await make(21, '28901', 'Ancienne'), await make(22, '28902', 'Nouvelle')];
      const noDate = await change<Refused>(host, old.id, { ...formOf(old), successorUid: fresh.id });
      assert.deepEqual(errorsOf(noDate), [{ path: 'successorFrom', code: 'required' }]);
      const merged = await change(host, old.id, {
        ...formOf(old),
        successorUid: fresh.id,
        successorFrom: '2020-01-01',
      });
      assert.equal(merged.body.successor?.name, 'Nouvelle');
      const { body: shown } = await call<Administration>(harness, 'GET', 'administration', '28901');
      assert.equal(shown.code, '28902');
      const circle = await change<Refused>(host, fresh.id, {
        ...formOf(fresh),
        successorUid: old.id,
        successorFrom: '2020-01-01',
      });
      assert.deepEqual(errorsOf(circle), [{ path: 'successorUid', code: 'unknown' }]);
    });
  });
}
