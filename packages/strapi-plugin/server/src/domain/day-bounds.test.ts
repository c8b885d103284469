import assert from 'node:assert/strict';
import { test } from 'node:test';
import { endOfDay, startOfDay } from './day-bounds.js';

test('a day begins and ends as it does where the administration is', () => {
  assert.equal(startOfDay('2026-11-21', 'Europe/Paris'), '2026-11-20T23:00:00.000Z');
  assert.equal(endOfDay('2026-11-21', 'Europe/Paris'), '2026-11-21T23:00:00.000Z');
  assert.equal(startOfDay('2026-11-21', 'Indian/Reunion'), '2026-11-20T20:00:00.000Z');
});

test('the day that changes the hour has 23 or 25 of them', () => {
  assert.equal(startOfDay('2026-03-29', 'Europe/Paris'), '2026-03-28T23:00:00.000Z');
  assert.equal(endOfDay('2026-03-29', 'Europe/Paris'), '2026-03-29T22:00:00.000Z');
  assert.equal(endOfDay('2026-10-25', 'Europe/Paris'), '2026-10-25T23:00:00.000Z');
});
