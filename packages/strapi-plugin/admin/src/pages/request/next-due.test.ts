import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InboxLegal } from '@guichet/contracts/admin/inbox';
import { nextDue } from './next-due.js';

const legal: InboxLegal = {
  nature: 'request',
  acknowledgement: { kind: 'due', dueBy: '2026-12-04', leavesOn: '2026-12-02', isCorrection: false },
  outlook: {
    question: null,
    request: null,
    complaint: null,
    declaration: null,
    document: null,
    information: null,
  },
  silence: { effect: 'rejection', date: '2027-01-22', basis: 'CRPA L231-4, 2°' },
  decision: null,
  obstacles: null,
};
const sent = { kind: 'sent', on: '2026-11-24' } as const;

test('the first deadline is the acknowledgement, then the decision, then none', () => {
  const today = '2026-11-22';
  assert.deepEqual(nextDue(legal, today), { for: 'acknowledgement', on: '2026-12-04', daysLeft: 12 });
  const acknowledged = { ...legal, acknowledgement: sent };
  assert.deepEqual(nextDue(acknowledged, today), { for: 'decision', on: '2027-01-22', daysLeft: 61 });
  assert.equal(nextDue({ ...acknowledged, silence: null }, today), null);
  assert.equal(nextDue(legal, '2026-12-06')?.daysLeft, -2);
});

test('an acknowledgement that comes after the decision’s day comes second', () => {
  const document = { ...legal, silence: { ...legal.silence!, date: '2026-12-01' } };
  assert.equal(nextDue(document, '2026-11-22')?.for, 'decision');
});
