/** The State's guides: from a real web server and from a file, into real databases, through every fault of a source. */
import type { GuideSources } from '@guichet/contracts/admin/guides';
import { adminPaths } from '@guichet/contracts/admin/paths';
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
import { guideSources } from '../../packages/strapi-plugin/server/src/store/guides.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { makeAccount } from './admin-calls.js';
import { favril, seed } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

const HOUR = 3_600_000;
const keys: ZipFile = { name: 'F900001.xml', content: lostKeys };
const themes: ZipFile = { name: 'N19810.xml', content: theme };
const another = (title: string): ZipFile => ({
  name: 'F900002.xml',
  content: publication('F900002', title, ''),
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
      const sources = await guideSources(harness.knex);
      return sources.find(({ part }) => part === 'individuals')!;
    };
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
      assert.deepEqual(await guides().themes('individuals'), [
        { id: 'N19810', title: 'Papiers - Citoyenneté', audience: 'individuals' },
      ]);
      assert.deepEqual([...(await guides().titles(['F900002', 'F1'])).keys()], ['F900002']);
      assert.equal(await guides().byId('F1', null), null);
    });

    it('are read on the pages of each mairie, without JavaScript', async () => {
      await seed(harness);
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
      answer = serve([broken, climbing, another('Second titre')], '"2"');
      const { report } = await refresh(25);
      assert.deepEqual([report.guides, report.changed, report.removed], [2, 1, 1]);
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
        [(_, reply) => reply.end(zipOf([])), /^it has 0 guides where there were 2$/],
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
      answer = serve([keys, another('Retrouvé')], '"3"');
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
      assert.equal(professionals?.location, join(folder, 'pro.zip'));
      const asked = await host.call<GuideSources>('POST', adminPaths.guidesRefresh, {});
      assert.ok(asked.body.sources.every(({ nextAt }) => Date.parse(nextAt!) <= Date.now()));
    });

    it('go on after a stop in the middle', async () => {
      const many = Array.from({ length: 60 }, (_, index) => ({
        name: `F8000${index}.xml`,
        content: publication(`F8000${index}`, `Fiche ${index}`, ''),
      }));
      answer = serve([keys, another('Retrouvé'), ...many], '"4"');
      const stop = new AbortController();
      // As soon as a first batch is in.
      const watch = setInterval(() => {
        void guides()
          .titles(many.map(({ name }) => name.replace('.xml', '')))
          .then(({ size }) => size && stop.abort());
      }, 1);
      await refresh(25, stop.signal).catch((error: unknown) => assert.ok(stop.signal.aborted, String(error)));
      clearInterval(watch);
      const before = (await guides().titles(many.map(({ name }) => name.replace('.xml', '')))).size;
      const { report, etag } = await refresh(stop.signal.aborted ? 0 : 25);
      assert.equal(etag, '"4"');
      assert.equal(report.guides, 62);
      assert.ok(before >= 25);
    });

    it('are gone where they are not configured any more', async () => {
      const settings = getService(harness.strapi, 'settings');
      Object.assign(settings, { guides: { individuals: null, professionals: null } });
      now += HOUR;
      await guides().refresh(new Date(now), new AbortController().signal);
      assert.deepEqual(await guideSources(harness.knex), []);
      assert.equal(await guides().byId('F900001', null), null);
    });
  });
}
