import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delayWords } from './delay-words.js';

test('a delay is told in its own unit', () => {
  assert.deepEqual(delayWords('P2M'), { key: 'delay.months', values: { count: 2 } });
  assert.deepEqual(delayWords('P15D'), { key: 'delay.days', values: { count: 15 } });
  assert.equal(delayWords('P1Y2M'), null);
});
