import type { Problem } from '@guichet/contracts/problem';
import { operations, pathOfOperation } from '@guichet/contracts/openapi';
import { receiptRoutes } from '@guichet/contracts/routes';
import { TELEPROCEDURE_RETURN_PAGE } from '@guichet/contracts/teleprocedure-routes';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { publicRoutes } from '../../packages/strapi-plugin/server/src/index.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { aRequest, call, FAVRIL, favril, seed, send, sirenOf } from './calls.js';
import { databases, type Harness, startHarness, stopDatabases } from './harness.js';

after(stopDatabases);

const generous = { points: 1_000_000, seconds: 60 };
const LIMIT = 64 * 1024;

/** A raw call, for what fetch does not let one send. */
function raw(
  harness: Harness,
  method: string,
  path: string,
  headers: Record<string, string>,
  chunks: readonly string[] = [],
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(harness.origin + path, { method, headers, agent: false }, (reply) => {
      let text = '';
      reply.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      reply.on('end', () => resolve({ status: reply.statusCode!, headers: reply.headers, text }));
    });
    outgoing.on('error', reject);
    for (const chunk of chunks) outgoing.write(chunk);
    outgoing.end();
  });
}

describe('the table of public routes', () => {
  it('has every operation that the description promises', () => {
    for (const { route, method } of operations) {
      const path = pathOfOperation({ route });
      assert.ok(
        publicRoutes.some((one) => one.path === path && one.method.toLowerCase() === method),
        route,
      );
    }
  });

  it('checks the origin wherever something is sent or a bearer is read', () => {
    // These give back what they are given, in another form, or what whoever holds a start may ask, and keep nothing.
    const stateless: string[] = [
      receiptRoutes.receiptDocument,
      receiptRoutes.documentPage,
      // Posted to by the pages of operators, whatever their origins.
      TELEPROCEDURE_RETURN_PAGE,
    ];
    for (const { path, method, access } of publicRoutes) {
      if (stateless.includes(path)) continue;
      const { bearer } =
        operations.find((one) => pathOfOperation(one) === path && one.method.toUpperCase() === method) ?? {};
      if (method === 'POST' || bearer) assert.notEqual(access, 'anyone', `${method} ${path}`);
    }
  });
});

