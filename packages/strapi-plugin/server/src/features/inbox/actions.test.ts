import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fact, fold, type RequestEvent } from '../../domain/request-state.js';
import { friday } from '../../domain/testing/opening.js';
import { allowedActions, factsOf } from './actions.js';

const received: Fact = { kind: 'received', by: 'resident', opening: friday };
const suspect: Fact = { ...received, suspect: true };
const byAgent = (kind: Fact['kind']): Fact => ({ kind, by: 'agent' });
const acknowledged: RequestEvent = { kind: 'acknowledged', by: 'agent', on: '2026-11-23', missing: [] };

function allowed(...events: RequestEvent[]) {
  const folded = fold(events);
  assert(folded.ok);
  return allowedActions(folded.state, '2026-11-23');
}

test('an open request can be acknowledged, answered and closed, a closed one only reopened', () => {
  assert.deepEqual(allowed(received), ['acknowledge', 'answer', 'close']);
  assert.deepEqual(allowed(received, byAgent('answered')), ['acknowledge', 'answer', 'close']);
  assert.deepEqual(allowed(received, byAgent('closed')), ['reopen']);
});

test('an acknowledged one can be held to be something else, unless silence has decided', () => {
  assert.deepEqual(allowed(received, acknowledged), ['acknowledge', 'answer', 'close']);
  const decided: RequestEvent = { kind: 'tacitly-refused', by: 'system', on: '2027-01-21' };
  const folded = fold([received, acknowledged, decided]);
  assert(folded.ok);
  assert.deepEqual(allowedActions(folded.state, '2027-01-21'), ['answer', 'close']);
});

test('a suspect can be sorted, once', () => {
  assert.deepEqual(allowed(suspect), ['acknowledge', 'answer', 'close', 'release', 'reject']);
  assert.deepEqual(allowed(suspect, byAgent('released')), ['acknowledge', 'answer', 'close']);
  assert.deepEqual(allowed(suspect, byAgent('rejected-as-abusive')), ['reopen']);
});

test('answering a suspect releases its mails first', () => {
  assert.deepEqual(factsOf('answer', { suspicion: 'suspect' }, { close: true }), [
    'released',
    'answered',
    'closed',
  ]);
  assert.deepEqual(factsOf('answer', { suspicion: 'none' }, { close: false }), ['answered']);
});
