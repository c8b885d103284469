/** Where communes are and what is shown in each; where the directory's organisations come from. Real databases. */
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { AdminAdministration } from '@guichet/contracts/admin/administrations';
import type {
  CreationOrders,
  CreationResults,
  DirectorySources,
  TerritoryPreview,
  TerritorySearch,
} from '@guichet/contracts/admin/territory';
import type { Directory } from '@guichet/contracts/directory';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  at,
  exported,
  exportLines,
  mairie,
  office,
  range,
  wholeFile,
  type WrittenRecord,
} from '../../packages/strapi-plugin/server/src/connectors/annuaire/testing/records.js';
import { ANNUAIRE } from '../../packages/strapi-plugin/server/src/features/territory/annuaire.js';
import {
  changeOrganisation,
  organisationsAt,
  placesOf,
  sourcedIn,
} from '../../packages/strapi-plugin/server/src/store/organisations.js';
import { addCreation } from '../../packages/strapi-plugin/server/src/store/creations.js';
import {
  communeCodesOf,
  communesOf,
  directorySources,
  findCommune,
} from '../../packages/strapi-plugin/server/src/store/territory.js';
import {
  searchCommunes,
  searchTerritories,
} from '../../packages/strapi-plugin/server/src/store/territory-search.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { makeAccount } from './admin-calls.js';
import { call, favril } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

const HOUR = 3_600_000;
type Answer = (request: IncomingMessage, reply: ServerResponse) => void;

after(stopDatabases);