for (const database of databases) {
  describe(`the edge, on ${database}`, () => {
    let harness: Harness;
    before(async () => {
      harness = await startHarness({
        database,
        config: {
          rates: { read: generous, send: generous, sendToAdministration: generous, track: generous },
        },
      });
      await seed(harness);
    });
    after(() => harness.stop());

    it('takes a request from the administration’s own origins only: a matrix of twenty', async () => {
      const tenants = Array.from({ length: 20 }, (_, i) => ({
        siren: sirenOf(100 + i),
        origin: `https://mairie-${i}.example`,
      }));
      for (const { siren, origin } of tenants) {
        await getService(harness.strapi, 'administration').create({
          ...favril,
          siren,
          insee: null,
          origins: [origin],
        });
      }
      const count = async () =>
        Number((await harness.knex('guichet_requests').count({ n: '*' }).first())!['n']);
      const before = await count();
      for (const to of tenants) {
        const replies = await Promise.all(
          tenants.map((from) => send(harness, aRequest(), { code: to.siren, origin: from.origin })),
        );
        for (const [i, { status, headers }] of replies.entries()) {
          const isOwn = tenants[i] === to;
          assert.equal(status, isOwn ? 201 : 403, `${tenants[i]!.origin} to ${to.origin}`);
          assert.equal(headers.get('access-control-allow-origin'), isOwn ? to.origin : null);
        }
      }
      assert.equal((await count()) - before, 20);
    });

    const lookAlikes = [
      'null',
      null,
      '',
      'https://www.lefavril.example.evil.example',
      'https://evil-www.lefavril.example',
      'https://lefavril.example',
      'https://www.lefavril.example:8443',
      'https://www.lefavril.example:443',
      'http://www.lefavril.example',
      'https://WWW.lefavril.example',
      'https://www.lefavril.example/',
      'https://www.lefavril.example.',
      'https://user@www.lefavril.example',
      `${FAVRIL}, ${FAVRIL}`,
      '*',
    ];
    it('refuses null, look-alikes and the absence of an origin, before anything else', async () => {
      for (const origin of lookAlikes) {
        // Neither a key nor a readable body: the origin comes first.
        for (const route of [
          'requests',
          'tracking',
          'trackingLinks',
          'trackingMessages',
          'trackingWithdrawal',
          'trackingToken',
        ] as const) {
          const { status, body, headers } = await call(harness, 'POST', route, '28148', '{', { origin });
          assert.deepEqual([status, body.code], [403, 'origin-not-allowed'], `${origin} to ${route}`);
          assert.equal(headers.get('access-control-allow-origin'), null);
        }
        const { status } = await call(harness, 'GET', 'trackedRequest', '28148', undefined, {
          origin,
          bearer: 'x',
        });
        assert.equal(status, 403, String(origin));
      }
    });

    it('lets the hosting’s own pages send and read', async () => {
      assert.equal((await send(harness, aRequest(), { origin: 'http://127.0.0.1' })).status, 201);
      const read = await raw(harness, 'GET', '/api/guichet/administrations/28148/tracking/request', {
        'Sec-Fetch-Site': 'same-origin',
      });
      assert.equal(read.status, 401);
    });

    it('answers preflights of allowed origins with all that a widget sends', async () => {
      const preflight = (origin: string, path: string, method: string) =>
        raw(harness, 'OPTIONS', path, {
          Origin: origin,
          'Access-Control-Request-Method': method,
          'Access-Control-Request-Headers': 'content-type,idempotency-key,authorization',
        });
      const path = '/api/guichet/administrations/28148/requests';
      const { status, headers } = await preflight(FAVRIL, path, 'POST');
      assert.equal(status, 204);
      assert.equal(headers['access-control-allow-origin'], FAVRIL);
      assert.match(String(headers['access-control-allow-headers']), /Idempotency-Key.*Authorization/);
      assert.match(String(headers['access-control-allow-methods']), /POST/);
      assert.equal(headers['access-control-allow-credentials'], undefined);
      for (const origin of lookAlikes) {
        if (!origin) continue;
        const refused = await preflight(origin, path, 'POST');
        assert.equal(refused.status, 403, origin);
        assert.equal(refused.headers['access-control-allow-origin'], undefined, origin);
      }
      const open = await preflight('https://anyone.example', '/api/guichet/administrations/28148', 'GET');
      assert.deepEqual([open.status, open.headers['access-control-allow-origin']], [204, '*']);
    });

    it('serves public reads to any page, revalidated by their tag, without a query while they are kept', async () => {
      const first = await call<object>(harness, 'GET', 'administration', '28148', undefined, {
        origin: 'https://anyone.example',
      });
      assert.equal(first.status, 200);
      assert.equal(first.headers.get('access-control-allow-origin'), '*');
      assert.match(first.headers.get('cache-control')!, /max-age=10, stale-while-revalidate/);
      const statements: string[] = [];
      const listen = ({ sql }: { sql: string }) => statements.push(sql);
      harness.knex.on('query', listen);
      const etag = first.headers.get('etag')!;
      const again = await call(harness, 'GET', 'administration', '28148', undefined, {
        headers: { 'If-None-Match': `W/${etag}` },
      });
      harness.knex.off('query', listen);
      assert.deepEqual([again.status, again.body], [304, undefined]);
      assert.deepEqual(
        statements.filter((sql) => /administrations|organisations/.test(sql)),
        [],
      );
    });

    it('refuses bodies over 64 KB, announced or chunked, and takes those just under', async () => {
      const headers = (extra: Record<string, string>) => ({
        Origin: FAVRIL,
        'Content-Type': 'application/json',
        'Idempotency-Key': randomUUID(),
        ...extra,
      });
      const path = '/api/guichet/administrations/28148/requests';
      const padded = (length: number) =>
        JSON.stringify(aRequest({ subject: 'a', message: 'b' })).padEnd(length, ' ');
      for (const length of [LIMIT + 1, 2 * LIMIT, 900 * 1024]) {
        const body = padded(length);
        const announced = await raw(harness, 'POST', path, headers({ 'Content-Length': String(length) }), [
          body,
        ]);
        const chunked = await raw(
          harness,
          'POST',
          path,
          headers({ 'Transfer-Encoding': 'chunked' }),
          body.match(/[^]{1,8000}/g)!,
        );
        for (const { status, text } of [announced, chunked]) {
          assert.deepEqual([status, (JSON.parse(text) as Problem).code], [413, 'payload-too-large']);
        }
      }
      const under = await raw(
        harness,
        'POST',
        path,
        headers({ 'Transfer-Encoding': 'chunked' }),
        padded(LIMIT).match(/[^]{1,8000}/g)!,
      );
      assert.equal(under.status, 201);
    });

    it('refuses what is no UTF-8 JSON of a sane depth', async () => {
      const deep = (depth: number) => '{"a":'.repeat(depth) + '1' + '}'.repeat(depth);
      const cases: [string | Buffer, string, string | undefined, number, string][] = [
        ['{', 'application/json', undefined, 400, 'malformed-request'],
        [deep(9), 'application/json', undefined, 400, 'malformed-request'],
        [deep(8), 'application/json', undefined, 400, 'validation-failed'],
        [`{"a":"${'['.repeat(100)}"}`, 'application/json', undefined, 400, 'validation-failed'],
        ['a=b', 'application/x-www-form-urlencoded', undefined, 415, 'unsupported-media-type'],
        ['{}', 'text/plain', undefined, 415, 'unsupported-media-type'],
        ['{}', 'application/json; charset=iso-8859-1', undefined, 415, 'unsupported-media-type'],
        ['{}', 'application/json', 'gzip', 415, 'unsupported-media-type'],
      ];
      for (const [body, type, encoding, status, code] of cases) {
        const reply = await send<Problem>(harness, body, {
          headers: { 'Content-Type': type, ...(encoding && { 'Content-Encoding': encoding }) },
        });
        assert.deepEqual([reply.status, reply.body.code], [status, code], String(body).slice(0, 40));
        assert.equal(reply.headers.get('content-type'), 'application/problem+json');
      }
      const latin = await fetch(`${harness.origin}/api/guichet/administrations/28148/requests`, {
        method: 'POST',
        headers: { Origin: FAVRIL, 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() },
        body: Buffer.from('{"message":"é"}', 'latin1'),
      });
      assert.equal(((await latin.json()) as Problem).code, 'malformed-request');
    });

    it('never lets a public URL reach Strapi', async () => {
      const base = '/api/guichet/administrations/28148';
      const cases: [string, string, number, string][] = [
        ['GET', '/api/guichet', 404, 'not-found'],
        ['GET', '/guichet/x/y/z', 404, 'not-found'],
        ['GET', '/api/guichet/administrations', 404, 'not-found'],
        ['GET', '/api/guichet/administrations/99999', 404, 'administration-not-found'],
        ['GET', '/api/guichet/administrations/..%2F28148', 404, 'administration-not-found'],
        ['DELETE', base, 405, 'method-not-allowed'],
        ['PUT', `${base}/requests`, 405, 'method-not-allowed'],
        ['GET', `${base}?populate=*`, 400, 'validation-failed'],
        ['GET', `${base}?where[id]=1`, 400, 'validation-failed'],
        ['GET', `${base}/form-token?status=draft`, 400, 'validation-failed'],
      ];
      for (const [method, path, status, code] of cases) {
        const { text, ...reply } = await raw(harness, method, path, {});
        assert.deepEqual(
          [reply.status, (JSON.parse(text) as Problem).code],
          [status, code],
          `${method} ${path}`,
        );
        assert.equal(reply.headers['x-powered-by'], undefined, path);
        assert.equal(reply.headers['x-content-type-options'], 'nosniff', path);
      }
    });

    it('describes itself, with the exact version', async () => {
      const { body } = await call<{ openapi: string; info: { version: string } }>(
        harness,
        'GET',
        'openapi',
        '',
      );
      assert.equal(body.openapi, '3.1.0');
      assert.match(body.info.version, /^\d+\.\d+\.\d+/);
    });
  });
}

