import assert from 'node:assert/strict';
import { test } from 'node:test';
import { filtersOf, paramsOf } from './filters.js';

test('filters survive the address, there and back', () => {
  const filters = {
    box: 'all',
    administrationId: 'a1',
    status: 'closed',
    recipient: 'voirie',
    from: '2026-01-01',
    until: '2026-02-28',
    page: 3,
  } as const;
  assert.deepEqual(filtersOf(paramsOf(filters)), filters);
  assert.equal(paramsOf(filtersOf(new URLSearchParams())).toString(), '');
});

test('an address that anyone wrote is read as far as it makes sense', () => {
  const filters = filtersOf(new URLSearchParams('box=x&status=y&from=yesterday&page=-2&where[id]=1'));
  assert.deepEqual(filters, {
    box: 'waiting',
    administrationId: null,
    status: null,
    recipient: null,
    from: null,
    until: null,
    page: 1,
  });
});
