import type {
  AdminAdministration,
  AdministrationForm,
  AdministrationPage,
} from '@guichet/contracts/admin/administrations';
import type { Administration } from '@guichet/contracts/administration';
import { adminPaths } from '@guichet/contracts/admin/paths';
import { noRetention } from '@guichet/contracts/admin/retention';
import type { OpeningHours } from '@guichet/contracts/opening-hours';
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { after, before, describe, it, mock } from 'node:test';
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
  openingHours: null,
  accent: '#1d5fa8',
  origins: ['https://www.igny.example'],
  securityAttestation: null,
  retention: noRetention,
  languages: ['fr', 'en'],
  successorUid: null,
  successorFrom: null,
};

const nine = { from: '09:00', until: '12:00', note: '' };
/** Mondays and Tuesdays; away at the end of the year. */
const byDay: OpeningHours = {
  week: [[nine], [nine, { from: '14:00', until: '16:30', note: 'sur rendez-vous' }], [], [], [], [], []],
  closedOnHolidays: true,
  closings: [{ from: '2027-12-27', until: '2027-12-31', reason: 'congés' }],
  openings: [],
};
/** As they are read: a no-break space is one, a word joiner nothing. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ').replaceAll('\u2060', '');

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
        holidays: ________,
        imported: _________,
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
      assert.deepEqual(body.readers, []);
      assert.equal(body.integration.code, '91312');
      assert.match(body.integration.loader, /\/guichet\/v1\/loader\.js$/);
      for (const code of ['91312', igny.siren]) {
        const { body: shown } = await call<Administration>(harness, 'GET', 'administration', code);
        assert.equal(shown.name, igny.name);
        assert.equal(shown.theme.accent, '#1d5fa8');
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

    it('refuses a code that another one bears', async () => {
      const taken = await host.call('POST', adminPaths.administrations, {
        ...igny,
        siren: sirenOf(1),
        insee: '28148',
      });
      assert.deepEqual(errorsOf(taken), [
        { path: 'siren', code: 'taken' },
        { path: 'insee', code: 'taken' },
      ]);
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

    it('keeps hours by the day, and shows what they say in the place of the free lines', async () => {
      const form = formOf(await read(secretary, ids.favril));
      const week = byDay.week.map((ranges) => [...ranges].reverse());
      const { status, body } = await change(secretary, ids.favril, {
        ...form,
        openingHours: { ...byDay, week },
      });
      assert.equal(status, 200, JSON.stringify(body));
      assert.deepEqual(body.openingHours, byDay, 'in the order of the day');
      assert.deepEqual(body.hours, form.hours, 'the free lines are kept');
      const { body: shown } = await call<Administration>(harness, 'GET', 'administration', '28148');
      assert.deepEqual(shown.openingHours, byDay);
      assert.deepEqual(shown.human.hours.slice(0, 2).map(plain), [
        'Lundi : 9 h – 12 h',
        'Mardi : 9 h – 12 h et 14 h – 16 h 30 (sur rendez-vous)',
      ]);
      const page = async (language: string) => {
        const path = `${pathOf('contactPage', '28148')}?lang=${language}`;
        return plain(await (await fetch(harness.origin + path)).text());
      };
      assert.match(
        await page('fr'),
        /<div>(?:Ouvert jusqu’à|Fermé)[^<]*<\/div>\s*<div lang="fr">Lundi : 9 h – 12 h</,
      );
      assert.match(
        await page('en'),
        /<div>(?:Open until|Closed)[^<]*<\/div>\s*<div lang="en">Monday: 9:00–12:00</,
      );

      const free = await change(secretary, ids.favril, { ...formOf(body), openingHours: null });
      assert.equal(free.body.openingHours, null);
      const { body: after } = await call<Administration>(harness, 'GET', 'administration', '28148');
      assert.deepEqual(after.human.hours, form.hours);
      assert.equal(after.openingHours, null);
      assert.match(await page('en'), /<strong>Opening hours<\/strong>\s*<div lang="fr">Lundi et jeudi/);
    });

    it('says field by field what is wrong of the hours by the day, and keeps the former', async () => {
      const form = formOf(await read(secretary, ids.favril));
      const wrong = await change<Refused>(secretary, ids.favril, {
        ...form,
        openingHours: {
          ...byDay,
          week: [
            [nine, { from: '11:00', until: '10:00', note: '' }],
            [{ from: '20:00', until: '02:00', note: '' }],
            [{ from: '', until: '25:00', note: '' }],
            ...byDay.week.slice(3),
          ],
          closings: [{ from: '2027-12-27', until: '2027-12-26', reason: '' }],
        },
      });
      assert.deepEqual(errorsOf(wrong), [
        { path: 'openingHours.week.0.1.until', code: 'ends-before-it-begins' },
        { path: 'openingHours.week.0.1.from', code: 'overlaps' },
        { path: 'openingHours.week.1.0.until', code: 'crosses-midnight' },
        { path: 'openingHours.week.2.0.from', code: 'required' },
        { path: 'openingHours.week.2.0.until', code: 'invalid' },
        { path: 'openingHours.closings.0.until', code: 'ends-before-it-begins' },
      ]);
      const none = { ...byDay, week: byDay.week.map(() => []) };
      assert.deepEqual(
        errorsOf(await change<Refused>(secretary, ids.favril, { ...form, openingHours: none })),
        [{ path: 'openingHours.week', code: 'required' }],
      );
      assert.equal((await read(secretary, ids.favril)).openingHours, null);
    });

    it('says another thing at midnight, whatever is kept in memory, and no cache beyond it', async () => {
      await change(host, ids.trilport, {
        ...formOf(await read(host, ids.trilport)),
        timeZone: 'Indian/Reunion',
        departement: '974',
        openingHours: byDay,
      });
      const get = async (now: string, etag = '') => {
        mock.timers.enable({ apis: ['Date'], now: new Date(now) });
        try {
          const options = { headers: { 'If-None-Match': etag } };
          const { status, headers, body } = await call<Administration>(
            harness,
            'GET',
            'administration',
            '77475',
            undefined,
            options,
          );
          return { status, body, etag: headers.get('etag')!, cache: headers.get('cache-control') };
        } finally {
          mock.timers.reset();
        }
      };
      const evening = await get('2027-12-20T23:59:57+04:00');
      assert.equal(evening.cache, 'public, max-age=3, stale-while-revalidate=0');
      assert.deepEqual(evening.body.human.hours.slice(2).map(plain), [
        'Fermé le lundi 20 décembre (abolition de l’esclavage)',
        'Fermé du 27 au 31 décembre (congés)',
      ]);
      assert.deepEqual(
        evening.body.holidays.map(({ date, holiday, name }) => [date, holiday, name]),
        [
          ['2027-12-20', 'abolition-of-slavery', 'abolition de l’esclavage'],
          ['2027-12-25', 'christmas', 'Noël'],
          ['2028-01-01', 'new-year', 'jour de l’An'],
        ],
      );
      assert.equal((await get('2027-12-20T23:59:58+04:00', evening.etag)).status, 304);
      // Nothing was written meanwhile, and the ten seconds of the node's own memory are not over.
      const tuesday = await get('2027-12-21T00:00:00+04:00', evening.etag);
      assert.equal(tuesday.status, 200);
      assert.equal(tuesday.cache, 'public, max-age=10, stale-while-revalidate=60');
      assert.deepEqual(tuesday.body.human.hours.slice(2).map(plain), ['Fermé du 27 au 31 décembre (congés)']);
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
