import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { retryDelay, retryLimit, retryPolicy, type RetryPolicy } from './retry.js';

const percent = fc.nat(99).map((n) => n / 100);
const chance = fc.tuple(percent, percent);
const policies: fc.Arbitrary<RetryPolicy> = fc
  .record({
    first: fc.integer({ min: 1, max: 60 }),
    from: fc.integer({ min: 60, max: 600 }),
    more: fc.integer({ min: 0, max: 600 }),
    over: fc.integer({ min: 1, max: 100 * 3600 }),
  })
  .map(({ first, from, more, over }) => ({ first, longest: { from, to: from + more }, over }));

describe('when a failed job is tried again', () => {
  it('has been tried for 72 hours at least before it is given up, whatever chance says', () => {
    fc.assert(
      fc.property(policies, fc.infiniteStream(chance), (policy, chances) => {
        let tried = 0;
        const limit = retryLimit(policy);
        for (let retry = 0; retry < limit; retry++) {
          tried += retryDelay(policy, retry, chances.next().value);
        }
        assert.ok(tried >= policy.over);
      }),
      { numRuns: 50 },
    );
    assert.equal(retryPolicy.over, 72 * 3600);
  });

  it('waits longer after each failure, up to a bound', () => {
    fc.assert(
      fc.property(policies, fc.nat(100), chance, (policy, retry, random) => {
        const delay = retryDelay(policy, retry, random);
        assert.ok(delay >= Math.min(policy.first, policy.longest.from));
        assert.ok(delay <= policy.longest.to);
        assert.ok(retryDelay(policy, retry + 1, random) >= delay);
      }),
    );
  });

  it('comes back within a quarter of an hour once the other side is up again', () => {
    assert.ok(retryPolicy.longest.to <= 900);
  });

  it('spreads what failed at the same moment', () => {
    fc.assert(
      fc.property(fc.nat(100), chance, chance, (retry, a, b) => {
        fc.pre(a[0] !== b[0] && a[1] !== b[1]);
        assert.notEqual(retryDelay(retryPolicy, retry, a), retryDelay(retryPolicy, retry, b));
      }),
    );
  });
});
