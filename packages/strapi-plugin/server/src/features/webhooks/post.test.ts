import assert from 'node:assert/strict';
import { once } from 'node:events';
import http from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { after, before, beforeEach, describe, it } from 'node:test';
import { post, type PostOptions } from './post.js';

const { signal } = new AbortController();
const closed: PostOptions = { allowPrivate: [], isDevelopment: true, signal };
const open: PostOptions = { ...closed, allowPrivate: ['127.0.0.1'] };

/** A real server on every address of this machine, IPv4 and IPv6, which counts who comes. */
describe('a POST to an address that somebody typed', () => {
  let server: Server;
  let http1: http.Server;
  let port: number;
  let connections = 0;
  let answer: (request: http.IncomingMessage, response: http.ServerResponse) => void;

  before(async () => {
    http1 = http.createServer((request, response) => answer(request, response));
    server = createServer((socket) => {
      connections++;
      http1.emit('connection', socket);
    });
    server.listen(0, '::');
    await once(server, 'listening');
    port = (server.address() as AddressInfo).port;
  });
  beforeEach(() => {
    connections = 0;
    answer = (_, response) => response.end('merci');
  });
  after(() => {
    http1.closeAllConnections();
    server.close();
  });

  const send = (host: string, options: PostOptions, path = '/') =>
    post(new URL(`http://${host}:${port}${path}`), {}, '{}', options);

  it('arrives where the hosting allows it, with its body', async () => {
    let body = '';
    answer = (request, response) => {
      request.on('data', (chunk) => (body += chunk)).on('end', () => response.writeHead(204).end());
    };
    assert.equal(await send('127.0.0.1', open), 204);
    assert.deepEqual([body, connections], ['{}', 1]);
  });

  const hosts = [
    ...[
      '127.0.0.1',
      '127.1',
      '2130706433',
      '0x7f000001',
      '017700000001',
      '0.0.0.0',
      '[::1]',
      '[::ffff:127.0.0.1]',
    ],
    ...['localhost', '[::ffff:10.0.0.1]', '10.0.0.1', '169.254.169.254'],
  ];
  for (const host of hosts)
    it(`never connects to ${host}`, async () => {
      // http is for the loopback alone: the rest is refused for that, or for its address.
      await assert.rejects(send(host, closed), { code: /^(?:private-address|not-https)$/ });
      const url = new URL(`https://${host}:${port}/`);
      const looked = { ...closed, resolve: async () => [{ address: '127.0.0.1', family: 4 }] };
      await assert.rejects(post(url, {}, '{}', looked), { code: 'private-address' });
      assert.equal(connections, 0);
    });

  it('never connects to a name of which one address is private', async () => {
    const resolve = async () => [
      { address: '8.8.8.8', family: 4 },
      { address: '127.0.0.1', family: 4 },
    ];
    await assert.rejects(send('a.localhost', { ...closed, resolve }), { code: 'private-address' });
    assert.equal(connections, 0);
  });

  it('looks a name up once, and connects to what it found', async () => {
    const answers = ['127.0.0.1', '::1'];
    let looks = 0;
    const resolve = async () => {
      const address = answers[looks++]!;
      return [{ address, family: address.includes(':') ? 6 : 4 }];
    };
    let from: string | undefined;
    answer = (request, response) => {
      from = request.socket.localAddress;
      response.end();
    };
    assert.equal(await send('rebinding.localhost', { ...open, resolve }), 200);
    assert.deepEqual([looks, connections, from], [1, 1, '::ffff:127.0.0.1']);
  });

  it('follows no redirect', async () => {
    const paths: (string | undefined)[] = [];
    answer = ({ url }, response) => {
      paths.push(url);
      response.writeHead(307, { Location: `http://[::1]:${port}/elsewhere` }).end();
    };
    assert.equal(await send('127.0.0.1', open), 307);
    assert.deepEqual(paths, ['/']);
  });

  it('has enough of a reply after a few kilobytes', async () => {
    let isCut = false;
    answer = (_, response) => {
      response.writeHead(200);
      const more = () => {
        if (!response.destroyed) response.write(Buffer.alloc(1024), () => setImmediate(more));
      };
      response.on('close', () => (isCut = true));
      more();
    };
    assert.equal(await send('127.0.0.1', open), 200);
    while (!isCut) await new Promise(setImmediate);
  });

  it('takes a reply that changes the protocol for one', async () => {
    answer = (_, response) => {
      response.writeHead(101, { Connection: 'Upgrade', Upgrade: 'anything' }).end();
    };
    assert.equal(await send('127.0.0.1', open), 101);
  });

  it('waits for a reply no longer than it may', async () => {
    answer = () => undefined;
    await assert.rejects(send('127.0.0.1', { ...open, timeoutMs: 50 }), { code: 'timeout' });
  });
});
