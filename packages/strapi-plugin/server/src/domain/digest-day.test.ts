import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isWorked, morningOf } from './digest-day.js';

describe('the morning that agents are told what waits', () => {
  const mornings: [string, string, string | null][] = [
    ['2026-11-23T06:29:00Z', 'Europe/Paris', null],
    ['2026-11-23T06:30:00Z', 'Europe/Paris', '2026-11-23'],
    ['2026-11-23T10:59:00Z', 'Europe/Paris', '2026-11-23'],
    ['2026-11-23T11:00:00Z', 'Europe/Paris', null],
    // Summer time began the night before.
    ['2027-03-29T05:30:00Z', 'Europe/Paris', '2027-03-29'],
    ['2026-11-23T03:30:00Z', 'Indian/Reunion', '2026-11-23'],
    ['2026-11-23T11:30:00Z', 'America/Guadeloupe', '2026-11-23'],
    // Yesterday over there.
    ['2026-11-24T20:30:00Z', 'Pacific/Noumea', '2026-11-25'],
  ];
  for (const [now, zone, day] of mornings)
    it(`is ${day ?? 'not'} at ${now} in ${zone}`, () => assert.equal(morningOf(new Date(now), zone), day));

  it('is of a working day, as the territory counts them', () => {
    assert.ok(isWorked('2026-11-23', 'national'));
    for (const day of ['2026-11-21', '2026-11-22', '2026-12-25']) assert.ok(!isWorked(day, 'national'), day);
    assert.ok(isWorked('2026-12-28', 'alsace-moselle'));
    assert.ok(!isWorked('2025-12-26', 'alsace-moselle'));
  });
});
