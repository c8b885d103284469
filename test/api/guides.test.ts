/** The State's guides: from a real web server and from a file, into real databases, through every fault of a source. */
import type { GuideSources } from '@guichet/contracts/admin/guides';
import { adminPaths } from '@guichet/contracts/admin/paths';
import type { GuideIndex, ShownGuide } from '@guichet/contracts/guide';
import { pathOf } from '@guichet/contracts/routes';
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, beforeEach, describe, it } from 'node:test';
import {
  lostKeys,
  publication,
  theme,
} from '../../packages/strapi-plugin/server/src/connectors/co-marquage/testing/guides.js';
import {
  type ZipFile,
  zipOf,
} from '../../packages/strapi-plugin/server/src/connectors/co-marquage/testing/zip.js';
import { guideSources, guideTitles } from '../../packages/strapi-plugin/server/src/store/guides.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { makeAccount } from './admin-calls.js';
import { favril, seed } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';
import { attribute, openPage } from './plain-page.js';

const HOUR = 3_600_000;
const keys: ZipFile = { name: 'F900001.xml', content: lostKeys };
const themes: ZipFile = { name: 'N19810.xml', content: theme };
const another = (title: string, id = 'F900002'): ZipFile => ({
  name: `${id}.xml`,
  content: publication(id, title, ''),
});

after(stopDatabases);

