/** What carries files, against a real server. In jsdom, as Node has no XMLHttpRequest. */
import { JSDOM, VirtualConsole } from 'jsdom';
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { after, afterEach, before, describe, it } from 'node:test';
import { isApiError, type ApiError } from './api-error.js';
import { createDownloads } from './downloads.js';
import { createUploads } from './files.js';
import { newIdempotencyKey } from './idempotency-key.js';

interface Received extends Pick<IncomingMessage, 'method' | 'url' | 'headers'> {
  body: string;
}
type Behaviour = (response: ServerResponse, request: IncomingMessage) => unknown;

/** A page of another origin than the hosting's, whose preflights are answered as the hosting does. */
const PAGE = 'https://www.lefavril.example';
const cors = {
  'Access-Control-Allow-Origin': PAGE,
  'Access-Control-Allow-Headers': 'Authorization, Content-Type, Idempotency-Key',
  'Access-Control-Expose-Headers': 'Retry-After',
};

const servers: Server[] = [];
async function serve(behave: Behaviour): Promise<{ baseUrl: string; received: Received[] }> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    for (const [name, value] of Object.entries(cors)) response.setHeader(name, value);
    if (request.method === 'OPTIONS') return void response.writeHead(204).end();
    const { method, url, headers } = request;
    void buffer(request).then(
      (body) => {
        received.push({ method, url, headers, body: body.toString('latin1') });
        behave(response, request);
      },
      () => undefined,
    );
  });
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const json =
  (status: number, body: unknown, headers: Record<string, string> = {}): Behaviour =>
  (response) =>
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
const problem = (status: number, code: string, headers: Record<string, string> = {}) =>
  json(status, { type: 'about:blank', title: '', status, code }, headers);
const reset: Behaviour = (response) => response.socket?.resetAndDestroy();
const never: Behaviour = () => {};

const kept = { id: 'f1', name: 'plan.pdf', size: 8, sha256: '0'.repeat(64), type: 'application/pdf' };
const callsTo = (baseUrl: string) => ({
  ...createUploads({ baseUrl, administration: '28148' }),
  ...createDownloads({ baseUrl, administration: '28148' }),
});

async function failure(call: Promise<unknown>): Promise<ApiError> {
  const error = await call.then(
    () => assert.fail('the call should have failed'),
    (error: unknown) => error,
  );
  assert.ok(isApiError(error), `not an ApiError: ${String(error)}`);
  return error;
}

