import type { BulkOutcome } from '@guichet/contracts/admin/bulk';
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { byReason, merged } from './bulk-outcomes.js';

const outcome = (id: string, result: BulkOutcome['result'], reason: BulkOutcome['reason'] = null) => ({
  id,
  reference: id,
  nature: null,
  result,
  reason,
});

test('what was acted on is told as it went, what was left out before stays told', () => {
  const rehearsed = [outcome('a', 'done'), outcome('b', 'left-out', 'suspect'), outcome('c', 'done')];
  const performed = [outcome('a', 'done'), outcome('c', 'left-out', 'request-changed')];
  const told = merged(rehearsed, performed);
  assert.deepEqual(
    told.map(({ result, reason }) => reason ?? result),
    ['done', 'suspect', 'request-changed'],
  );
  assert.deepEqual(
    byReason(told).map(({ reason, outcomes }) => [reason, outcomes.map(({ id }) => id).join()]),
    [
      ['request-changed', 'c'],
      ['suspect', 'b'],
    ],
  );
});
