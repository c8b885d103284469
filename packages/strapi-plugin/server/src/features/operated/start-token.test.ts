import { readReference, readTrackingCode } from '@guichet/contracts/reference';
import { newSubmission } from '@guichet/contracts/teleprocedure';
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createSecrets } from '../../vault/secrets.js';
import {
  beginStart,
  claimableUntil,
  drawReference,
  drawTrackingCode,
  isClaimable,
  isOpen,
  readStart,
  writeStart,
} from './start-token.js';

const secrets = createSecrets(Buffer.alloc(32, 1));
const now = new Date('2026-11-21T20:04:10.250Z');
const at = { id: randomUUID(), teleprocedureId: randomUUID(), administrationId: randomUUID() };
const start = beginStart(at, now);
const token = writeStart(secrets, start);
const later = (hours: number) => new Date(now.getTime() + hours * 3_600_000);

describe('a beginning at an operator', () => {
  it('says where it was begun and when, to who made it', () => {
    assert.deepEqual(readStart(secrets, token), start);
    assert.deepEqual(start, { ...at, begun: 1_795_291_450 });
    assert.equal(readStart(createSecrets(Buffer.alloc(32, 2)), token), null);
  });

  it('fits where it travels: in an address, and in what is told of it', () => {
    assert.match(token, /^[\w.-]+$/);
    assert.ok(newSubmission.safeParse({ start: token }).success);
  });

  it('cannot be made up, nor altered by a character', () => {
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'aZ09-_.'), (i, character) => {
        const altered = token.slice(0, i) + character + token.slice(i + 1);
        assert.equal(altered !== token && readStart(secrets, altered), altered === token ? false : null);
      }),
      { numRuns: 2000 },
    );
    for (const text of [
      '',
      '.',
      '....',
      `${token}.`,
      `${token}=`,
      token.slice(0, -1),
      ` ${token}`,
      token.repeat(3),
    ])
      assert.equal(readStart(secrets, text), null, text);
  });

  it('never fails, whatever is read', () => {
    fc.assert(fc.property(fc.string({ maxLength: 300 }), (text) => readStart(secrets, text) === null));
  });

  it('is its page’s for a day, and its operator’s for half a year', () => {
    assert.ok(isClaimable(start, later(23.9)) && !isClaimable(start, later(24.1)));
    assert.ok(isOpen(start, later(179 * 24)) && !isOpen(start, later(181 * 24)));
    assert.equal(claimableUntil(start).toISOString(), '2026-11-22T20:04:10.000Z');
  });
});

describe('what a request at an operator is known by', () => {
  it('is drawn from its beginning: the same each time, another for another', () => {
    const other = beginStart({ ...at, id: randomUUID() }, now);
    const reference = drawReference(secrets, start, '28148', 2026, 0);
    assert.equal(readReference(reference), reference);
    assert.match(reference, /^28148-2026-/);
    assert.equal(drawReference(secrets, start, '28148', 2026, 0), reference);
    assert.notEqual(drawReference(secrets, start, '28148', 2026, 1), reference);
    assert.notEqual(drawReference(secrets, other, '28148', 2026, 0), reference);
    const code = drawTrackingCode(secrets, start);
    assert.equal(readTrackingCode(code), code);
    assert.equal(drawTrackingCode(secrets, start), code);
    assert.notEqual(drawTrackingCode(secrets, other), code);
    assert.notEqual(drawTrackingCode(createSecrets(Buffer.alloc(32, 2)), start), code);
  });

  it('cannot be told from the beginning without the hosting’s secret', () => {
    // A thousand beginnings in the same second have a thousand codes and references.
    const all = Array.from({ length: 1000 }, () => beginStart({ ...at, id: randomUUID() }, now));
    assert.equal(new Set(all.map((one) => drawTrackingCode(secrets, one))).size, 1000);
    assert.equal(new Set(all.map((one) => drawReference(secrets, one, '28148', 2026, 0))).size, 1000);
  });
});
