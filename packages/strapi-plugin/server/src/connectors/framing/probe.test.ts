import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import { probe, type ProbeOptions } from './probe.js';

const options: ProbeOptions = {
  allowPrivate: ['127.0.0.1'],
  isDevelopment: true,
  hosting: new URL('https://guichet.example'),
  signal: new AbortController().signal,
};

describe('asking an operator’s address', () => {
  let operator: Server;
  let base: string;
  const asked: IncomingHttpHeaders[] = [];
  const replies: Record<string, [status: number, headers?: Record<string, string | string[]>]> = {
    '/': [200, { 'X-Frame-Options': ['SAMEORIGIN', 'DENY'] }],
    '/policies': [200, { 'Content-Security-Policy': ["default-src 'self'", 'frame-ancestors a.example'] }],
    '/moved': [302, { Location: '/' }],
    '/kept': [304],
    '/for-ever': [302, { Location: '/for-ever' }],
    '/plain': [302, { Location: 'http://elsewhere.example/' }],
    '/inside': [302, { Location: 'https://10.0.0.1/' }],
    '/mail': [302, { Location: 'mailto:a@example.org' }],
    '/broken': [503],
  };

  before(async () => {
    operator = createServer((request, response) => {
      asked.push(request.headers);
      const [status, headers] = replies[request.url!]!;
      response.writeHead(status, headers).end();
    });
    operator.listen(0, '127.0.0.1');
    await once(operator, 'listening');
    base = `http://127.0.0.1:${(operator.address() as AddressInfo).port}`;
  });
  after(() => operator.close());

  const answered = (path: string, status: number, more: object = {}) => ({
    status,
    finalUrl: base + path,
    isInsecure: false,
    frameOptions: null,
    contentSecurityPolicy: null,
    ...more,
  });

  it('tells the status, where it leads, and the headers of the last page, all of a name', async () => {
    const page = answered('/', 200, { frameOptions: 'SAMEORIGIN, DENY' });
    assert.deepEqual(await probe(`${base}/`, options), page);
    assert.deepEqual(await probe(`${base}/moved`, options), page);
    assert.deepEqual(
      await probe(`${base}/policies`, options),
      answered('/policies', 200, {
        contentSecurityPolicy: "default-src 'self', frame-ancestors a.example",
      }),
    );
    assert.deepEqual(await probe(`${base}/broken`, options), answered('/broken', 503));
    assert.deepEqual(await probe(`${base}/mail`, options), answered('/mail', 302));
    assert.deepEqual(await probe(`${base}/kept`, options), answered('/kept', 304));
  });

  it('says who asks, and brings nothing that knows it again', () => {
    assert.ok(asked.length > 0);
    for (const headers of asked) {
      assert.equal(headers['user-agent'], 'Guichet (framing check; https://guichet.example)');
      assert.equal(headers.cookie, undefined);
      assert.equal(headers.referer, undefined);
    }
  });

  it('does not follow for ever, to plain http, nor into a private network', async () => {
    assert.deepEqual(await probe(`${base}/for-ever`, options), { fault: 'too-many-redirects' });
    assert.deepEqual(await probe(`${base}/inside`, options), { fault: 'private-address' });
    assert.deepEqual(await probe(`${base}/plain`, options), {
      ...answered('', 200, { isInsecure: true }),
      finalUrl: 'http://elsewhere.example/',
    });
  });

  it('tells a name that nobody has from an operator that is down, and reaches no private address by a name', async () => {
    const resolve = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    const named = 'https://creches.example/';
    assert.deepEqual(await probe(named, { ...options, resolve: resolve('ENOTFOUND') }), {
      fault: 'unknown-name',
    });
    assert.deepEqual(await probe(named, { ...options, resolve: resolve('EAI_AGAIN') }), {
      fault: 'unreachable',
    });
    const inside = async () => [{ address: '192.168.1.1', family: 4 }];
    assert.deepEqual(await probe(named, { ...options, resolve: inside }), { fault: 'private-address' });
    // Nobody speaks TLS there.
    assert.deepEqual(await probe(base.replace('http:', 'https:'), options), { fault: 'certificate' });
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const { port } = closed.address() as AddressInfo;
    closed.close();
    await once(closed, 'close');
    assert.deepEqual(await probe(`http://127.0.0.1:${port}/`, options), { fault: 'unreachable' });
  });

  it('reaches the loopback of a development alone', async () => {
    const production = { ...options, allowPrivate: [], isDevelopment: false };
    assert.deepEqual(await probe('https://127.0.0.1/', production), { fault: 'private-address' });
  });
});
