import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, it } from 'node:test';
import type { CallOptions } from './call.js';
import { faultOfLink } from './link.js';

const options: CallOptions = { allowPrivate: ['127.0.0.1'], signal: new AbortController().signal };

describe('the page behind a link', () => {
  let site: Server;
  let base: string;
  const replies: Record<string, [status: number, location?: string]> = {
    '/': [200],
    '/moved': [301, '/'],
    '/for-ever': [302, '/for-ever'],
    '/inside': [302, 'http://10.0.0.1/'],
    '/mail': [302, 'mailto:a@example.org'],
    '/lost': [404],
    '/refused': [403],
    '/broken': [500],
  };

  before(async () => {
    site = createServer((request, response) => {
      const [status, location] = replies[request.url!]!;
      response.writeHead(status, location ? { Location: location } : {}).end();
    });
    site.listen(0, '127.0.0.1');
    await once(site, 'listening');
    base = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  });
  after(() => site.close());

  const expected = {
    '/': null,
    '/moved': null,
    '/mail': null,
    // The site is there, and does not want to be asked.
    '/refused': null,
    '/lost': 'gone',
    '/broken': 'unreachable',
    '/for-ever': 'unreachable',
    // A redirect leads no nearer to the hosting's own network than a link.
    '/inside': 'unreachable',
  };
  for (const [path, fault] of Object.entries(expected))
    it(`${path}: ${fault ?? 'is there'}`, async () =>
      assert.equal(await faultOfLink(base + path, options), fault));

  it('is not there where its site is not', async () => {
    const unknown = Object.assign(new Error('no such name'), { code: 'ENOTFOUND' });
    const resolve = () => Promise.reject(unknown);
    assert.equal(await faultOfLink('https://nowhere.example/', { ...options, resolve }), 'unknown-name');
    assert.equal(await faultOfLink('http://127.0.0.1:1/', options), 'unreachable');
    assert.equal(await faultOfLink(base, { ...options, allowPrivate: [] }), 'unreachable');
  });

  it('is not asked for once the hosting stops', async () => {
    const signal = AbortSignal.abort(new Error('stopping'));
    await assert.rejects(faultOfLink(base, { ...options, signal }), /stopping|abort/i);
  });
});
