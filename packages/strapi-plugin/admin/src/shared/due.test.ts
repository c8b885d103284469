import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DueDate } from '@guichet/contracts/admin/inbox';
import { dueStyle, leftWords, urgencies, type Urgency, urgencyOf } from './due.js';

const due = (daysLeft: number): DueDate => ({ for: 'decision', on: '2026-12-04', daysLeft });

test('a deadline is late, today, soon or later', () => {
  const known: [number, Urgency][] = [
    [-30, 'late'],
    [-1, 'late'],
    [0, 'today'],
    [1, 'soon'],
    [7, 'soon'],
    [8, 'later'],
  ];
  for (const [daysLeft, urgency] of known) assert.equal(urgencyOf(due(daysLeft)), urgency);
  assert.equal(urgencyOf(null), 'none');
  assert.equal(urgencies[0], 'late');
});

test('what is late says for how long, the rest says how long is left', () => {
  assert.deepEqual(leftWords(-2), { key: 'due.late', values: { days: 2 } });
  assert.deepEqual(leftWords(0), { key: 'due.left', values: { days: 0 } });
  assert.deepEqual(leftWords(8), { key: 'due.left', values: { days: 8 } });
});

test('the year shows only where the day could be another year’s', () => {
  assert.equal('year' in dueStyle(61), false);
  assert.equal('year' in dueStyle(-200), true);
});
