import fc from 'fast-check';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it } from 'node:test';
import { createVault, type Place, VaultError } from './vault.js';

const ringKey = (id: string) => `${id}:${randomBytes(32).toString('base64')}`;
const place: Place = { administrationId: 'a', table: 't', record: 'r', field: 'f' };
const code = (expected: VaultError['code']) => (error: unknown) =>
  error instanceof VaultError && error.code === expected;

describe('the vault', () => {
  const vault = createVault([ringKey('one')]);
  const { dataKey, wrapped } = vault.createDataKey(place);

  it('gives back any text, and shows nothing of it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 500 }), (text) => {
        const sealed = vault.seal(vault.openDataKey(wrapped, place), text, place);
        assert.equal(vault.open(dataKey, sealed, place), text);
        if (text.length > 3) assert.ok(!sealed.includes(text));
      }),
    );
  });

  it('wraps a key anew for another place, which then is the only one that opens it', () => {
    const there = { ...place, administrationId: 'b' };
    const moved = vault.wrapDataKey(vault.openDataKey(wrapped, place), there);
    assert.deepEqual(vault.openDataKey(moved, there), dataKey);
    assert.throws(() => vault.openDataKey(moved, place), code('not-authentic'));
  });

  it('never seals the same text alike', () => {
    assert.notEqual(vault.seal(dataKey, 'a', place), vault.seal(dataKey, 'a', place));
  });

  it('says its version and key in the format', () => {
    assert.match(wrapped, /^1\.one\.[\w-]+$/);
    assert.match(vault.seal(dataKey, 'a', place), /^1\._\.[\w-]+$/);
  });

  it('refuses one changed bit, anywhere', () => {
    const sealed = vault.seal(dataKey, 'Le lampadaire', place);
    const [version, id, body] = sealed.split('.') as [string, string, string];
    const bytes = Buffer.from(body, 'base64url');
    fc.assert(
      fc.property(fc.nat(bytes.length * 8 - 1), (bit) => {
        const changed = Buffer.from(bytes);
        changed[bit >> 3]! ^= 1 << (bit & 7);
        const text = [version, id, changed.toString('base64url')].join('.');
        assert.throws(() => vault.open(dataKey, text, place), code('not-authentic'));
      }),
    );
  });

  it('refuses what was moved to another tenant, table, record or field', () => {
    const sealed = vault.seal(dataKey, 'a', place);
    for (const member of ['administrationId', 'table', 'record', 'field'] as const) {
      const moved = { ...place, [member]: 'x' };
      assert.throws(() => vault.open(dataKey, sealed, moved), code('not-authentic'), member);
      assert.throws(() => vault.openDataKey(wrapped, moved), code('not-authentic'), member);
    }
  });

  it('refuses other formats and versions', () => {
    for (const text of ['', '1', '1._', '2._.AAAA', '1._.AAAA', '1.one.AAAA.B', 'clear text']) {
      assert.throws(() => vault.open(dataKey, text, place), VaultError, text);
    }
  });

  it('reads with every key of the ring, writes with the first, and fails closed without', () => {
    const [old, young] = [ringKey('old'), ringKey('young')];
    const before = createVault([old]).createDataKey(place);
    const rotated = createVault([young, old]);
    assert.deepEqual(rotated.openDataKey(before.wrapped, place), before.dataKey);
    assert.match(rotated.createDataKey(place).wrapped, /^1\.young\./);
    assert.equal(rotated.canOpen('old'), true);
    const without = createVault([young]);
    assert.equal(without.canOpen('old'), false);
    assert.throws(() => without.openDataKey(before.wrapped, place), code('unknown-key'));
    const impostor = createVault([ringKey('old')]);
    assert.throws(() => impostor.openDataKey(before.wrapped, place), code('not-authentic'));
  });

  it('tests itself', () => {
    assert.doesNotThrow(() => createVault([ringKey('a'), ringKey('b')]).selfTest());
  });
});
