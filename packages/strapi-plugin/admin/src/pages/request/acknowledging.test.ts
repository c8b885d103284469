import assert from 'node:assert/strict';
import { test } from 'node:test';
import { acknowledging } from './acknowledging.js';

const due = { kind: 'due', dueBy: '2026-12-04', leavesOn: '2026-12-02', isCorrection: false } as const;
const sent = { kind: 'sent', on: '2026-11-24' } as const;

test('one click sends the first acknowledgement, whatever nature is chosen', () => {
  const legal = { nature: 'request', acknowledgement: due } as const;
  assert.equal(acknowledging(legal, 'request'), 'first');
  assert.equal(acknowledging(legal, 'complaint'), 'first');
});

test('once one was sent, only another nature is left to send', () => {
  const legal = { nature: 'request', acknowledgement: sent } as const;
  assert.equal(acknowledging(legal, 'request'), 'nothing');
  assert.equal(acknowledging(legal, 'complaint'), 'correction');
});

test('one that the nature has left behind is corrected', () => {
  const legal = { nature: 'request', acknowledgement: { ...due, isCorrection: true } } as const;
  assert.equal(acknowledging(legal, 'request'), 'correction');
});
