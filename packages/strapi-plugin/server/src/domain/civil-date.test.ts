import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { civilDate, instantWithOffset } from './civil-date.js';

const zones = fc.constantFrom(
  'Europe/Paris',
  'Indian/Reunion',
  'America/Cayenne',
  'America/Miquelon',
  'Pacific/Marquesas',
  'UTC',
);
/** From 1973, when the last clock that was not set to a quarter of an hour was, for a century. */
const instants = fc.date({ min: new Date('1973-01-01'), max: new Date('2073-01-01'), noInvalidDate: true });

test('dates and offsets are those of the zone, at any instant of a century', () => {
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
      assert.equal(civilDate(instant, zone), there.toPlainDate().toString());
      const options = { timeZoneName: 'never', fractionalSecondDigits: 0, smallestUnit: 'second' } as const;
      assert.equal(instantWithOffset(instant, zone), there.toString(options));
    }),
    { numRuns: 2000 },
  );
});

test('an hour that comes twice, or not at all, keeps its own offset', () => {
  const paris = (instant: string) => instantWithOffset(new Date(instant), 'Europe/Paris');
  assert.equal(paris('2026-10-25T00:59:59Z'), '2026-10-25T02:59:59+02:00');
  assert.equal(paris('2026-10-25T01:00:00Z'), '2026-10-25T02:00:00+01:00');
  assert.equal(paris('2026-03-29T00:59:59Z'), '2026-03-29T01:59:59+01:00');
  assert.equal(paris('2026-03-29T01:00:00Z'), '2026-03-29T03:00:00+02:00');
  assert.equal(
    instantWithOffset(new Date('2026-06-01T12:00:00Z'), 'Pacific/Marquesas'),
    '2026-06-01T02:30:00-09:30',
  );
});
