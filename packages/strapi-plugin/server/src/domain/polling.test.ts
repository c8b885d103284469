import { requestStatuses } from '@guichet/contracts/tracking';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { nextPoll, pollAgain } from './polling.js';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const minutes = (next: Date | null) => next && (next.getTime() - now.getTime()) / 60_000;
const of = { status: 'in-progress', isSent: true } as const;

describe('when an operator’s system is asked again', () => {
  it('is soon after something happened, and once a day where nothing does', () => {
    assert.equal(minutes(nextPoll({ ...of, quietSince: now }, now)), 10);
    assert.equal(minutes(nextPoll({ ...of, quietSince: ago(1) }, now)), 144);
    assert.equal(minutes(nextPoll({ ...of, quietSince: ago(300) }, now)), 24 * 60);
  });

  it('is never, of a draft that nobody sends, and of what was decided long ago', () => {
    assert.equal(nextPoll({ ...of, isSent: false, quietSince: ago(181) }, now), null);
    assert.ok(nextPoll({ ...of, quietSince: ago(181) }, now));
    assert.equal(nextPoll({ ...of, status: 'closed', quietSince: ago(61) }, now), null);
    assert.ok(nextPoll({ ...of, status: 'answered', quietSince: ago(59) }, now));
  });

  it('is later and later where it does not answer, and never before it wants', () => {
    const waits = [1, 2, 3, 8, 50].map((failures) => minutes(pollAgain(failures, null, now)));
    assert.deepEqual(waits, [10, 20, 40, 1280, 1440]);
    assert.equal(minutes(pollAgain(1, 3600, now)), 60);
    assert.equal(minutes(pollAgain(3, 60, now)), 40);
  });

  it('is between ten minutes and a day from now, whatever happened', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...requestStatuses),
        fc.boolean(),
        fc.integer({ min: -10, max: 1000 }),
        (status, isSent, days) => {
          const wait = minutes(nextPoll({ status, isSent, quietSince: ago(days) }, now));
          assert.ok(wait === null || (wait >= 10 && wait <= 1440));
        },
      ),
    );
  });
});
