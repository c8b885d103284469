/** Webhooks, as the software of a mairie gets them: a real server that reads them as our documentation says. */
import { adminPaths } from '@guichet/contracts/admin/paths';
import {
  type Endpoint,
  type Endpoints,
  ENDPOINTS_MAX,
  type EndpointSecret,
  type EndpointTest,
  type ThinRequest,
} from '@guichet/contracts/admin/webhooks';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Webhook } from 'standardwebhooks';
import { verify } from '../../examples/webhooks/verify.mjs';
import { adminRoutes } from '../../packages/strapi-plugin/server/src/index.js';
import { getService } from '../../packages/strapi-plugin/server/src/strapi/services.js';
import { type Account, makeAccount, type Refused } from './admin-calls.js';
import { angela, aRequest, begun, seed, send } from './calls.js';
import { databases, generous, type Harness, startHarness, stopDatabases } from './harness.js';

interface Received {
  path: string;
  headers: Record<string, string>;
  body: string;
}

/** The software of a mairie. */
async function startReceiver() {
  const received: Received[] = [];
  const server = http.createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => (body += chunk));
    request.on('end', () => {
      received.push({ path: request.url!, headers: request.headers as Record<string, string>, body });
      response.writeHead(receiver.answers(received.at(-1)!)).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const receiver = {
    url: (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    received,
    answers: (_: Received): number => 204,
    at: (path: string) => received.filter((one) => one.path === path),
    async until(path: string, count: number) {
      for (let looks = 0; receiver.at(path).length < count; looks++) {
        if (looks === 1000) throw new Error(`${receiver.at(path).length} of ${count} came to ${path}`);
        await sleep(20);
      }
      return receiver.at(path);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return receiver;
}

after(stopDatabases);

for (const database of databases) {
  describe(`webhooks, on ${database}`, () => {
    let harness: Harness;
    let receiver: Awaited<ReturnType<typeof startReceiver>>;
    let ids: { favril: string; trilport: string };
    let manager: Account;
    let endpoints = 0;

    before(async () => {
      receiver = await startReceiver();
      const config = {
        webhooks: { allowPrivate: ['127.0.0.1'] },
        rates: { send: generous, sendToAdministration: generous },
      };
      harness = await startHarness({ database, config });
      ids = await seed(harness);
      manager = await makeAccount(harness, 'guichet-manager');
      await manager.serves(ids.favril);
    });
    beforeEach(async () => {
      receiver.answers = () => 204;
      receiver.received.length = 0;
      // Each test has its own endpoint.
      await harness.knex('guichet_webhook_endpoints').delete();
    });
    after(async () => {
      await harness.stop();
      await receiver.stop();
    });

    const one = (path: 'webhook' | 'webhookSecret' | 'webhookTest' | 'webhookReplay', id: string) =>
      adminPaths[path].replace(':id', id);

    async function endpoint(types: string[] = ['request.received', 'request.updated'], account = manager) {
      const path = `/${endpoints++}`;
      const added = await account.call<EndpointSecret>('POST', adminPaths.webhooks, {
        administrationId: ids.favril,
        url: receiver.url(path),
        types,
      });
      assert.equal(added.status, 200);
      return { path, id: added.body.endpoint.id, secret: added.body.secret };
    }

    async function shown(id: string): Promise<Endpoint> {
      const { body } = await manager.call<Endpoints>('GET', adminPaths.webhooks);
      return body.endpoints.find((one) => one.id === id)!;
    }

    async function sent() {
      const { status, body } = await send(harness, { ...aRequest(), formToken: begun(harness, ids.favril) });
      assert.equal(status, 201);
      const { id } = await harness.knex('guichet_requests').where({ reference: body.reference }).first('id');
      return { ...body, id: id as string };
    }

    /** Lets what waits for its next attempt run now. */
    async function hurry(requestId: string): Promise<void> {
      const filter = { queue: 'webhook', administrationId: ids.favril, requestId } as const;
      const queue = getService(harness.strapi, 'queue');
      while (!(await harness.knex.transaction((trx) => queue.bringForward(trx, filter)))) await sleep(20);
    }

    async function close(id: string): Promise<void> {
      const { body } = await manager.call<{ version: number }>(
        'GET',
        adminPaths.inboxRequest.replace(':id', id),
      );
      const action = { action: 'close', seen: body.version };
      const path = adminPaths.inboxActions.replace(':id', id);
      assert.equal((await manager.call('POST', path, action)).status, 200);
    }

    it('tell which request came and where it stands: no person, nothing that was written', async () => {
      const { path, secret } = await endpoint();
      const request = await sent();
      const [received] = await receiver.until(path, 1);
      assert.equal(received!.headers['content-type'], 'application/json');
      const told = new Webhook(secret).verify(received!.body, received!.headers) as {
        type: string;
        timestamp: string;
        data: ThinRequest;
      };
      assert.equal(told.type, 'request.received');
      assert.ok(Math.abs(Date.parse(told.timestamp) - Date.parse(request.receivedAt)) < 60_000);
      assert.deepEqual(told.data, {
        administration: '28148',
        reference: request.reference,
        procedure: 'contact',
        status: 'received',
        receivedAt: request.receivedAt,
      });
      await close(request.id);
      const [, updated] = await receiver.until(path, 2);
      const { type, data } = verify(secret, updated!.headers, updated!.body);
      assert.deepEqual([type, data.status], ['request.updated', 'closed']);
      const all = JSON.stringify(receiver.at(path));
      for (const text of [angela.familyName, angela.email, 'lampadaire', request.id, request.trackingCode])
        assert.ok(!all.includes(text), text);
    });

    it('are refused, read as we document, when altered, old, replayed or signed by another', async () => {
      const { path, secret } = await endpoint(['request.received']);
      await sent();
      const [{ headers, body }] = (await receiver.until(path, 1)) as [Received];
      assert.throws(() => verify(secret, headers, body.replace('contact', 'contacs')), /not from Guichet/);
      // The last character has bits that count for nothing.
      const signature = headers['webhook-signature']!.replace(/^v1,./, (one) =>
        one === 'v1,A' ? 'v1,B' : 'v1,A',
      );
      assert.throws(() => verify(secret, { ...headers, 'webhook-signature': signature }, body), /not from/);
      const before = String(Number(headers['webhook-timestamp']) - 360);
      assert.throws(() => verify(secret, { ...headers, 'webhook-timestamp': before }, body), /too old/);
      assert.throws(() => verify(secret, { ...headers, 'webhook-timestamp': 'x' }, body), /too old/);
      assert.throws(() => verify(secret, { ...headers, 'webhook-id': 'x' }, body), /not from Guichet/);
      const { secret: another } = await endpoint();
      assert.throws(() => verify(another, headers, body), /not from Guichet/);
      assert.ok(verify(secret, headers, body));
      assert.throws(() => verify(secret, headers, body), /seen already/);
    });

    it('are sent again under the same id, at another instant, until they are taken', async () => {
      const { path, id, secret } = await endpoint(['request.received']);
      receiver.answers = () => (receiver.at(path).length < 3 ? 500 : 200);
      const request = await sent();
      await receiver.until(path, 1);
      // The state between two attempts.
      let waiting = await shown(id);
      for (; !waiting.deliveries.length; waiting = await shown(id)) await sleep(20);
      const { id: webhookId, state, status, attempts } = waiting.deliveries[0]!;
      assert.deepEqual([state, status, attempts], ['waiting', 500, 1]);
      for (const count of [2, 3]) {
        await sleep(1000);
        await hurry(request.id);
        await receiver.until(path, count);
      }
      const all = receiver.at(path);
      assert.deepEqual(new Set(all.map(({ headers }) => headers['webhook-id'])), new Set([webhookId]));
      assert.equal(new Set(all.map(({ headers }) => headers['webhook-timestamp'])).size, 3);
      for (const { headers, body } of all) new Webhook(secret).verify(body, headers);
      let [delivered] = (await shown(id)).deliveries;
      for (; delivered?.state !== 'delivered'; [delivered] = (await shown(id)).deliveries) await sleep(20);
      assert.deepEqual([delivered.id, delivered.attempts, delivered.status], [webhookId, 3, 200]);
    });

    it('end where nobody wants them any more, and are sent again by hand', async () => {
      const { path, id } = await endpoint(['request.received']);
      receiver.answers = () => 410;
      await sent();
      await receiver.until(path, 1);
      let gone = await shown(id);
      for (; gone.deliveries[0]?.state !== 'dead'; gone = await shown(id)) await sleep(20);
      assert.equal(gone.isEnabled, false);
      const { id: deliveryId } = gone.deliveries[0];

      // Nothing of what comes meanwhile is for it.
      await sent();
      receiver.answers = () => 200;
      const { url, types } = gone;
      await manager.call('PUT', one('webhook', id), { url, types, isEnabled: true });
      assert.equal((await manager.call('POST', one('webhookReplay', deliveryId))).status, 200);
      const [first, again] = await receiver.until(path, 2);
      assert.equal(again!.headers['webhook-id'], first!.headers['webhook-id']);
      assert.equal((await manager.call('POST', one('webhookReplay', deliveryId))).status, 404);
      assert.equal(receiver.at(path).length, 2);
    });

    it('are signed with both secrets for a day after a change', async () => {
      const { path, id, secret: former } = await endpoint(['request.received']);
      const { body } = await manager.call<EndpointSecret>('POST', one('webhookSecret', id));
      assert.notEqual(body.secret, former);
      assert.ok(Date.parse(body.endpoint.formerSecretUntil!) - Date.now() > 23 * 3_600_000);
      await sent();
      const [both] = await receiver.until(path, 1);
      for (const secret of [former, body.secret]) new Webhook(secret).verify(both!.body, both!.headers);

      await harness
        .knex('guichet_webhook_endpoints')
        .where({ id })
        .update({ former_until: new Date(Date.now() - 1).toISOString() });
      assert.equal((await shown(id)).formerSecretUntil, null);
      await sent();
      const [, alone] = await receiver.until(path, 2);
      new Webhook(body.secret).verify(alone!.body, alone!.headers);
      assert.throws(() => new Webhook(former).verify(alone!.body, alone!.headers));
    });

    it('keep a new secret where somebody changes them at the same moment', async () => {
      const { path, id } = await endpoint(['request.updated']);
      const service = getService(harness.strapi, 'webhookEndpoints');
      const agent = { id: manager.id, firstname: null, lastname: null };
      const [{ secret }] = await Promise.all([
        service.rotate(agent, id),
        service.change(agent, id, {
          url: receiver.url(path),
          types: ['request.received'],
          isEnabled: true,
        }),
      ]);
      await sent();
      const [received] = await receiver.until(path, 1);
      new Webhook(secret).verify(received!.body, received!.headers);
    });

    it('have a secret that is told once, and sealed', async () => {
      const { id, secret } = await endpoint();
      const row = await harness.knex('guichet_webhook_endpoints').where({ id }).first();
      assert.ok(!JSON.stringify(row).includes(secret.slice(6)));
      const { body } = await manager.call<unknown>('GET', adminPaths.webhooks);
      assert.ok(!JSON.stringify(body).includes(secret.slice(6)));
      assert.ok(!harness.logs().includes(secret.slice(6)));
    });

    it('are tried by hand, whatever came of it being said', async () => {
      const { path, id, secret } = await endpoint();
      const taken = await manager.call<EndpointTest>('POST', one('webhookTest', id));
      assert.deepEqual([taken.body.status, taken.body.error], [204, null]);
      const [received] = receiver.at(path);
      const { type, data } = verify(secret, received!.headers, received!.body);
      assert.deepEqual([type, data], ['guichet.test', { administration: '28148' }]);
      receiver.answers = () => 302;
      assert.equal((await manager.call<EndpointTest>('POST', one('webhookTest', id))).body.status, 302);
      // Nobody listens there.
      const { types } = await shown(id);
      await manager.call('PUT', one('webhook', id), { url: 'http://127.0.0.1:9/', types, isEnabled: true });
      const refused = await manager.call<EndpointTest>('POST', one('webhookTest', id));
      assert.deepEqual([refused.body.status, refused.body.error], [null, 'ECONNREFUSED']);
    });

    it('go nowhere that is private, from the start', async () => {
      const refused = async (url: string) => {
        const body = { administrationId: ids.favril, url, types: ['request.received'] };
        const { status, body: reply } = await manager.call('POST', adminPaths.webhooks, body);
        return `${status} ${reply.error.details?.errors?.map(({ path, code }) => `${path} ${code}`).join()}`;
      };
      for (const url of ['http://logiciel.example/', 'https://10.0.0.1/', 'https://127.2/', 'https://[::1]/'])
        assert.equal(await refused(url), '400 url not-allowed', url);
      assert.equal(await refused('logiciel'), '400 url invalid');
      assert.equal(await refused(' '), '400 url required');
      // Whatever the address is by the time something is sent.
      const { id } = await endpoint();
      const url = receiver.url('/').replace('127.0.0.1', '127.0.0.2');
      await harness.knex('guichet_webhook_endpoints').where({ id }).update({ url });
      const { body } = await manager.call<EndpointTest>('POST', one('webhookTest', id));
      assert.deepEqual([body.status, body.error, receiver.received.length], [null, 'private-address', 0]);
    });

    it('are an administration’s own, on every route', async () => {
      const stranger = await makeAccount(harness, 'guichet-manager');
      await stranger.serves(ids.trilport);
      const agent = await makeAccount(harness);
      await agent.serves(ids.favril);
      const { path, id } = await endpoint(['request.received']);
      receiver.answers = () => 410;
      await sent();
      await receiver.until(path, 1);
      let [delivery] = (await shown(id)).deliveries;
      for (; delivery?.state !== 'dead'; [delivery] = (await shown(id)).deliveries) await sleep(20);

      const url = receiver.url('/theirs');
      const bodies: Record<string, object> = {
        [`POST ${adminPaths.webhooks}`]: { administrationId: ids.favril, url, types: ['request.received'] },
        [`PUT ${adminPaths.webhook}`]: { url, types: ['request.received'], isEnabled: true },
      };
      const routes = adminRoutes.filter(({ path }) => path.startsWith('/webhooks'));
      assert.equal(routes.length, 7);
      for (const { method, path: template } of routes) {
        const at: string = template.replace(':id', template === adminPaths.webhookReplay ? delivery.id : id);
        const body = bodies[`${method} ${template}`];
        const theirs = await stranger.call<Refused & Endpoints>(method, at, body);
        if (method === 'GET') assert.deepEqual(theirs.body.endpoints, []);
        else assert.ok([400, 404].includes(theirs.status), `${method} ${at}: ${theirs.status}`);
        assert.equal((await agent.call(method, at, body)).status, 403, `${method} ${at}`);
      }
      assert.equal(receiver.received.length, 1);
      assert.equal((await shown(id)).url, receiver.url(path));
    });

    it('are told to each administration of its own requests', async () => {
      const other = await makeAccount(harness, 'guichet-manager');
      await other.serves(ids.trilport);
      const { body } = await other.call<EndpointSecret>('POST', adminPaths.webhooks, {
        administrationId: ids.trilport,
        url: receiver.url('/trilport'),
        types: ['request.received'],
      });
      assert.ok(body.secret);
      const { path } = await endpoint(['request.received']);
      await sent();
      await receiver.until(path, 1);
      await sleep(1200);
      assert.equal(receiver.at('/trilport').length, 0);
    });

    it('cost who has no endpoint no statement, and tell one that another node adds ten seconds later', async (t) => {
      let now = performance.now();
      t.mock.method(performance, 'now', () => now);
      const { path, id } = await endpoint();
      const table = () => harness.knex('guichet_webhook_endpoints');
      const row = await table().where({ id }).first();
      assert.equal((await manager.call('DELETE', one('webhook', id))).status, 204);

      /** The statements about webhooks while the work was done. */
      async function statementsOf(work: () => Promise<unknown>): Promise<number> {
        let statements = 0;
        const listen = ({ sql }: { sql: string }) => (statements += Number(sql.includes('guichet_webhook')));
        harness.knex.on('query', listen);
        await work();
        harness.knex.off('query', listen);
        return statements;
      }
      now += 1;
      assert.equal(await statementsOf(sent), 1);
      // As another node does.
      await table().insert(row);
      now += 9_999;
      assert.equal(
        await statementsOf(async () => {
          const { id: requestId } = await sent();
          await close(requestId);
        }),
        0,
      );
      now += 1;
      const request = await sent();
      const [received] = await receiver.until(path, 1);
      assert.equal(JSON.parse(received!.body).data.reference, request.reference);
    });

    it('are no more than can be looked after, and each address once', async () => {
      const { id } = await endpoint();
      const { url, types } = await shown(id);
      const again = { administrationId: ids.favril, url, types };
      const taken = await manager.call('POST', adminPaths.webhooks, again);
      assert.deepEqual(taken.body.error.details?.errors, [{ path: 'url', code: 'taken' }]);
      for (let i = 1; i < ENDPOINTS_MAX; i++) await endpoint();
      const more = { ...again, url: receiver.url('/more') };
      assert.equal((await manager.call('POST', adminPaths.webhooks, more)).status, 409);
      assert.equal((await manager.call('DELETE', one('webhook', id))).status, 204);
      assert.equal((await manager.call('POST', adminPaths.webhooks, more)).status, 200);
    });
  });
}