describe('rate limits', () => {
  const few = { points: 3, seconds: 600 };
  for (const database of databases) {
    it(`counts networks through trusted proxies, IPv6 by /64, whatever else is forged, on ${database}`, async () => {
      const harness = await startHarness({ database, config: { proxies: 1, rates: { send: few } } });
      try {
        await seed(harness);
        const from = async (address: string) => {
          const { status, headers } = await send<Problem>(harness, aRequest(), {
            headers: {
              'X-Forwarded-For': `${randomUUID()}, 10.0.0.1, ${address}`,
              'X-Forwarded-Proto': 'https',
            },
          });
          return status === 429 ? Number(headers.get('retry-after')) : status;
        };
        for (let i = 1; i <= 3; i++) assert.equal(await from(`2001:db8:0:1::${i}`), 201);
        assert.ok((await from('2001:db8::1:ffff:ffff:ffff:ffff')) > 500);
        assert.equal(await from('2001:db8:0:2::1'), 201);
        assert.equal(await from('198.51.100.7'), 201);
        for (let i = 0; i < 2; i++) assert.equal(await from('::ffff:198.51.100.7'), 201);
        assert.ok((await from('198.51.100.7')) > 500);
      } finally {
        await harness.stop();
      }
    });
  }

  it('bounds what one administration is sent from everywhere', async () => {
    const harness = await startHarness({ config: { proxies: 1, rates: { sendToAdministration: few } } });
    try {
      await seed(harness);
      const statuses = [];
      for (let i = 1; i <= 4; i++) {
        const headers = { 'X-Forwarded-For': `198.51.100.${i}`, 'X-Forwarded-Proto': 'https' };
        statuses.push((await send(harness, aRequest(), { headers })).status);
      }
      assert.deepEqual(statuses, [201, 201, 201, 429]);
    } finally {
      await harness.stop();
    }
  });
});

