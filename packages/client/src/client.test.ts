import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterEach, describe, it } from 'node:test';
import { makeReference } from '@guichet/contracts/reference';
import type { NewRequestBody } from '@guichet/contracts/request';
import { isApiError, type ApiError } from './api-error.js';
import { createClient } from './client.js';
import { createDirectoryPageClient } from './directory-page.js';
import { newIdempotencyKey } from './idempotency-key.js';
import { createPageClient } from './page.js';
import { createParsedClient } from './parsed.js';
import { createTeleprocedurePageClient } from './teleprocedure-page.js';
import { createTrackingPageClient } from './tracking-page.js';
import type { GuichetClient } from './port.js';

interface Received {
  method: string | undefined;
  url: string | undefined;
  headers: IncomingHttpHeaders;
  body: string;
}
type Behaviour = (response: ServerResponse) => unknown;

const servers: Server[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

/** A real server that behaves in turn as it is told, the last behaviour for every call after. */
async function serve(...behaviours: Behaviour[]): Promise<{ baseUrl: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    void text(request).then((body) => {
      const turn = received.push({ method, url, headers, body });
      behaviours[Math.min(turn, behaviours.length) - 1]!(response);
    });
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
const problem = (status: number, code: string, headers: Record<string, string> = {}, more = {}): Behaviour =>
  json(
    status,
    { type: 'about:blank', title: '', status, code, ...more },
    {
      'Content-Type': 'application/problem+json',
      ...headers,
    },
  );
const resetConnection: Behaviour = (response) => response.socket?.resetAndDestroy();
const breakWithinBody: Behaviour = (response) => {
  response.writeHead(201, { 'Content-Type': 'application/json', 'Content-Length': '1000' });
  response.write('{"reference":');
  setImmediate(() => response.socket?.resetAndDestroy());
};
const neverAnswer: Behaviour = () => {};

const created = {
  reference: makeReference('28148', 2026, new Uint8Array(7)),
  trackingCode: '4F7T-2MZK-8RWA-Q6PH',
  receivedAt: '2026-11-21T21:04:10+01:00',
  receipt: { kind: 'registration', service: { name: '', address: '', email: '', phone: '' } },
};
const tracked = {
  reference: created.reference,
  receivedAt: created.receivedAt,
  nature: 'question',
  subject: 'Bac cassé',
  recipient: null,
  status: 'received',
  canWrite: true,
  canWithdraw: true,
  correctable: null,
  documents: [],
  acknowledgement: null,
  acknowledgementDueBy: null,
  silence: null,
  decision: null,
  items: null,
  forwarded: null,
  canAskReasons: false,
  reasons: null,
  canAskAttestation: false,
  attestation: null,
  timeline: [],
};
const opened = { token: 't0', expiresAt: '2026-11-21T21:34:10+01:00', request: tracked };
const body: NewRequestBody = {
  procedure: 'contact',
  nature: 'question',
  sender: { kind: 'minimal', email: 'a@example.org' },
  subject: 'Bac cassé',
  message: 'Bonjour',
};

const patient = { timeout: 20_000, totalTimeout: 60_000, maxRetryAfter: 10_000 };
const hasty = { ...patient, timeout: 150 };

function clientFor(baseUrl: string, limits = patient): GuichetClient {
  return createClient({ baseUrl, administration: '28148' }, limits);
}

async function failure(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => assert.fail('the call should have failed'),
    (error: unknown) => error,
  );
  assert.ok(isApiError(error), `not an ApiError: ${String(error)}`);
  return error;
}

const send = (client: GuichetClient, idempotencyKey = newIdempotencyKey(), signal?: AbortSignal) =>
  client.sendRequest(body, { idempotencyKey, signal });

describe('a request is sent', () => {
  it('as JSON, with its key, to the administration named', async () => {
    const { baseUrl, received } = await serve(json(201, created));
    const key = newIdempotencyKey();
    assert.deepEqual(await send(clientFor(baseUrl), key), created);
    assert.equal(received.length, 1);
    const [{ method, url, headers, body: sent }] = received as [Received];
    assert.equal(method, 'POST');
    assert.equal(url, '/api/guichet/administrations/28148/requests');
    assert.equal(headers['content-type'], 'application/json');
    assert.equal(headers['idempotency-key'], key);
    assert.equal(headers.cookie, undefined);
    assert.deepEqual(JSON.parse(sent), body);
  });

  const misfortunes: [string, Behaviour][] = [
    ['a reset connection', resetConnection],
    ['a connection that breaks within the reply', breakWithinBody],
    ['408', problem(408, 'malformed-request')],
    ['409 request-in-progress', problem(409, 'request-in-progress')],
    ['429 with Retry-After', problem(429, 'rate-limited', { 'Retry-After': '0' })],
    [
      '502 from a gateway',
      (response) => response.writeHead(502, { 'Content-Type': 'text/html' }).end('<h1>Bad'),
    ],
    ['503 with Retry-After', problem(503, 'unavailable', { 'Retry-After': '1' })],
    ['504 from a gateway', (response) => response.writeHead(504).end()],
  ];
  for (const [name, misfortune] of misfortunes) {
    it(`again with the same key and the same body after ${name}`, async () => {
      const { baseUrl, received } = await serve(misfortune, json(201, created));
      const key = newIdempotencyKey();
      assert.deepEqual(await send(clientFor(baseUrl), key), created);
      assert.deepEqual(
        received.map(({ headers }) => headers['idempotency-key']),
        [key, key],
      );
      assert.equal(received[0]!.body, received[1]!.body);
    });
  }

  it('again with the same key after a time-out', async () => {
    const { baseUrl, received } = await serve(neverAnswer, json(201, created));
    const key = newIdempotencyKey();
    assert.deepEqual(await send(clientFor(baseUrl, hasty), key), created);
    assert.deepEqual(new Set(received.map(({ headers }) => headers['idempotency-key'])), new Set([key]));
    assert.ok(received.length > 1);
  });

  it('four times at most', async () => {
    const { baseUrl, received } = await serve(problem(503, 'unavailable', { 'Retry-After': '0' }));
    const error = await failure(send(clientFor(baseUrl)));
    assert.equal(error.code, 'unavailable');
    assert.equal(error.retryAfter, 0);
    assert.equal(received.length, 4);
  });
});

describe('a refusal is told at once', () => {
  const refusals: [number, string][] = [
    [400, 'validation-failed'],
    [403, 'origin-not-allowed'],
    [404, 'administration-not-found'],
    [409, 'request-closed'],
    [413, 'payload-too-large'],
    [422, 'idempotency-key-reused'],
    [500, 'internal-error'],
  ];
  for (const [status, code] of refusals) {
    it(`${status} ${code}`, async () => {
      const { baseUrl, received } = await serve(problem(status, code));
      assert.equal((await failure(send(clientFor(baseUrl)))).code, code);
      assert.equal(received.length, 1);
    });
  }

  it('with the members that were refused', async () => {
    const errors = [{ path: 'sender.email', code: 'invalid' }];
    const { baseUrl } = await serve(problem(400, 'validation-failed', {}, { errors }));
    assert.deepEqual((await failure(send(clientFor(baseUrl)))).errors, errors);
  });

  it('429 whose Retry-After is longer than anybody would wait', async () => {
    const { baseUrl, received } = await serve(problem(429, 'rate-limited', { 'Retry-After': '600' }));
    const error = await failure(send(clientFor(baseUrl)));
    assert.deepEqual([error.code, error.retryAfter, received.length], ['rate-limited', 600, 1]);
  });

  it('a Retry-After written as a date is read in seconds', async () => {
    const date = new Date(Date.now() + 600_000).toUTCString();
    const { baseUrl } = await serve(problem(429, 'rate-limited', { 'Retry-After': date }));
    const { retryAfter } = await failure(send(clientFor(baseUrl)));
    assert.ok(retryAfter !== null && retryAfter > 590 && retryAfter <= 600);
  });
});

describe('what is no answer', () => {
  const nonsense: [string, Behaviour][] = [
    [
      'a page in place of JSON',
      (response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end('<p>Hello'),
    ],
    ['an empty body', (response) => response.writeHead(201).end()],
    ['a number', json(201, 42)],
    ['null', json(201, null)],
    ['an object of another kind', json(201, { hello: 'world' })],
    ['a refusal without our envelope', (response) => response.writeHead(418).end('teapot')],
  ];
  for (const [name, behaviour] of nonsense) {
    it(`${name} is an unexpected reply`, async () => {
      const { baseUrl } = await serve(behaviour);
      assert.equal((await failure(send(clientFor(baseUrl)))).code, 'unexpected-reply');
    });
  }

  it('a hosting that answers nobody is the network', async () => {
    const { baseUrl } = await serve(neverAnswer);
    const server = servers.pop()!;
    server.close();
    await once(server, 'close');
    assert.equal((await failure(send(clientFor(baseUrl)))).code, 'network');
  });

  it('a hosting that never ends is a time-out', async () => {
    const { baseUrl } = await serve(neverAnswer);
    const limits = { ...hasty, totalTimeout: 400 };
    assert.equal((await failure(send(clientFor(baseUrl, limits)))).code, 'timeout');
  });

  it('a reply that stalls within its body is a time-out', async () => {
    const { baseUrl } = await serve((response) => response.writeHead(200).write('{"formToken":'));
    const limits = { ...hasty, totalTimeout: 400 };
    assert.equal((await failure(clientFor(baseUrl, limits).formToken())).code, 'timeout');
  });
});

describe('a caller can stop', () => {
  it('while the server is silent', async () => {
    const abort = new AbortController();
    const { baseUrl, received } = await serve(() => abort.abort(), json(201, created));
    await assert.rejects(send(clientFor(baseUrl), newIdempotencyKey(), abort.signal), { name: 'AbortError' });
    assert.equal(received.length, 1);
  });

  it('while waiting to try again', async () => {
    const abort = new AbortController();
    const { baseUrl, received } = await serve(
      (response) => {
        problem(503, 'unavailable', { 'Retry-After': '9' })(response);
        response.on('close', () => setTimeout(() => abort.abort(), 50));
      },
      json(201, created),
    );
    await assert.rejects(send(clientFor(baseUrl), newIdempotencyKey(), abort.signal), { name: 'AbortError' });
    assert.equal(received.length, 1);
  });
});

describe('a request is followed', () => {
  it('by reference and code, sent in the body and never in the address', async () => {
    const { baseUrl, received } = await serve(json(200, opened));
    const opening = { reference: created.reference, trackingCode: created.trackingCode };
    assert.deepEqual(await clientFor(baseUrl).openTracking(opening), opened);
    assert.equal(received[0]!.url, '/api/guichet/administrations/28148/tracking');
    assert.deepEqual(JSON.parse(received[0]!.body), opening);
  });

  it('by a link asked for, under no key, tried again like any reading', async () => {
    const { baseUrl, received } = await serve(resetConnection, json(200, { asked: true }));
    const asked = { reference: created.reference, email: 'angela@boite.example' };
    assert.deepEqual(await clientFor(baseUrl).askLink(asked), { asked: true });
    assert.equal(received.length, 2);
    for (const { method, url, headers, body: sent } of received) {
      assert.deepEqual([method, url], ['POST', '/api/guichet/administrations/28148/tracking/links']);
      assert.equal(headers['idempotency-key'], undefined);
      assert.deepEqual(JSON.parse(sent), asked);
    }
  });

  it('not by a link, where too many were asked for: says how long to wait', async () => {
    const { baseUrl, received } = await serve(problem(429, 'rate-limited', { 'Retry-After': '240' }));
    const asking = clientFor(baseUrl).askLink({ reference: created.reference, email: 'a@b.example' });
    const { code, retryAfter } = await failure(asking);
    assert.deepEqual([code, retryAfter, received.length], ['rate-limited', 240, 1]);
  });

  it('read with the bearer, tried again like any reading', async () => {
    const { baseUrl, received } = await serve(resetConnection, json(200, tracked));
    assert.deepEqual(await clientFor(baseUrl).readTracked('t0'), tracked);
    assert.deepEqual([received[1]!.method, received[1]!.headers.authorization], ['GET', 'Bearer t0']);
  });

  it('answered with the bearer and one key', async () => {
    const { baseUrl, received } = await serve(resetConnection, json(201, tracked));
    const key = newIdempotencyKey();
    assert.deepEqual(
      await clientFor(baseUrl).sendMessage('t0', { message: 'Merci' }, { idempotencyKey: key }),
      tracked,
    );
    assert.equal(received.length, 2);
    for (const { headers, body: sent } of received) {
      assert.deepEqual([headers.authorization, headers['idempotency-key']], ['Bearer t0', key]);
      assert.deepEqual(JSON.parse(sent), { message: 'Merci' });
    }
  });

  it('withdrawn with the bearer and one key', async () => {
    const { baseUrl, received } = await serve(resetConnection, json(201, tracked));
    const key = newIdempotencyKey();
    assert.deepEqual(await clientFor(baseUrl).withdraw('t0', { idempotencyKey: key }), tracked);
    assert.equal(received.length, 2);
    for (const { method, url, headers, body: sent } of received) {
      assert.deepEqual([method, url], ['POST', '/api/guichet/administrations/28148/tracking/withdrawal']);
      assert.deepEqual([headers.authorization, headers['idempotency-key']], ['Bearer t0', key]);
      assert.deepEqual(JSON.parse(sent), {});
    }
  });

  it('asked of its reasons or its attestation with the bearer and one key', async () => {
    const { baseUrl, received } = await serve(resetConnection, json(201, tracked));
    const key = newIdempotencyKey();
    const client = clientFor(baseUrl);
    assert.deepEqual(await client.ask('t0', 'reasons', { idempotencyKey: key }), tracked);
    assert.deepEqual(await client.ask('t0', 'attestation', { idempotencyKey: key }), tracked);
    const paths = ['reasons', 'reasons', 'attestation'];
    assert.equal(received.length, 3);
    for (const [turn, { method, url, headers, body: sent }] of received.entries()) {
      const path = `/api/guichet/administrations/28148/tracking/${paths[turn]}`;
      assert.deepEqual([method, url], ['POST', path]);
      assert.deepEqual([headers.authorization, headers['idempotency-key']], ['Bearer t0', key]);
      assert.deepEqual(JSON.parse(sent), {});
    }
  });

  it('corrected with the bearer and one key', async () => {
    const { baseUrl, received } = await serve(resetConnection, json(201, tracked));
    const key = newIdempotencyKey();
    const correction = {
      subject: 'Bac vert cassé',
      message: 'Bonjour',
      sender: { kind: 'minimal' as const, phone: null },
    };
    assert.deepEqual(await clientFor(baseUrl).correct('t0', correction, { idempotencyKey: key }), tracked);
    for (const { method, url, headers, body: sent } of received) {
      assert.deepEqual([method, url], ['POST', '/api/guichet/administrations/28148/tracking/correction']);
      assert.deepEqual([headers.authorization, headers['idempotency-key']], ['Bearer t0', key]);
      assert.deepEqual(JSON.parse(sent), correction);
    }
    assert.equal(received.length, 2);
  });

  it('cannot be withdrawn once it is closed', async () => {
    const { baseUrl, received } = await serve(problem(409, 'request-closed'));
    const withdrawing = clientFor(baseUrl).withdraw('t0', { idempotencyKey: newIdempotencyKey() });
    assert.equal((await failure(withdrawing)).code, 'request-closed');
    assert.equal(received.length, 1);
  });

  it('kept open by renewing the bearer', async () => {
    const renewed = { token: 't1', expiresAt: opened.expiresAt };
    const { baseUrl, received } = await serve(json(200, renewed));
    assert.deepEqual(await clientFor(baseUrl).renewToken('t0'), renewed);
    assert.deepEqual([received[0]!.method, received[0]!.headers.authorization], ['POST', 'Bearer t0']);
  });

  it('until the bearer is no longer good', async () => {
    const { baseUrl } = await serve(problem(401, 'token-invalid'));
    assert.equal((await failure(clientFor(baseUrl).readTracked('old'))).code, 'token-invalid');
  });
});

describe('reading an administration', () => {
  const read = (baseUrl: string) => clientFor(baseUrl).readAdministration();

  it('gives what the server says', async () => {
    const administration = { code: '28148', human: {}, origins: [] };
    const { baseUrl, received } = await serve(json(200, administration));
    assert.deepEqual(await read(baseUrl), administration);
    assert.equal(received[0]!.url, '/api/guichet/administrations/28148');
  });

  it('fails by a code like every call', async () => {
    const failures: [Behaviour, string][] = [
      [problem(404, 'administration-not-found'), 'administration-not-found'],
      [resetConnection, 'network'],
      [breakWithinBody, 'network'],
      [(response) => response.writeHead(503).end('<h1>Down'), 'unavailable'],
      [(response) => response.writeHead(200).end('<h1>Hello'), 'unexpected-reply'],
      [json(200, {}), 'unexpected-reply'],
    ];
    for (const [behaviour, code] of failures) {
      const { baseUrl } = await serve(behaviour);
      assert.equal((await failure(read(baseUrl))).code, code);
    }
  });

  it('can be stopped', async () => {
    const abort = new AbortController();
    const { baseUrl } = await serve(() => abort.abort());
    const call = clientFor(baseUrl).readAdministration({ signal: abort.signal });
    await assert.rejects(call, { name: 'AbortError' });
  });
});

describe('the other clients', () => {
  it('those of a page load the rest when it is first needed', async () => {
    const { baseUrl } = await serve(json(200, { formToken: 'x' }), json(200, tracked));
    const writing = createPageClient({ baseUrl, administration: '28148' });
    writing.prepare?.();
    assert.equal(await writing.formToken(), 'x');
    const following = createTrackingPageClient({ baseUrl, administration: '28148' });
    following.prepare?.();
    assert.deepEqual(await following.readTracked('t0'), tracked);
  });

  it('that of a page that follows requests has every call for it', async () => {
    const { baseUrl } = await serve(json(200, opened), json(200, { asked: true }), json(201, tracked));
    const client = createTrackingPageClient({ baseUrl, administration: '28148' });
    const adding = { idempotencyKey: newIdempotencyKey() };
    assert.deepEqual(await client.openTracking({ link: 'a', control: 'b' }), opened);
    assert.deepEqual(await client.askLink({ reference: created.reference, email: 'a@b.example' }), {
      asked: true,
    });
    assert.deepEqual(await client.sendMessage('t0', { message: 'Merci', completes: true }, adding), tracked);
    assert.deepEqual(await client.withdraw('t0', adding), tracked);
    assert.deepEqual(await client.ask('t0', 'reasons', adding), tracked);
    assert.equal((await failure(client.renewToken('t0'))).code, 'unexpected-reply');
  });

  it('that of a page with the directory reads it, the list of guides and one of them', async () => {
    const { baseUrl, received } = await serve(
      json(200, { organisations: [], procedures: [], themes: [], lifeEvents: [], link: '' }),
      json(200, { themes: [], lifeEvents: [], guides: [{ id: 'F1', title: 'Passeport' }] }),
      json(200, { guide: { id: 'F1' }, source: {}, titles: {} }),
      json(200, { guide: { id: 'F3' }, source: {}, titles: {} }),
      json(200, { guide: { id: 'F4' }, source: {}, titles: {} }),
      problem(404, 'guide-not-found'),
      json(200, {}),
    );
    const client = createDirectoryPageClient({ baseUrl, administration: '2A004' });
    assert.deepEqual((await client.readDirectory()).organisations, []);
    assert.deepEqual((await client.readGuides()).guides, [{ id: 'F1', title: 'Passeport' }]);
    assert.equal((await client.readGuide('F1')).guide.id, 'F1');
    assert.equal((await client.readGuide('F3', { audience: 'professionals' })).guide.id, 'F3');
    assert.equal((await client.readGuide('F4', { audience: 'individuals' })).guide.id, 'F4');
    assert.equal((await failure(client.readGuide('F/2'))).code, 'guide-not-found');
    assert.equal((await failure(client.readDirectory())).code, 'unexpected-reply');
    const root = '/api/guichet/administrations/2A004';
    assert.deepEqual(
      received.map(({ method, url }) => `${method} ${url}`),
      [
        'directory',
        'guides',
        'guides/F1',
        'guides/F3?audience=professionals',
        'guides/F4',
        'guides/F%2F2',
        'directory',
      ].map((path) => `GET ${root}/${path}`),
    );
  });

  it('one that shows a téléprocédure reads it, begins it, and asks what came of it', async () => {
    const operator = { name: 'Communauté de communes', website: null };
    const begun = { start: 's1', url: 'https://creche.example/?guichet-start=s1', expiresAt: '', post: null };
    const { baseUrl, received } = await serve(
      json(200, { slug: 'creche', operator, link: '' }),
      json(201, begun),
      json(200, { state: 'awaited' }),
      problem(409, 'teleprocedure-closed'),
      json(200, { slug: 'creche' }),
    );
    const client = createTeleprocedurePageClient({ baseUrl, administration: '2A004' });
    const idempotencyKey = newIdempotencyKey();
    assert.equal((await client.readTeleprocedure('creche')).operator.name, operator.name);
    const start = { language: 'fr', prefill: { city: 'Le Favril' } } as const;
    assert.deepEqual(await client.begin('creche', start, { idempotencyKey }), begun);
    assert.deepEqual(await client.submission('creche', { start: 's1' }), { state: 'awaited' });
    const closed = await failure(client.begin('crèche/2', {}, { idempotencyKey }));
    assert.equal(closed.code, 'teleprocedure-closed');
    assert.equal((await failure(client.readTeleprocedure('a/b'))).code, 'unexpected-reply');
    const root = '/api/guichet/administrations/2A004/teleprocedures';
    assert.deepEqual(
      received.map(({ method, url }) => `${method} ${url}`),
      [
        `GET ${root}/creche`,
        `POST ${root}/creche/starts`,
        `POST ${root}/creche/submissions`,
        `POST ${root}/cr%C3%A8che%2F2/starts`,
        `GET ${root}/a%2Fb`,
      ],
    );
    assert.deepEqual(JSON.parse(received[1]!.body), start);
    assert.equal(received[1]!.headers['idempotency-key'], idempotencyKey);
  });

  it('outside a browser, speaks for the origin it is given', async () => {
    const { baseUrl, received } = await serve(json(201, created), json(200, tracked));
    const client = createParsedClient({
      baseUrl,
      administration: '28148',
      origin: 'https://www.lefavril.example',
    });
    await send(client);
    await client.readTracked('t0');
    for (const { headers } of received) assert.equal(headers.origin, 'https://www.lefavril.example');
  });

  it('the parsed one refuses a reply that its schema refuses', async () => {
    const { baseUrl } = await serve(json(201, created), json(201, { ...created, receivedAt: 'yesterday' }));
    const client = createParsedClient({ baseUrl, administration: '28148' });
    await assert.doesNotReject(send(client));
    assert.equal((await failure(send(client))).code, 'unexpected-reply');
  });
});

describe('keys and errors', () => {
  it('a key is a version 4 UUID, never the same', () => {
    const keys = Array.from({ length: 1000 }, newIdempotencyKey);
    for (const key of keys)
      assert.match(key, /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
    assert.equal(new Set(keys).size, keys.length);
  });

  it('an error is recognised though another copy of the module made it', () => {
    assert.ok(isApiError(Object.assign(new Error('network'), { name: 'GuichetApiError' })));
    for (const other of [null, undefined, 'network', new Error('network')]) assert.ok(!isApiError(other));
  });
});