describe('what carries files', () => {
  const page = new JSDOM('', { url: PAGE, virtualConsole: new VirtualConsole() });
  const nodes = { XMLHttpRequest: globalThis.XMLHttpRequest, FormData: globalThis.FormData };
  const plan = () => new page.window.File([new Uint8Array([37, 80, 68, 70, 45, 49, 46, 55])], 'plan.pdf');
  before(() => {
    const { XMLHttpRequest, FormData } = page.window;
    Object.assign(globalThis, { XMLHttpRequest, FormData });
  });
  after(() => {
    Object.assign(globalThis, nodes);
    page.window.close();
  });

  it('sends a file under its key, in the one field, and tells no more of it than is known', async () => {
    const { baseUrl, received } = await serve(json(201, kept));
    const key = newIdempotencyKey();
    const parts: number[] = [];
    const options = { idempotencyKey: key, onProgress: (part: number) => parts.push(part) };
    assert.deepEqual(await callsTo(baseUrl).upload(plan(), options), kept);
    const [{ method, url, headers, body }] = received as [Received];
    assert.deepEqual([method, url], ['POST', '/api/guichet/administrations/28148/attachments']);
    assert.equal(headers['idempotency-key'], key);
    assert.equal(headers.authorization, undefined);
    assert.match(headers['content-type']!, /^multipart\/form-data; boundary=/);
    assert.match(body, /name="file"; filename="plan\.pdf"/);
    assert.ok(body.includes('%PDF-1.7'));
    assert.ok(parts.every((part) => part > 0 && part <= 1));
  });

  it('names the procedure that it is for, or the request by its bearer', async () => {
    const { baseUrl, received } = await serve(json(201, kept));
    const calls = callsTo(baseUrl);
    await calls.upload(plan(), { idempotencyKey: newIdempotencyKey(), procedure: 'salle des fêtes' });
    await calls.upload(plan(), { idempotencyKey: newIdempotencyKey(), token: 't0' });
    assert.deepEqual(
      received.map(({ url, headers }) => [
        url!.replace('/api/guichet/administrations/28148', ''),
        headers.authorization,
      ]),
      [
        ['/attachments?procedure=salle%20des%20f%C3%AAtes', undefined],
        ['/tracking/attachments', 'Bearer t0'],
      ],
    );
  });

  it('tells why one was refused, and when to try again', async () => {
    const { baseUrl } = await serve(problem(415, 'file-type-not-accepted'));
    const upload = () => callsTo(baseUrl).upload(plan(), { idempotencyKey: newIdempotencyKey() });
    assert.equal((await failure(upload())).code, 'file-type-not-accepted');
    const later = await serve(problem(429, 'rate-limited', { 'Retry-After': '120' }));
    const refused = await failure(
      callsTo(later.baseUrl).upload(plan(), { idempotencyKey: newIdempotencyKey() }),
    );
    assert.deepEqual([refused.code, refused.retryAfter], ['rate-limited', 120]);
    const gateway = await serve((response) => response.writeHead(502).end('<html>'));
    assert.equal(
      (await failure(callsTo(gateway.baseUrl).upload(plan(), { idempotencyKey: newIdempotencyKey() }))).code,
      'unavailable',
    );
    const odd = await serve(json(201, { id: 'f1' }));
    assert.equal(
      (await failure(callsTo(odd.baseUrl).upload(plan(), { idempotencyKey: newIdempotencyKey() }))).code,
      'unexpected-reply',
    );
  });

  it('takes a broken connection for the network, and ends on the caller’s wish', async () => {
    const broken = await serve(reset);
    const options = { idempotencyKey: newIdempotencyKey() };
    assert.equal((await failure(callsTo(broken.baseUrl).upload(plan(), options))).code, 'network');
    const { baseUrl } = await serve(never);
    const end = new AbortController();
    const reason = new Error('left');
    const sending = callsTo(baseUrl).upload(plan(), { ...options, signal: end.signal });
    setTimeout(() => end.abort(reason), 20);
    await assert.rejects(sending, reason);
    await assert.rejects(callsTo(baseUrl).upload(plan(), { ...options, signal: end.signal }), reason);
  });

  it('fetches a file or a document with the bearer', async () => {
    const { baseUrl, received } = await serve((response) => response.end('%PDF-1.7'));
    const calls = callsTo(baseUrl);
    assert.equal(await (await calls.download('t0', 'f 1')).text(), '%PDF-1.7');
    assert.equal(await (await calls.document('t0', 'decision', { language: 'en' })).text(), '%PDF-1.7');
    assert.deepEqual(
      received.map(({ method, url, headers }) => [
        method,
        url!.replace(/.*\/tracking/, ''),
        headers.authorization,
      ]),
      [
        ['GET', '/attachments/f%201', 'Bearer t0'],
        ['GET', '/documents/decision?language=en', 'Bearer t0'],
      ],
    );
  });

  it('tells why a file could not be fetched', async () => {
    const waiting = await serve(problem(409, 'attachment-waiting'));
    assert.equal((await failure(callsTo(waiting.baseUrl).download('t0', 'f1'))).code, 'attachment-waiting');
    const broken = await serve(reset);
    assert.equal((await failure(callsTo(broken.baseUrl).download('t0', 'f1'))).code, 'network');
    const { baseUrl } = await serve(never);
    const reason = new Error('left');
    const end = new AbortController();
    const fetching = callsTo(baseUrl).document('t0', 'decision', { language: 'fr', signal: end.signal });
    setTimeout(() => end.abort(reason), 20);
    await assert.rejects(fetching, reason);
  });
});