describe('HTTPS', () => {
  it('is asked for everywhere but on the loopback; a trusted proxy’s word counts, no other’s', async () => {
    const behind = await startHarness({ config: { proxies: 1, publicUrl: 'https://guichet.example' } });
    try {
      const status = async (headers: Record<string, string>) =>
        (await raw(behind, 'GET', '/api/guichet/health', headers)).status;
      assert.equal(await status({ 'X-Forwarded-For': '198.51.100.1', 'X-Forwarded-Proto': 'https' }), 200);
      assert.equal(await status({ 'X-Forwarded-For': '198.51.100.1', 'X-Forwarded-Proto': 'http' }), 403);
      assert.equal(
        await status({ 'X-Forwarded-For': '198.51.100.1', 'X-Forwarded-Proto': 'https, http' }),
        403,
      );
      assert.equal(await status({ 'X-Forwarded-For': '198.51.100.1' }), 403);
      assert.equal(await status({ Host: 'guichet.example' }), 403);
      assert.equal(await status({}), 200);
      const { headers } = await raw(behind, 'GET', '/api/guichet/health', {});
      assert.match(String(headers['strict-transport-security']), /max-age/);
    } finally {
      await behind.stop();
    }
    const alone = await startHarness({ config: { publicUrl: 'https://guichet.example' } });
    try {
      const forged = await raw(alone, 'GET', '/api/guichet/health', {
        Host: 'guichet.example',
        'X-Forwarded-Proto': 'https',
      });
      assert.deepEqual([forged.status, (JSON.parse(forged.text) as Problem).code], [403, 'https-required']);
    } finally {
      await alone.stop();
    }
  });
});
