import assert from 'node:assert/strict';
import { test } from 'node:test';
import { projectionOf } from './projection.js';
import { fold, type RequestEvent } from './request-state.js';
import { friday } from './testing/opening.js';

const received = (suspect = false): RequestEvent => ({
  kind: 'received',
  by: 'resident',
  suspect,
  opening: friday,
});
const acknowledged: RequestEvent = { kind: 'acknowledged', by: 'agent', on: '2026-11-23', missing: [] };

function dates(...events: RequestEvent[]) {
  const folded = fold(events);
  assert(folded.ok);
  const { acknowledgeOn, silenceOn, due } = projectionOf(folded.state);
  return { acknowledgeOn, silenceOn, due };
}

test('first the acknowledgement is due, then the answer', () => {
  assert.deepEqual(dates(received()), {
    acknowledgeOn: '2026-12-02',
    silenceOn: '2027-01-20',
    due: { for: 'acknowledgement', on: '2026-12-04' },
  });
  assert.deepEqual(dates(received(), acknowledged), {
    acknowledgeOn: null,
    silenceOn: '2027-01-20',
    due: { for: 'decision', on: '2027-01-20' },
  });
});

test('a suspect’s acknowledgement waits for an agent until the last day', () => {
  assert.equal(dates(received(true)).acknowledgeOn, '2026-12-04');
});

test('nothing is awaited of what was answered, closed or withdrawn', () => {
  const nothing = { acknowledgeOn: null, silenceOn: null, due: null };
  for (const event of [
    { kind: 'answered', by: 'agent' },
    { kind: 'closed', by: 'agent' },
    { kind: 'withdrawn', by: 'resident', on: '2026-11-23' },
  ] as const) {
    assert.deepEqual(dates(received(), event), nothing, event.kind);
  }
  const again: RequestEvent = { kind: 'message', by: 'resident' };
  assert.deepEqual(dates(received(), { kind: 'answered', by: 'agent' }, again), nothing);
});

test('without dates there are none', () => {
  assert.deepEqual(dates({ kind: 'received', by: 'resident' }), {
    acknowledgeOn: null,
    silenceOn: null,
    due: null,
  });
});