for (const database of databases) {
  describe(`the territory, on ${database}`, () => {
    let harness: Harness;
    let source: Server;
    let answer: Answer;
    let asked: IncomingMessage[] = [];
    let folder: string;
    let location: string;
    let now = Date.now();

    before(async () => {
      source = createServer((request, reply) => {
        asked.push(request);
        answer(request, reply);
      });
      await new Promise<void>((done) => source.listen(0, '127.0.0.1', done));
      folder = mkdtempSync(join(tmpdir(), 'guichet-territory-test-'));
      location = `http://127.0.0.1:${(source.address() as AddressInfo).port}/exports/jsonl`;
      // A secret of its own begins with an empty database: others begin with the list of communes in theirs.
      const secret = Buffer.alloc(32, 9).toString('base64');
      harness = await startHarness({ database, config: { secret } });
    });
    after(async () => {
      await harness.stop();
      source.close();
      rmSync(folder, { recursive: true });
    });
    beforeEach(() => (asked = []));

    const territory = () => getService(harness.strapi, 'territory');
    const configure = (directory: { annuaire: string | null; communes: string | null }) =>
      Object.assign(getService(harness.strapi, 'settings'), { directory });
    const count = async (table: string) =>
      Number((await harness.knex(table).count({ n: '*' }).first())?.['n']);
    const serve =
      (records: readonly WrittenRecord[], etag: string): Answer =>
      (request, reply) => {
        if (request.headers['if-none-match'] === etag) return reply.writeHead(304).end();
        return reply.writeHead(200, { ETag: etag }).end(exportLines(records.map(exported)));
      };
    /** At the next hour that something may be due. */
    const refresh = async (hours: number, part = 'annuaire', signal = new AbortController().signal) => {
      now += hours * HOUR;
      await territory().refresh(new Date(now), signal);
      return (await directorySources.all(harness.knex)).find((one) => one.part === part)!;
    };
    const known = async (place: string) =>
      (await organisationsAt(harness.knex, [place as 'everywhere'])).filter(({ goneOn }) => !goneOn);
    const namesAt = async (place: string) => (await known(place)).map(({ facts }) => facts.name);
    const mairieOf = async (insee: string) =>
      (await sourcedIn(harness.knex, ANNUAIRE, { communes: [insee], kinds: ['mairie'] }))[0]!;

    it('is there from the first time that somebody asks, and costs a boot nothing', async () => {
      assert.equal(await count('guichet_communes'), 0);
      const places = await territory().placesFor({ insee: '28148', siren: '212801484', kind: 'commune' });
      assert.deepEqual(places, [
        'everywhere',
        'region:24',
        'department:28',
        'intercommunality:200058360',
        'commune:28148',
      ]);
      assert.ok((await count('guichet_communes')) > 37_000);
      const [communes] = await directorySources.all(harness.knex);
      assert.equal(communes?.part, 'communes');
      assert.match(communes.file ?? '', /^@etalab\/decoupage-administratif \d/);
    });

    it('knows where what is shown to each administration is shown', async () => {
      const of = (kind: string, insee: string | null, siren = '') =>
        territory().placesFor({ kind, insee, siren });
      // Saint-Denis is in an établissement public territorial besides the métropole.
      assert.ok((await of('commune', '93066')).includes('intercommunality:200057867'));
      assert.ok((await of('commune', '93066')).includes('intercommunality:200054781'));
      // An island on its own.
      assert.deepEqual(await of('commune', '29155'), [
        'everywhere',
        'region:53',
        'department:29',
        'commune:29155',
      ]);
      assert.ok((await of('commune', '97411')).includes('department:974'));
      assert.deepEqual(await of('intercommunality', null, '200058360'), [
        'everywhere',
        'region:24',
        'department:28',
        'intercommunality:200058360',
      ]);
      assert.deepEqual(await of('department', null, '222800014'), [
        'everywhere',
        'region:24',
        'department:28',
      ]);
      assert.deepEqual(await of('ccas', null, '262800000'), ['everywhere']);
      assert.deepEqual(await of('commune', '00000'), ['everywhere', 'commune:00000']);
    });

    it('takes the code of a commune that has merged for the commune of now', async () => {
      const present = async (code: string) => (await findCommune(harness.knex, code))?.name;
      assert.equal(await present('51030'), 'Aÿ-Champagne');
      assert.equal(await present('51064'), 'Aÿ-Champagne');
      assert.equal(await present('13201'), 'Marseille');
      assert.equal(await present('01120'), await present('01262'));
      assert.equal(await present('x'), undefined);
      const places = await territory().placesFor({ insee: '51064', siren: '', kind: 'commune' });
      assert.equal(places.at(-1), 'commune:51030');
    });

    it('is found by a name, a postal code or a code, as people type them', async () => {
      const found = async (search: string) =>
        (await searchCommunes(harness.knex, search, 5)).map(({ name }) => name);
      assert.equal((await found('le favril'))[0], 'Le Favril');
      assert.equal((await found('28148'))[0], 'Le Favril');
      assert.ok((await found('favril')).includes('Le Favril'));
      assert.ok((await found('28190')).length > 1);
      assert.equal((await found('evreux'))[0], 'Évreux');
      assert.equal((await found('L’HAY LES ROSES'))[0], "L'Haÿ-les-Roses");
      assert.equal((await found('2a004'))[0], 'Ajaccio');
      assert.equal((await found('paris'))[0], 'Paris');
      for (const nothing of ['', '  ', '%', '_', "'; drop table", 'zzzz'])
        assert.deepEqual(await found(nothing), [], nothing);
    });

    it('has its territories found by their names as people say them, and by their codes', async () => {
      const found = async (search: string) =>
        (await searchTerritories(harness.knex, search, 10)).map(({ level, name }) => `${level} ${name}`);
      assert.equal((await found('eure et loir'))[0], 'department Eure-et-Loir');
      assert.equal((await found('Région Centre'))[0], 'region Centre-Val de Loire');
      assert.equal((await found('Entre Beauce et Perche'))[0], 'intercommunality CC Entre Beauce et Perche');
      assert.equal((await found('agglo de dreux'))[0], 'intercommunality CA Agglo du Pays de Dreux');
      // What is named exactly comes before what begins so.
      assert.deepEqual((await found('loire')).slice(0, 2), ['department Loire', 'department Loiret']);
      assert.deepEqual(await found('200 058 360'), ['intercommunality CC Entre Beauce et Perche']);
      assert.deepEqual((await found('28')).sort(), ['department Eure-et-Loir', 'region Normandie']);
      assert.deepEqual(await found('2a'), ['department Corse-du-Sud']);
      assert.equal((await found('perche')).length, 10);
      for (const nothing of ['', '%', '_', "'; drop table", 'zzzz'])
        assert.deepEqual(await found(nothing), []);

      // One that is over the border of two départements, and one within another.
      const [over] = await searchTerritories(harness.knex, '200034023', 1);
      assert.deepEqual(over?.departments, ['Tarn', 'Haute-Garonne']);
      const [within] = await searchTerritories(harness.knex, 'Plaine Commune', 1);
      assert.deepEqual([within?.departments, within?.communes], [['Seine-Saint-Denis'], 8]);
    });

    const chartres = at({
      latitude: '48.4469',
      longitude: '1.4891',
      nom_commune: 'Chartres',
      code_postal: '28000',
    });
    const records: WrittenRecord[] = [
      mairie(),
      mairie({
        id: 'm-28085',
        nom: 'Mairie - Chartres',
        code_insee_commune: '28085',
        adresse: chartres,
        pivot: [{ type_service_local: 'mairie', code_insee_commune: ['28085'] }],
        siren: null,
      }),
      office('prefecture', 'prefecture-28', ['28085'], {
        nom: 'Préfecture d’Eure-et-Loir',
        adresse: chartres,
      }),
      office('epci', 'epci', ['28085'], { siren: '200058360', nom: 'Communauté de communes' }),
      office('caf', 'caf', ['28148', '28085'], {
        nom: 'Caf',
        plage_ouverture: [range('Lundi', 'Lundi', '14:00', '12:00')],
      }),
      office('msap', 'fs-1', ['28085'], { nom: 'France services', adresse: chartres }),
      office('msap', 'fs-far', ['28088'], {
        nom: 'France services loin',
        adresse: at({ latitude: '48.07', longitude: '1.33' }),
      }),
      office('mairie', 'away', ['00000'], { nom: 'Mairie de nulle part' }),
      office('type_neuf', 'new', ['28148'], {
        nom: 'Bureau d’un genre neuf',
        telephone: [{ valeur: 'bientôt' }],
      }),
    ];

    const many = Array.from({ length: 450 }, (_, i) =>
      office('caf', `many-${i}`, ['28148'], { nom: `Bureau ${i}` }),
    );

    it('has the offices of the annuaire, each where it is competent; what cannot be read of one is told', async () => {
      await getService(harness.strapi, 'administration').create(favril);
      configure({ annuaire: location, communes: null });
      answer = serve(records, '"1"');
      const { report, failure, file } = await refresh(0);
      assert.deepEqual(
        [failure, file, report.total, report.changed, report.removed],
        [null, 'jsonl', 8, 8, 0],
      );
      assert.deepEqual(report.faults, [
        { record: 'Caf (caf)', fault: 'hours', detail: 'Lundi: hours end before they begin' },
        {
          record: 'Mairie de nulle part (away)',
          fault: 'unknown-commune',
          detail: 'no commune is known of 00000',
        },
        { record: 'Bureau d’un genre neuf (new)', fault: 'phone', detail: '"bientôt" cannot be dialled' },
      ]);
      assert.deepEqual(await namesAt('commune:28148'), [
        'Bureau d’un genre neuf',
        'Caf',
        'France services',
        'Mairie - Le Favril',
      ]);
      assert.deepEqual(await namesAt('department:28'), ['Préfecture d’Eure-et-Loir']);
      assert.deepEqual(await namesAt('intercommunality:200058360'), ['Communauté de communes']);
      assert.deepEqual(await namesAt('commune:28088'), ['France services loin']);
      const [stored] = await known('department:28');
      assert.deepEqual(
        [stored!.source?.name, stored!.kind, stored!.level],
        [ANNUAIRE, 'prefecture', 'state'],
      );
      assert.doesNotMatch(JSON.stringify(await harness.knex('guichet_directory')), /CANARI/);
    });

    it('shows them in the directory of each mairie', async () => {
      const { body } = await call<Directory>(harness, 'GET', 'directory', '28148');
      const names = body.organisations.map(({ name }) => name);
      assert.equal(names[0], 'Mairie du Favril');
      for (const name of ['Préfecture d’Eure-et-Loir', 'Communauté de communes', 'Caf', 'France services'])
        assert.ok(names.includes(name), name);
      assert.ok(!names.includes('Mairie - Le Favril') && !names.includes('France services loin'));
    });

    it('asks once a day, and takes nothing where nothing changed', async () => {
      await refresh(23);
      assert.equal(asked.length, 0);
      const { report } = await refresh(2);
      assert.deepEqual(
        asked.map(({ headers }) => headers['if-none-match']),
        ['"1"'],
      );
      assert.equal(report.total, 8);
      answer = serve(records, '"1 again"');
      assert.deepEqual((await refresh(25)).report.changed, 0);
    });

    it('reads a few communes and offices at a time: memory never holds all of their rows', async () => {
      answer = serve(records, '"1 once more"');
      let most = 0;
      const listen = (rows: unknown) => (most = Math.max(most, Array.isArray(rows) ? rows.length : 0));
      harness.knex.on('query-response', listen);
      assert.equal((await refresh(25)).report.total, 8);
      harness.knex.removeListener('query-response', listen);
      assert.ok(most > 8 && most <= 500, `${most} rows at once`);
    });

    it('follows what changes, but for what was written here, field by field', async () => {
      const { id, facts, version } = await mairieOf('28148');
      const own = { ...facts, accessibility: 'Par la cour' };
      await changeOrganisation(
        harness.knex,
        id,
        { slug: null, level: 'commune', kind: 'mairie', facts: own },
        version,
      );
      answer = serve(
        [
          mairie({ telephone: [{ valeur: '0199002800' }], adresse: at({ note_accessibilite: 'Autre' }) }),
          ...records.slice(1, -1),
        ],
        '"2"',
      );
      const { report } = await refresh(25);
      assert.deepEqual([report.changed, report.removed, report.total], [1, 1, 7]);
      const now = await mairieOf('28148');
      assert.deepEqual(
        [now.facts.phones[0]?.number, now.facts.accessibility],
        ['01 99 00 28 00', 'Par la cour'],
      );
      assert.ok(!(await namesAt('commune:28148')).includes('Bureau d’un genre neuf'));
      answer = serve(records, '"3"');
      assert.equal((await refresh(25)).report.total, 8);
      assert.ok((await namesAt('commune:28148')).includes('Bureau d’un genre neuf'));
    });

    it('has an administration follow its mairie, but for what was written of it here', async () => {
      const administrations = getService(harness.strapi, 'administration');
      const record = async () => (await administrations.find('28148', 1))[0]!;
      // Its telephone and its address are as the annuaire has them; its e-mail is not.
      await administrations.update((await record()).uid, {
        ...favril,
        phone: '01 99 00 28 14',
        email: 'autre@lefavril.example',
        openingHours: null,
        hours: [],
      });
      answer = serve(
        [
          mairie({ telephone: [{ valeur: '0199002801' }], adresse_courriel: ['neuf@lefavril.example'] }),
          ...records.slice(1),
        ],
        '"4"',
      );
      await refresh(25);
      const { phone, email, address, imported } = await record();
      assert.deepEqual([phone, email, address], ['01 99 00 28 01', 'autre@lefavril.example', favril.address]);
      assert.deepEqual([imported?.phone, imported?.email], ['01 99 00 28 01', 'neuf@lefavril.example']);
    });

    it('keeps what was there while the source is down, ends too early, or has lost most of it', async () => {
      const whole = exportLines(records.map(exported));
      const faults: [Answer, RegExp][] = [
        [(_, reply) => reply.writeHead(503).end(), /^it answers 503$/],
        [(_, reply) => reply.end('<html>Maintenance</html>'), /^it is not JSON$/],
        [(_, reply) => reply.end(whole.slice(0, -200)), /^it ends in the middle of a record$/],
        [(_, reply) => reply.end(wholeFile(records).slice(0, -2)), /^it ends in the middle$/],
        [(_, reply) => reply.end(exportLines([exported(mairie())])), /^it has lost 7 of its 8 offices$/],
        [(_, reply) => reply.destroy(), /cannot be reached \(/],
      ];
      let wait = 25;
      for (const [index, [fault, reason]] of faults.entries()) {
        answer = fault;
        const { failures, failure, nextAt, report } = await refresh(wait);
        assert.match(failure ?? '', reason);
        assert.deepEqual([failures, report.total], [index + 1, 8]);
        wait = (Date.parse(nextAt) - now) / HOUR;
        assert.equal(wait, Math.min(2 ** index, 24));
        assert.ok((await namesAt('commune:28148')).includes('Caf'));
      }
      answer = (_, reply) => reply.writeHead(429, { 'Retry-After': '360000' }).end();
      assert.equal(Date.parse((await refresh(wait)).nextAt) - now, 360_000_000);
      answer = serve(records, '"5"');
      assert.equal((await refresh(100)).failure, null);
      assert.match(harness.logs(), /directory \(annuaire\): it answers 503; what was there stays/);
    });

    it('goes on after a stop in the middle: nothing is lost, nothing is there twice', async () => {
      const path = join(folder, 'gouv_local.json');
      writeFileSync(path, wholeFile([...records, ...many]));
      configure({ annuaire: path, communes: null });
      const stop = new AbortController();
      const watch = setInterval(() => {
        void harness
          .knex('guichet_directory')
          .where({ source_id: 'many-0' })
          .first('id')
          .then((row) => row && stop.abort());
      }, 1);
      await refresh(1, 'annuaire', stop.signal).catch((error: unknown) =>
        assert.ok(stop.signal.aborted, String(error)),
      );
      clearInterval(watch);
      const { report, failure } = await refresh(stop.signal.aborted ? 0 : 25);
      assert.deepEqual([failure, report.total], [null, 458]);
      assert.equal((await namesAt('commune:28148')).filter((name) => /^Bureau \d/.test(name)).length, 450);
      const twice = await harness
        .knex('guichet_directory')
        .groupBy('source_id')
        .havingRaw('count(*) > 1')
        .count();
      assert.deepEqual(twice, []);
      configure({ annuaire: location, communes: null });
      answer = (_, reply) => reply.end(exportLines([...records, ...many.slice(0, 250)].map(exported)));
      assert.equal((await refresh(1)).report.removed, 200);
    });

    it('has its communes from API Géo where the hosting says so, and places the offices anew', async () => {
      const path = join(folder, 'communes.json');
      const communes = await harness
        .knex('guichet_communes')
        .whereNull('present')
        .select<{ code: string; name: string }[]>('code', 'name');
      const listed = communes.map(({ code, name }) => ({
        code,
        nom: name,
        ...(code === '28148' && {
          codeEpci: '200069045',
          epci: { code: '200069045', nom: 'CC neuve' },
          mairie: { type: 'Point', coordinates: [1.15, 48.44] },
        }),
      }));
      writeFileSync(path, JSON.stringify([...listed, { code: 'x' }, { nom: '__proto__' }]));
      configure({ annuaire: location, communes: path });
      const { report, failure } = await refresh(1, 'communes');
      assert.deepEqual([failure, report.changed, report.removed, report.faultCount], [null, 1, 0, 2]);
      const places = await territory().placesFor({ insee: '28148', siren: '', kind: 'commune' });
      assert.ok(places.includes('intercommunality:200069045'));
      assert.equal((await findCommune(harness.knex, '51064'))?.code, '51030');
      assert.equal(asked.length, 1);
      writeFileSync(path, JSON.stringify(listed.slice(0, 100)));
      assert.match((await refresh(25, 'communes')).failure ?? '', /^it has lost \d+ of its \d+ communes$/);
      configure({ annuaire: location, communes: null });
      await refresh(1);
      assert.ok(
        (await territory().placesFor({ insee: '28148', siren: '', kind: 'commune' })).includes(
          'intercommunality:200058360',
        ),
      );
    });

    it('makes an administration of a code, with what the annuaire knows of its mairie', async () => {
      const host = await makeAccount(harness, 'strapi-super-admin');
      const search = async (text: string) =>
        (await host.call<TerritorySearch>('POST', adminPaths.territorySearch, { search: text })).body;
      const {
        communes: [found],
      } = await search('28148');
      assert.deepEqual(
        [found?.code, found?.department.name, found?.present],
        ['28148', 'Eure-et-Loir', null],
      );
      assert.ok(found?.administrationId);
      assert.equal((await search('01120')).communes[0]?.present?.code, '01262');
      assert.deepEqual((await search('la communauté de communes Entre Beauce et Perche')).territories, [
        {
          level: 'intercommunality',
          code: '200058360',
          name: 'CC Entre Beauce et Perche',
          communes: 33,
          departments: ['Eure-et-Loir'],
        },
      ]);

      const preview = async (code: string) =>
        (await host.call<TerritoryPreview>('GET', adminPaths.territoryCommune.replace(':id', code))).body;
      const { commune, ...chartres } = await preview('28085');
      assert.equal(commune.administrationId, null);
      assert.deepEqual(chartres, {
        name: 'Mairie de Chartres',
        siren: '212800858',
        timeZone: 'Europe/Paris',
        departement: '28',
        phone: '01 99 00 28 14',
        email: 'mairie@lefavril.example',
        address: '1 place de l’Église, 28000 Chartres',
        openingHours: chartres.openingHours,
        hours: [],
        lacks: [],
        intercommunality: { siren: '200033181', name: chartres.intercommunality?.name },
        prefecture: 'Préfecture d’Eure-et-Loir',
        franceServices: ['France services'],
        guides: 0,
      });
      assert.equal(chartres.openingHours?.week[0]?.length, 1);
      const overseas = await preview('97411');
      assert.deepEqual(
        [overseas.name, overseas.timeZone, overseas.lacks],
        ['Mairie de Saint-Denis', 'Indian/Reunion', ['phone', 'email', 'address']],
      );
      assert.equal((await host.call('GET', adminPaths.territoryCommune.replace(':id', '00000'))).status, 404);

      const codes = ['28085', '28148', '97411', '99999', '28085'];
      const make = () => host.call<CreationResults>('POST', adminPaths.administrationsByCode, { codes });
      const { body } = await make();
      assert.deepEqual(
        body.results.map(({ code, outcome, lacks }) => [code, outcome, lacks.length]),
        [
          ['28085', 'created', 0],
          ['28148', 'exists', 0],
          ['97411', 'lacking', 3],
          ['99999', 'unknown', 0],
        ],
      );
      assert.deepEqual(
        (await make()).body.results.map(({ outcome }) => outcome),
        ['exists', 'exists', 'lacking', 'unknown'],
      );
      assert.equal((await host.call('POST', adminPaths.administrationsByCode, { codes: ['x'] })).status, 400);
      const made = await host.call<AdminAdministration>(
        'GET',
        adminPaths.administration.replace(':id', body.results[0]!.administrationId!),
      );
      assert.deepEqual([made.body.name, made.body.imported?.phone], ['Mairie de Chartres', '01 99 00 28 14']);
      assert.equal(
        (await call<Directory>(harness, 'GET', 'directory', '28085')).body.organisations[0]?.name,
        'Mairie de Chartres',
      );

      // All of it is followed from the first day.
      answer = serve(
        [
          records[0]!,
          { ...records[1]!, telephone: [{ valeur: '3646' }], commentaire_plage_ouverture: 'Fermé en août' },
          ...records.slice(2),
        ],
        '"10"',
      );
      await refresh(25);
      const again = (await getService(harness.strapi, 'administration').find('28085', 1))[0]!;
      assert.deepEqual([again.phone, again.hours], ['36 46', ['Fermé en août']]);
    });

    it('makes those of a whole département in the background, and goes on where it was stopped', async () => {
      const host = await makeAccount(harness, 'strapi-super-admin');
      const codes = await communeCodesOf(harness.knex, { level: 'department', code: '28' });
      const communes = await communesOf(harness.knex, codes);
      const all = communes.map(({ code, name }) =>
        mairie({
          ...(code !== '28148' && { id: `m-${code}` }),
          nom: `Mairie - ${name}`,
          siren: null,
          pivot: [{ type_service_local: 'mairie', code_insee_commune: [code] }],
          code_insee_commune: code,
          ...(code === '28001' && { telephone: [] }),
        }),
      );
      answer = serve(
        [
          ...records.filter(({ id }) => !id.startsWith('m-') && id !== mairie().id),
          ...all,
          ...many.slice(0, 250),
        ],
        '"11"',
      );
      await refresh(25);
      const creations = getService(harness.strapi, 'creations');
      const administrations = () => count('guichet_administrations');
      const order = {
        level: 'department',
        code: '28',
        name: 'Eure-et-Loir',
        askedAt: '',
        askedBy: 1,
      } as const;
      const id = await addCreation(harness.knex, { ...order, communes: communes.length });
      const annuaire = () => harness.knex('guichet_directory_sources').where({ part: 'annuaire' });
      const { fetched_at } = await annuaire().first('fetched_at');
      await annuaire().update({ fetched_at: null });
      // All would be told to lack everything.
      await assert.rejects(creations.run(id, new AbortController().signal), /annuaire has not been read yet/);
      assert.equal((await creations.orders())[0]!.done, 0);
      await annuaire().update({ fetched_at });
      const stop = new AbortController();
      const watch = setInterval(() => void administrations().then((n) => n > 40 && stop.abort()), 1);
      await creations
        .run(id, stop.signal)
        .catch((error: unknown) => assert.ok(stop.signal.aborted, String(error)));
      clearInterval(watch);
      const [half] = await creations.orders();
      assert.equal(half!.created + half!.existing + half!.lackingCount, half!.done);
      assert.equal(await administrations(), 2 + half!.created);
      await creations.run(id, new AbortController().signal);
      const [whole] = await creations.orders();
      assert.ok(whole!.doneAt);
      assert.deepEqual(
        [whole!.done, whole!.created, whole!.existing, whole!.lacking],
        [
          communes.length,
          communes.length - 3,
          2,
          [{ code: '28001', name: 'Mairie d’Abondant', lacks: ['phone'] }],
        ],
      );
      assert.equal(await administrations(), communes.length - 1);
      await creations.run(id, new AbortController().signal);

      const { body } = await host.call<CreationOrders>('POST', adminPaths.creations, {
        level: 'intercommunality',
        code: '200058360',
      });
      assert.equal(body.orders[0]?.name.length, body.orders[0]?.name.trim().length);
      const done = async () => (await host.call<CreationOrders>('GET', adminPaths.creations)).body.orders[0]!;
      let standing = await done();
      for (let i = 0; !standing.doneAt && i < 500; i++) {
        await pause(20);
        standing = await done();
      }
      assert.ok(standing.doneAt);
      assert.deepEqual([standing.created, standing.existing], [0, standing.communes]);
      assert.equal(
        (await host.call('POST', adminPaths.creations, { level: 'department', code: '99' })).status,
        404,
      );
    });

    it('is looked after by who looks after the hosting, and nobody else', async () => {
      const manager = await makeAccount(harness, 'guichet-manager');
      const marie = await makeAccount(harness);
      for (const account of [manager, marie])
        for (const [method, path] of [
          ['GET', adminPaths.directorySources],
          ['POST', adminPaths.directorySourcesRefresh],
          ['POST', adminPaths.territorySearch],
          ['GET', adminPaths.territoryCommune],
          ['POST', adminPaths.administrationsByCode],
          ['GET', adminPaths.creations],
          ['POST', adminPaths.creations],
        ] as const)
          assert.equal((await account.call(method, path, method === 'POST' ? {} : undefined)).status, 403);
      const host = await makeAccount(harness, 'strapi-super-admin');
      const { body } = await host.call<DirectorySources>('GET', adminPaths.directorySources);
      const [annuaire, communes] = body.sources;
      assert.deepEqual([annuaire?.part, annuaire?.location, annuaire?.failure], ['annuaire', location, null]);
      assert.deepEqual([communes?.part, communes?.location, communes?.nextAt], ['communes', null, null]);
      assert.ok(communes!.total > 37_000);
      const again = await host.call<DirectorySources>('POST', adminPaths.directorySourcesRefresh, {});
      assert.ok(Date.parse(again.body.sources[0]!.nextAt!) <= Date.now());
    });

    it('shows nothing more of the annuaire where it is not configured any more', async () => {
      const { id } = await mairieOf('28148');
      configure({ annuaire: null, communes: null });
      await refresh(1);
      assert.deepEqual(await namesAt('commune:28148'), []);
      assert.equal((await directorySources.all(harness.knex)).length, 1);
      // Where it is again, what was written here of it still is.
      configure({ annuaire: location, communes: null });
      answer = serve(records, '"9"');
      await refresh(1);
      const back = await mairieOf('28148');
      assert.deepEqual([back.id, back.facts.accessibility], [id, 'Par la cour']);
      assert.deepEqual(await placesOf(harness.knex, id), ['commune:28148']);
    });
  });
}
