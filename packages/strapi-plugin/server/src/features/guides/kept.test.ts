import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { createKept, type Kept } from './kept.js';

describe('what was read of the guides', () => {
  let version: string | Error;
  let now: number;
  let looked: string[];
  let kept: Kept;
  const get = (key: string, value: string | null = `${key} of ${String(version)}`) =>
    kept.get(key, () => {
      looked.push(key);
      return Promise.resolve(value);
    });

  beforeEach(() => {
    [version, now, looked] = ['1', 0, []];
    kept = createKept(
      () => (version instanceof Error ? Promise.reject(version) : Promise.resolve(version)),
      () => now,
    );
  });

  it('is looked for once, by many at once too', async () => {
    assert.deepEqual(await Promise.all([get('a'), get('a')]), ['a of 1', 'a of 1']);
    assert.equal(await get('a'), 'a of 1');
    assert.deepEqual(looked, ['a']);
  });

  it('is another ten seconds after another node brought some in', async () => {
    await get('a');
    version = '2';
    now = 9_999;
    assert.equal(await get('a'), 'a of 1');
    now = 10_000;
    assert.equal(await get('a'), 'a of 2');
  });

  it('is forgotten where this node brought some in', async () => {
    await get('a');
    kept.forget();
    await get('a');
    assert.deepEqual(looked, ['a', 'a']);
  });

  it('stays while the database is away', async () => {
    await get('a');
    version = new Error('away');
    now = 20_000;
    assert.equal(await get('a'), 'a of 1');
  });

  it('is not kept where it is nothing, or could not be looked for', async () => {
    assert.equal(await get('a', null), null);
    await assert.rejects(kept.get('b', () => Promise.reject(new Error('away'))));
    assert.equal(await get('a'), 'a of 1');
    assert.equal(await get('b'), 'b of 1');
  });

  it('is bounded: what was asked for last stays', async () => {
    await get('a');
    for (let id = 0; id < 500; id += 1) {
      await get(`F${id}`);
      await get('a');
    }
    assert.equal(looked.filter((key) => key === 'a').length, 1);
    await get('F0');
    assert.equal(looked.filter((key) => key === 'F0').length, 2);
  });
});
