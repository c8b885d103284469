import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Problem } from '@guichet/contracts/problem';
import { type Harness, startHarness } from './harness.js';

describe('the widgets’ files, from the hosting', () => {
  let harness: Harness;
  const directory = mkdtempSync(join(tmpdir(), 'guichet-assets-'));

  before(async () => {
    // What an earlier version of the plugin left.
    mkdirSync(join(directory, '0.0.1'));
    writeFileSync(join(directory, '0.0.1', 'loader.js'), '/* the oldest loader */');
    writeFileSync(join(directory, '0.0.1', 'old-AbCd1234.js'), '/* the oldest chunk */');
    harness = await startHarness({ config: { assetsDirectory: directory } });
  });
  after(async () => {
    await harness.stop();
    rmSync(directory, { recursive: true, force: true });
  });

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(harness.origin + path, { headers });

  it('are served to any page, for ever where their name or version says so', async () => {
    const pinned = await get('/guichet/0.0.1/loader.js');
    assert.equal(pinned.status, 200);
    assert.equal(await pinned.text(), '/* the oldest loader */');
    assert.match(pinned.headers.get('cache-control')!, /immutable/);
    assert.equal(pinned.headers.get('access-control-allow-origin'), '*');
    assert.equal(pinned.headers.get('cross-origin-resource-policy'), 'cross-origin');
    assert.match(pinned.headers.get('content-type')!, /^text\/javascript/);
    const chunk = await get('/guichet/v1/old-AbCd1234.js');
    assert.match(chunk.headers.get('cache-control')!, /immutable/);
  });

  it('follow upgrades under v1, whatever a site builder appends', async () => {
    const br = { 'Accept-Encoding': 'gzip, deflate, br' };
    const loader = await get('/guichet/v1/loader.js?ver=6.4.2', br);
    assert.equal(loader.status, 200);
    assert.match(loader.headers.get('cache-control')!, /max-age=300/);
    assert.equal(loader.headers.get('content-encoding'), 'br');
    assert.match(loader.headers.get('vary')!, /Accept-Encoding/);
    const etag = loader.headers.get('etag')!;
    assert.equal((await get('/guichet/v1/loader.js', { ...br, 'If-None-Match': etag })).status, 304);
    const plain = await get('/guichet/v1/loader.js', { 'Accept-Encoding': 'identity' });
    assert.equal(plain.headers.get('content-encoding'), null);
    assert.notEqual(plain.headers.get('etag'), etag);
  });

  it('are all there is', async () => {
    for (const path of [
      '/guichet/v1/no.js',
      '/guichet/9.9.9/loader.js',
      '/guichet/v1/..%2F..%2Fpackage.json',
      '/guichet/v1/%00',
    ]) {
      const reply = await get(path);
      assert.deepEqual([reply.status, ((await reply.json()) as Problem).code], [404, 'not-found'], path);
    }
  });
});
