import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fact } from '../../domain/request-state.js';
import { allowedActions, factsOf } from './actions.js';

const received: Fact = { kind: 'received', by: 'resident' };
const suspect: Fact = { ...received, suspect: true };
const byAgent = (kind: Fact['kind']): Fact => ({ kind, by: 'agent' });

test('an open request can be answered and closed, a closed one only reopened', () => {
  assert.deepEqual(allowedActions([received]), ['answer', 'close']);
  assert.deepEqual(allowedActions([received, byAgent('answered')]), ['answer', 'close']);
  assert.deepEqual(allowedActions([received, byAgent('closed')]), ['reopen']);
});

test('a suspect can be sorted, once', () => {
  assert.deepEqual(allowedActions([suspect]), ['answer', 'close', 'release', 'reject']);
  assert.deepEqual(allowedActions([suspect, byAgent('released')]), ['answer', 'close']);
  assert.deepEqual(allowedActions([suspect, byAgent('rejected-as-abusive')]), ['reopen']);
});

test('answering a suspect releases its mails first', () => {
  assert.deepEqual(factsOf('answer', { suspicion: 'suspect' }, { close: true }), [
    'released',
    'answered',
    'closed',
  ]);
  assert.deepEqual(factsOf('answer', { suspicion: 'none' }, { close: false }), ['answered']);
});