for (const database of databases) {
  describe(`the State’s guides, on ${database}`, () => {
    let harness: Harness;
    let source: Server;
    let answer: (request: IncomingMessage, reply: ServerResponse) => void;
    let asked: IncomingMessage[] = [];
    let folder: string;
    let now = Date.now();

    before(async () => {
      source = createServer((request, reply) => {
        asked.push(request);
        answer(request, reply);
      });
      await new Promise<void>((done) => source.listen(0, '127.0.0.1', done));
      folder = mkdtempSync(join(tmpdir(), 'guichet-guides-test-'));
      const { port } = source.address() as AddressInfo;
      harness = await startHarness({
        database,
        config: {
          guides: {
            individuals: `http://127.0.0.1:${port}/vosdroits-latest.zip`,
            professionals: join(folder, 'pro.zip'),
          },
        },
      });
      await seed(harness);
      writeFileSync(
        join(folder, 'pro.zip'),
        zipOf([
          {
            name: 'F900001.xml',
            content: publication('F900001', 'Pour les pros', '', { audience: 'Professionnels' }),
          },
        ]),
      );
    });
    after(async () => {
      await harness.stop();
      source.close();
      rmSync(folder, { recursive: true });
    });
    beforeEach(() => (asked = []));

    const serve =
      (files: readonly ZipFile[], etag: string) => (request: IncomingMessage, reply: ServerResponse) => {
        if (request.headers['if-none-match'] === etag) return reply.writeHead(304).end();
        return reply.writeHead(200, { ETag: etag }).end(zipOf(files));
      };
    const guides = () => getService(harness.strapi, 'guides');
    /** At the next hour that something may be due. */
    const refresh = async (hours: number, signal = new AbortController().signal) => {
      now += hours * HOUR;
      await guides().refresh(new Date(now), signal);
      const sources = await guideSources.all(harness.knex);
      return sources.find(({ part }) => part === 'individuals')!;
    };
    /** As soon as a first batch is in. */
    const stopOnceSome = (files: readonly ZipFile[], stop: AbortController) =>
      setInterval(() => {
        void harness
          .knex('guichet_guides')
          .where({ id: files[0]!.name.replace('.xml', '') })
          .first('id')
          .then((row) => row && stop.abort());
      }, 1);
    const read = async <Body>(route: 'guides' | 'guide', id = '', query = '', headers = {}) => {
      const reply = await fetch(harness.origin + pathOf(route, favril.insee!, id) + query, { headers });
      const text = await reply.text();
      return { status: reply.status, headers: reply.headers, body: (text ? JSON.parse(text) : null) as Body };
    };
    const titlesOf = (ids: string[]) => guideTitles(harness.knex, ids);
    const titleOf = async (id: string) => (await guides().byId(id, null))?.guide.title;

    it('are brought in, with where they come from', async () => {
      answer = serve([keys, themes, another('Premier titre')], '"1"');
      const { report, failures } = await refresh(0);
      assert.deepEqual([report.guides, report.changed, report.faultCount, failures], [3, 3, 0, 0]);
      const shown = await guides().byId('F900001', 'individuals');
      assert.equal(shown?.guide.title, 'Clés trouvées : que faire ?');
      assert.equal(shown.guide.body.length, 1);
      assert.deepEqual(shown.source, {
        url: `http://127.0.0.1:${(source.address() as AddressInfo).port}/vosdroits-latest.zip`,
        file: 'vosdroits-latest.zip',
        fetchedOn: new Date(now).toISOString().slice(0, 10),
      });
      assert.equal((await guides().byId('F900001', 'professionals'))?.guide.title, 'Pour les pros');
      assert.equal(await guides().byId('F1', null), null);
    });

    it('are read by programs, with the titles of those they lead to, and where they come from', async () => {
      const shown = await read<ShownGuide>('guide', 'F900001');
      assert.equal(shown.status, 200);
      assert.deepEqual(shown.body, await guides().byId('F900001', null));
      assert.deepEqual(shown.body.titles, { F900002: 'Premier titre', N19810: 'Papiers - Citoyenneté' });
      assert.equal(shown.body.source.file, 'vosdroits-latest.zip');
      assert.equal(shown.headers.get('Access-Control-Allow-Origin'), '*');
      const again = { 'If-None-Match': shown.headers.get('ETag')! };
      assert.equal((await read('guide', 'F900001', '', again)).status, 304);
      const other = await read<ShownGuide>('guide', 'F900001', '?audience=professionals');
      assert.equal(other.body.guide.title, 'Pour les pros');
      for (const id of ['F1', '__proto__', 'F900001%00']) {
        const { status, body } = await read<{ code: string }>('guide', id);
        assert.deepEqual([status, body.code], [404, 'guide-not-found'], id);
      }
      assert.equal((await read('guide', 'F900001', '?audience=x')).status, 400);
    });

    it('are looked for by their titles, those of an audience, without a query while nothing changed', async () => {
      const themes = [{ id: 'N19810', title: 'Papiers - Citoyenneté' }];
      const first = await read<GuideIndex>('guides');
      assert.deepEqual([first.status, first.body], [200, { themes, lifeEvents: [], guides: themes }]);
      const queries: string[] = [];
      const listen = ({ sql }: { sql: string }) => sql.includes('guichet_guide') && queries.push(sql);
      harness.knex.on('query', listen);
      const again = { 'If-None-Match': first.headers.get('ETag')! };
      assert.equal((await read('guides', '', '', again)).status, 304);
      await read('guide', 'F900001');
      harness.knex.removeListener('query', listen);
      assert.deepEqual(queries, []);
      const none = { themes: [], lifeEvents: [], guides: [] };
      assert.deepEqual((await read('guides', '', '?audience=professionals')).body, none);
      assert.deepEqual((await read('guides', '', '?audience=associations')).body, none);
    });

    it('are read on the pages of each mairie, without JavaScript', async () => {
      const code = favril.insee!;
      const page = (path: string, headers = {}) => fetch(harness.origin + path, { headers });
      const shown = await page(pathOf('guidePage', code, 'F900001'));
      assert.equal(shown.status, 200);
      const text = await shown.text();
      for (const part of [
        'Clés trouvées',
        'Mairie du Favril',
        'vosdroits-latest.zip',
        'Cerfa n°',
        'Licence Ouverte',
      ])
        assert.ok(text.includes(part), part);
      const again = { 'If-None-Match': shown.headers.get('ETag')! };
      assert.equal((await page(pathOf('guidePage', code, 'F900001'), again)).status, 304);
      assert.match(await (await page(pathOf('guidesPage', code))).text(), /Papiers - Citoyenneté/);
      const professional = await page(`${pathOf('guidePage', code, 'F900001')}?pour=professionnels`);
      assert.match(await professional.text(), /Pour les pros/);
      for (const id of ['F1', 'x', '../F900001', 'F900001%00'])
        assert.equal((await page(pathOf('guidePage', code, id))).status, 404, id);
    });

    it('are asked for once a day, and not sent again while they are the same', async () => {
      await refresh(23);
      assert.equal(asked.length, 0);
      const { report } = await refresh(2);
      assert.deepEqual(
        asked.map(({ headers }) => headers['if-none-match']),
        ['"1"'],
      );
      assert.equal(report.guides, 3);
    });

    it('change, come and go; what cannot be read stays as it was, and is told', async () => {
      const broken = { name: 'F900001.xml', content: '<Publication' };
      const climbing = { name: '../F9.xml', content: lostKeys };
      const event = (audience: string) => ({ type: 'Fiche Comment faire si', audience });
      const birth = publication('F900003', 'J’attends un enfant', '', event('Particuliers'));
      const club = publication('F900004', 'Je crée une association', '', event('Associations'));
      const events = [birth, club].map((content, at) => ({ name: `F90000${at + 3}.xml`, content }));
      answer = serve([broken, climbing, another('Second titre'), ...events], '"2"');
      const { report } = await refresh(25);
      assert.deepEqual([report.guides, report.changed, report.removed], [4, 3, 1]);
      const listed = async (query = '') => (await read<GuideIndex>('guides', '', query)).body;
      const born = [{ id: 'F900003', title: 'J’attends un enfant' }];
      assert.deepEqual(await listed(), { themes: [], lifeEvents: born, guides: born });
      const [created] = (await listed('?audience=associations')).lifeEvents;
      assert.equal(created?.id, 'F900004');
      assert.deepEqual(
        report.faults.map(({ file, fault }) => [file, fault]),
        [
          ['F900001.xml', 'malformed'],
          ['../F9.xml', 'name'],
        ],
      );
      assert.equal(await titleOf('F900001'), 'Clés trouvées : que faire ?');
      assert.equal(await titleOf('F900002'), 'Second titre');
      assert.equal(await titleOf('N19810'), undefined);
      assert.match(harness.logs(), /guides \(individuals\): 2 files could not be read/);
    });

    it('stay while their source is down, answers nonsense or has lost most of them; it is asked less and less', async () => {
      const faults: [(request: IncomingMessage, reply: ServerResponse) => void, RegExp][] = [
        [(_, reply) => reply.writeHead(503).end(), /^it answers 503$/],
        [(_, reply) => reply.end('<html>Maintenance</html>'), /signature|not a zip|End of central/i],
        [(_, reply) => reply.destroy(), /cannot be reached \(/],
        [
          (_, reply) => {
            const whole = zipOf([keys]);
            reply.writeHead(200, { 'Content-Length': whole.length }).write(whole.subarray(0, 200));
            setTimeout(() => reply.destroy(), 20);
          },
          /cannot be reached \(/,
        ],
        [(_, reply) => reply.end(zipOf([])), /^it has lost 4 of its 4 guides$/],
      ];
      let wait = 25;
      for (const [index, [fault, reason]] of faults.entries()) {
        answer = fault;
        const { failures, failure, fetchedAt, nextAt } = await refresh(wait);
        assert.match(failure ?? '', reason);
        assert.equal(failures, index + 1);
        assert.ok(fetchedAt);
        wait = (Date.parse(nextAt) - now) / HOUR;
        assert.equal(wait, 2 ** index);
        assert.equal(await titleOf('F900002'), 'Second titre');
      }
      answer = (_, reply) => reply.writeHead(429, { 'Retry-After': '360000' }).end();
      const { nextAt } = await refresh(wait);
      assert.equal(Date.parse(nextAt) - now, 360_000_000);
      const unknown = '<Texte><Encart><Paragraphe>Neuf</Paragraphe></Encart></Texte>';
      const found = { name: 'F900002.xml', content: publication('F900002', 'Retrouvé', unknown) };
      answer = serve([keys, found], '"3"');
      const { failures, failure } = await refresh(100);
      assert.deepEqual([failures, failure, await titleOf('F900002')], [0, null, 'Retrouvé']);
    });

    it('are looked after by who looks after the hosting, and nobody else', async () => {
      const manager = await makeAccount(harness, 'guichet-manager');
      const marie = await makeAccount(harness);
      for (const account of [manager, marie])
        for (const [method, path] of [
          ['GET', adminPaths.guides],
          ['POST', adminPaths.guidesRefresh],
        ] as const)
          assert.equal((await account.call(method, path, method === 'POST' ? {} : undefined)).status, 403);
      const host = await makeAccount(harness, 'strapi-super-admin');
      const { body } = await host.call<GuideSources>('GET', adminPaths.guides);
      const [individuals, professionals] = body.sources;
      assert.deepEqual([individuals?.guides, individuals?.failure], [2, null]);
      assert.deepEqual(individuals?.unknown, [{ element: 'Texte/Encart', guide: 'F900002' }]);
      assert.equal(professionals?.location, join(folder, 'pro.zip'));
      const asked = await host.call<GuideSources>('POST', adminPaths.guidesRefresh, {});
      assert.ok(asked.body.sources.every(({ nextAt }) => Date.parse(nextAt!) <= Date.now()));
    });

    it('are browsed and found on the page of services, those that everyday needs lead to among them', async () => {
      answer = serve([keys, themes, another('Vote par procuration', 'F1604')], '"needs"');
      await refresh(25);
      const { guides: found } = (await read<GuideIndex>('guides')).body;
      assert.deepEqual(
        found.map(({ id }) => id),
        ['N19810', 'F1604'],
      );
      const address = harness.origin + pathOf('servicesPage', favril.insee!);
      const services = async (query: string) => {
        const page = await openPage(address + query, { origin: harness.origin });
        const links = page.all('a').map((link) => attribute(link, 'href'));
        return { page, links };
      };
      const guide = (id: string) => `${pathOf('guidePage', favril.insee!, id)}?lang=fr`;
      const home = await services('');
      assert.equal(home.page.heading, 'Services et démarches');
      assert.ok(home.page.text.includes(favril.name));
      assert.ok(home.links.includes(guide('N19810')));
      assert.ok(!home.links.includes(guide('F1604')));
      assert.ok((await services('?q=procurasion')).links.includes(guide('F1604')));
      const again = { 'If-None-Match': home.page.headers.get('ETag')! };
      const kept = await fetch(address, { headers: again });
      assert.equal(kept.status, 304);
    });

    it('go on after a stop in the middle', async () => {
      const many = Array.from({ length: 60 }, (_, index) => another(`Fiche ${index}`, `F8000${index}`));
      answer = serve([keys, another('Retrouvé'), ...many], '"4"');
      const stop = new AbortController();
      const watch = stopOnceSome(many, stop);
      await refresh(25, stop.signal).catch((error: unknown) => assert.ok(stop.signal.aborted, String(error)));
      clearInterval(watch);
      const before = (await titlesOf(many.map(({ name }) => name.replace('.xml', '')))).size;
      const { report, etag } = await refresh(stop.signal.aborted ? 0 : 25);
      assert.equal(etag, '"4"');
      assert.equal(report.guides, 62);
      // What was not known has gone with what had it.
      assert.deepEqual((await guides().sources())[0]?.unknown, []);
      assert.ok(before > 0);
    });

    it('are said to be from where they are, while another address gives none', async () => {
      const settings = getService(harness.strapi, 'settings');
      const { guides: former } = settings;
      Object.assign(settings, { guides: { ...former, individuals: join(folder, 'nowhere.zip') } });
      const { failure, location } = await refresh(1);
      assert.match(failure ?? '', /ENOENT/);
      assert.equal(location, join(folder, 'nowhere.zip'));
      assert.equal((await guides().byId('F900001', null))?.source.file, 'vosdroits-latest.zip');
      Object.assign(settings, { guides: former });
      assert.equal((await refresh(1)).failure, null);
    });

    it('are gone where they are not configured any more', async () => {
      const settings = getService(harness.strapi, 'settings');
      Object.assign(settings, { guides: { individuals: null, professionals: null } });
      now += HOUR;
      await guides().refresh(new Date(now), new AbortController().signal);
      assert.deepEqual(await guideSources.all(harness.knex), []);
      assert.equal(await guides().byId('F900001', null), null);
    });

    it('are shown once all are in', async () => {
      const path = join(folder, 'late.zip');
      Object.assign(getService(harness.strapi, 'settings'), { guides: { individuals: path } });
      assert.match((await refresh(1)).failure ?? '', /ENOENT/);
      const many = Array.from({ length: 60 }, (_, index) => another(`Fiche ${index}`, `F7000${index}`));
      writeFileSync(path, zipOf(many));
      const stop = new AbortController();
      const watch = stopOnceSome(many, stop);
      await refresh(1, stop.signal).catch(() => undefined);
      clearInterval(watch);
      if (stop.signal.aborted) {
        assert.equal(await guides().byId('F70000', null), null);
        assert.equal((await titlesOf(['F70000'])).size, 0);
        await refresh(0);
      }
      assert.equal(await titleOf('F70000'), 'Fiche 0');
    });

    it('are written a few at a time, those that are long fewer: memory never holds many', async () => {
      const length = 200_000;
      const text = `<Texte><Paragraphe>${'Un paragraphe. '.repeat(length / 15)}</Paragraphe></Texte>`;
      const long = Array.from({ length: 30 }, (_, index) => `F7000${index}`).map((id) => ({
        name: `${id}.xml`,
        content: publication(id, 'Longue fiche', text),
      }));
      writeFileSync(join(folder, 'late.zip'), zipOf(long));
      let longest = 0;
      const listen = ({ sql, bindings }: { sql: string; bindings: unknown[] }) => {
        if (sql.includes('guichet_guides')) longest = Math.max(longest, bindings.join('').length);
      };
      harness.knex.on('query', listen);
      const { report } = await refresh(25);
      harness.knex.removeListener('query', listen);
      assert.deepEqual([report.guides, report.changed], [30, 30]);
      assert.ok(longest > length && longest < 5 * length, `${longest} characters in one statement`);
    });
  });
}
