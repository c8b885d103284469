import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InboxRow } from '@guichet/contracts/admin/inbox';
import { byUrgency } from './by-urgency.js';

const row = (id: string, daysLeft: number | null): Pick<InboxRow, 'id' | 'due'> => ({
  id,
  due: daysLeft === null ? null : { for: 'acknowledgement', on: '2026-12-04', daysLeft },
});

test('what is late comes first, what nothing dates comes last, and no request is lost', () => {
  const rows = [row('a', 3), row('b', null), row('c', -2), row('d', 0), row('e', 30), row('f', 1)];
  assert.deepEqual(
    byUrgency(rows).map(({ urgency, rows: some }) => [urgency, some.map(({ id }) => id).join()]),
    [
      ['late', 'c'],
      ['today', 'd'],
      ['soon', 'a,f'],
      ['later', 'e'],
      ['none', 'b'],
    ],
  );
});

test('no empty group shows', () => {
  assert.deepEqual(byUrgency([]), []);
  assert.equal(byUrgency([row('a', 3)]).length, 1);
});
