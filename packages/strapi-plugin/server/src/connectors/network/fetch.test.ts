import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { createFetch } from './fetch.js';

describe('what connectors fetch with', () => {
  let server: Server;
  let origin: string;
  let visits = 0;
  let answer: (request: IncomingMessage, response: ServerResponse) => void;
  const open = createFetch({ allowPrivate: ['127.0.0.1'], isDevelopment: true });

  before(async () => {
    server = createServer((request, response) => {
      visits++;
      answer(request, response);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  after(() => server.closeAllConnections() ?? server.close());

  it('sends what it is given, and answers what was answered', async () => {
    answer = (request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        response.writeHead(201, { 'Content-Type': 'application/json', 'X-Name': 'é' });
        response.end(JSON.stringify({ method: request.method, body, of: request.headers['x-of'] }));
      });
    };
    const reply = await open(new URL(origin), { method: 'POST', headers: { 'X-Of': 'a' }, body: 'où' });
    assert.deepEqual([reply.status, await reply.json()], [201, { method: 'POST', body: 'où', of: 'a' }]);
  });

  it('follows no redirect, and bears replies without a body', async () => {
    for (const status of [204, 302, 304]) {
      answer = (_, response) => response.writeHead(status, { Location: '/ailleurs' }).end();
      const reply = await open(new URL(origin));
      assert.deepEqual([reply.status, await reply.text()], [status, '']);
    }
  });

  it('does not reach a private network, nor anything in the clear but the loopback', async () => {
    const before = visits;
    const closed = createFetch({ allowPrivate: [], isDevelopment: true });
    await assert.rejects(closed(new URL(origin)), { code: 'private-address' });
    const away = createFetch({ allowPrivate: ['127.0.0.1'], isDevelopment: false });
    await assert.rejects(away(new URL(origin)), { code: 'private-address' });
    const rebound = createFetch({
      allowPrivate: [],
      isDevelopment: false,
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    await assert.rejects(rebound(new URL('https://demarche.example')), { code: 'private-address' });
    assert.equal(visits, before);
  });

  it('takes no more than a megabyte, and no half of a reply', async () => {
    answer = (_, response) => response.end('x'.repeat(2 * 1024 * 1024));
    await assert.rejects(open(new URL(origin)), { code: 'too-large' });
    answer = (_, response) => {
      response.writeHead(200, { 'Content-Length': 100 }).write('{', () => response.destroy());
    };
    await assert.rejects(open(new URL(origin)));
  });
});
