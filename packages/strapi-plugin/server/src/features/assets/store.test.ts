import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { brotliDecompressSync } from 'node:zlib';
import { install, openAssets } from './store.js';

const folder = mkdtempSync(join(tmpdir(), 'guichet-assets-'));
after(() => rmSync(folder, { recursive: true, force: true }));

function carried(name: string, files: Record<string, string>): string {
  const from = join(folder, name);
  mkdirSync(from, { recursive: true });
  for (const [file, text] of Object.entries(files)) writeFileSync(join(from, file), text);
  return from;
}

describe('the widgets’ files', () => {
  const directory = join(folder, 'kept');
  const old = carried('old', { 'loader.js': 'old', 'form-AAAAAAAA.js': 'old form' });
  const young = carried('young', { 'loader.js': 'young', 'form-BBBBBBBB.js': 'young form' });

  it('stay when an upgrade brings others', async () => {
    assert.equal(await install(old, directory, '0.9.0'), true);
    assert.equal(await install(young, directory, '0.10.0'), true);
    assert.equal(await install(join(folder, 'nothing'), directory, '0.11.0'), false);
    const assets = await openAssets(directory);
    const text = async (found: ReturnType<typeof assets.newest>) => (await found)?.bytes.toString();
    assert.equal(await text(assets.newest('loader.js')), 'young');
    assert.equal(await text(assets.ofVersion('0.9.0', 'loader.js')), 'old');
    // A page that loaded the old loader still finds the old chunk beside it.
    assert.equal(await text(assets.newest('form-AAAAAAAA.js')), 'old form');
    assert.equal(await assets.ofVersion('0.10.0', 'form-AAAAAAAA.js'), null);
  });

  it('are compressed, and known to change or not', async () => {
    const assets = await openAssets(directory);
    const chunk = (await assets.newest('form-BBBBBBBB.js'))!;
    assert.equal(brotliDecompressSync(chunk.compressed).toString(), 'young form');
    assert.deepEqual([chunk.isHashed, chunk.type], [true, 'text/javascript; charset=utf-8']);
    assert.equal((await assets.newest('loader.js'))!.isHashed, false);
  });

  it('are all that can be read', async () => {
    const assets = await openAssets(directory);
    writeFileSync(join(folder, 'secret.txt'), 'secret');
    for (const file of [
      '../secret.txt',
      '..',
      '.',
      '',
      '.hidden',
      'a/b',
      '..%2fsecret.txt',
      '/etc/passwd',
      'x\0',
    ]) {
      assert.equal(await assets.newest(file), null, file);
      assert.equal(await assets.ofVersion('0.9.0', file), null, file);
    }
    for (const version of ['..', '.', '', 'old', '0.9.0/..', '1.0.0']) {
      assert.equal(await assets.ofVersion(version, 'loader.js'), null, version);
    }
  });
});
