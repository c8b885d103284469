import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CHUNK_BYTES, chunkCount, createChunks, SEALED_CHUNK_BYTES } from './chunks.js';
import { createVault, type Place, VaultError } from './vault.js';

const place: Place = { administrationId: 'a', table: 't', record: 'r', field: 'chunks' };
const { dataKey } = createVault([`k:${Buffer.alloc(32, 1).toString('base64')}`]).createDataKey(place);
const chunks = createChunks(dataKey, place);

/** A file as its sealed chunks. */
const sealed = (parts: readonly Uint8Array[]) =>
  parts.map((part, i) => chunks.seal(part, i, i === parts.length - 1));
const opened = (parts: readonly Uint8Array[]) =>
  parts.map((part, i) => chunks.open(part, i, i === parts.length - 1));
const refuses = (open: () => unknown) => assert.throws(open, VaultError);

describe('a file in chunks', () => {
  const parts = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 1, maxLength: 6 });

  it('is read back as it was', () => {
    fc.assert(
      fc.property(parts, (clear) => {
        assert.deepEqual(
          opened(sealed(clear)).map((part) => [...part]),
          clear.map((part) => [...part]),
        );
      }),
    );
  });

  it('is refused cut short, lengthened, reordered, or with a chunk twice', () => {
    const many = fc.array(fc.uint8Array({ maxLength: 40 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(many, fc.nat(), fc.nat(), (clear, one, other) => {
        const whole = sealed(clear);
        const [i, j] = [one % whole.length, other % whole.length];
        refuses(() => opened(whole.slice(0, -1)));
        refuses(() => opened(whole.slice(1)));
        refuses(() => opened([...whole, whole[i]!]));
        refuses(() => opened(whole.toSpliced(i, 0, whole[i]!)));
        if (i === j) return;
        const swapped = whole.with(i, whole[j]!).with(j, whole[i]!);
        refuses(() => opened(swapped));
      }),
    );
  });

  it('is refused with one bit changed anywhere', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(), fc.nat(7), (clear, at, bit) => {
        const [whole] = sealed([clear]);
        whole![at % whole!.length]! ^= 1 << bit;
        refuses(() => opened([whole!]));
      }),
    );
  });

  it('is nothing in another file, for another administration, or under another key', () => {
    const [whole] = sealed([Buffer.from('secret')]);
    for (const change of [{ record: 's' }, { administrationId: 'b' }, { field: 'other' }]) {
      refuses(() => createChunks(dataKey, { ...place, ...change }).open(whole!, 0, true));
    }
    const other = createVault([`k:${Buffer.alloc(32, 1).toString('base64')}`]).createDataKey(place).dataKey;
    refuses(() => createChunks(other, place).open(whole!, 0, true));
    refuses(() => chunks.open(Buffer.alloc(3), 0, true));
  });

  it('is counted', () => {
    assert.deepEqual([0, 1, CHUNK_BYTES, CHUNK_BYTES + 1].map(chunkCount), [1, 1, 1, 2]);
    assert.equal(chunks.seal(Buffer.alloc(CHUNK_BYTES), 0, true).length, SEALED_CHUNK_BYTES);
  });
});
