import assert from 'node:assert/strict';
import { test } from 'node:test';
import { englishDay, frenchDay } from './day.js';
import { withFirst } from './french-first.js';

test('the first of a month is said as French says it, wherever it stands in a sentence', () => {
  assert.equal(frenchDay('2026-12-01'), '1er décembre 2026');
  assert.equal(frenchDay('2026-12-11'), '11 décembre 2026');
  assert.equal(englishDay('2026-12-01'), '1 December 2026');
  assert.equal(withFirst('mardi 1 décembre 2026 à 21:04'), 'mardi 1er décembre 2026 à 21:04');
  for (const other of ['mardi 21 décembre 2026 à 01:04', '01/12/2026', 'lundi', '1 2'])
    assert.equal(withFirst(other), other);
});
