import fc from 'fast-check';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createSecrets } from '../../vault/secrets.js';
import { makeFormToken, readFormToken } from './form-token.js';
import { isSuspect } from './suspicion.js';

const secrets = createSecrets(Buffer.alloc(32, 1));
const now = new Date('2026-11-21T21:04:10Z');
const before = (ms: number) => new Date(now.getTime() - ms);

describe('sorting suspects', () => {
  it('suspects a filled trap, a missing token, and what was sent faster than anyone types', () => {
    assert.equal(isSuspect({ trap: '', begunAt: before(60_000), now }), false);
    assert.equal(isSuspect({ trap: 'x', begunAt: before(60_000), now }), true);
    assert.equal(isSuspect({ trap: '', begunAt: null, now }), true);
    assert.equal(isSuspect({ trap: '', begunAt: before(2999), now }), true);
    assert.equal(isSuspect({ trap: '', begunAt: before(3000), now }), false);
  });

  it('never lets a half-filled form expire', () => {
    assert.equal(isSuspect({ trap: '', begunAt: before(400 * 86_400_000), now }), false);
  });
});

describe('a form token', () => {
  it('says when the form was begun', () => {
    const token = makeFormToken(secrets, 'favril', before(60_000));
    assert.deepEqual(readFormToken(secrets, ['favril'], token, now), before(60_000));
    assert.deepEqual(readFormToken(secrets, ['successor', 'favril'], token, now), before(60_000));
  });

  it('is nobody else’s, and never of the future', () => {
    const token = makeFormToken(secrets, 'favril', now);
    assert.equal(readFormToken(secrets, ['trilport'], token, now), null);
    assert.equal(readFormToken(createSecrets(Buffer.alloc(32, 2)), ['favril'], token, now), null);
    assert.equal(readFormToken(secrets, ['favril'], makeFormToken(secrets, 'favril', before(-1)), now), null);
  });

  it('cannot be made up or moved in time', () => {
    const [, mac] = makeFormToken(secrets, 'favril', now).split('.') as [string, string];
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.nat(), (text, ms) => {
        assert.equal(readFormToken(secrets, ['favril'], text, now), null);
        if (ms)
          assert.equal(
            readFormToken(secrets, ['favril'], `${before(ms).getTime().toString(36)}.${mac}`, now),
            null,
          );
      }),
    );
  });
});
